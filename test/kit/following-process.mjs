// A subscriber of events as a process of its own, so that a test can stop it (SIGSTOP) as a debugger or a swapping
// machine would. Follows across interruptions by the last cursor; prints a line for each event and each end.
//
//   node following-process.mjs <websocket address> <token>
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, token] = process.argv.slice(2);
const query =
  'subscription($after: String) { events(after: $after) { cursor kind event { position after } } }';
const print = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

let after;
for (;;) {
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  await new Promise((resolve) => {
    client.subscribe(
      { query, variables: { after } },
      {
        next: ({ data }) => {
          const { cursor, kind, event } = data.events;
          after = cursor;
          print({ kind, position: event?.position, bytes: JSON.stringify(event).length });
        },
        error: (problem) => {
          print({ kind: 'END', code: problem.code, problem: String(problem) });
          resolve();
        },
        complete: () => {
          print({ kind: 'COMPLETE' });
          resolve();
        },
      },
    );
  });
  await client.dispose();
}

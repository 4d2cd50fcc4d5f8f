// The on-call person: a process of its own that prints every alert as it is raised, over a websocket.
import { ModelGraph } from '@modelgraph/sdk';

const mg = new ModelGraph();
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());

const subscription = mg.alerts.subscribe({ signal: stop.signal });
// Iterating opens it; the cursor is there with the server's first word, and from then on nothing is missed.
const timer = setInterval(() => {
  if (subscription.cursor === undefined) return;
  clearInterval(timer);
  process.stdout.write('watching\n');
}, 20);
try {
  for await (const { event } of subscription) {
    const { alert, status } = event;
    process.stdout.write(
      `${JSON.stringify({ status, severity: alert.severity, watch: alert.watch, version: alert.version.number, message: alert.message })}\n`,
    );
  }
} catch (error) {
  if (!stop.signal.aborted) throw error;
} finally {
  clearInterval(timer);
}

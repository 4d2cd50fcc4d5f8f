import { createServer } from 'node:http';
import { Pool } from 'pg';
import { Authenticator, poolConfig } from '../kit/server-parts.js';
import { SQL } from './query.js';

/**
 * The peer: node:http, the server's own token check (the same class, so the same statement), its pool settings, one
 * prepared statement. No schema, no limits, no log, no choice of fields.
 */
const pool = new Pool(poolConfig('requests', { url: process.env.DATABASE_URL!, statementTimeoutMs: 8_000 }));
const authenticator = new Authenticator(pool, undefined);

async function answer(authorization: string | undefined, body: string): Promise<string> {
  const { projectId } = await authenticator.authenticate(authorization);
  const { variables } = JSON.parse(body) as { variables: { first: number } };
  const { rows } = await pool.query<{ answer: string }>({
    name: 'nested',
    text: SQL,
    values: [projectId, variables.first],
  });
  return rows[0]!.answer;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(request.headers.authorization, Buffer.concat(chunks).toString()).then(
      (text) => {
        response.writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      },
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.stderr.write(`listening at http://127.0.0.1:${address?.port}\n`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    server.closeAllConnections();
    server.close(() => void pool.end());
  });

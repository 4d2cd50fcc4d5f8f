import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Pool } from 'pg';
import { poolConfig } from '../kit/server-parts.js';

/**
 * The ceiling: takes bytes by one PUT, hashes them while it writes them, syncs the file and its folder, and commits one
 * row. No token, no name to find, no model, no number, no manifest, no event.
 */
const folder = process.env.BENCH_FOLDER!;
const pool = new Pool(poolConfig('requests', { url: process.env.DATABASE_URL!, statementTimeoutMs: 8_000 }));

async function keep(request: IncomingMessage): Promise<void> {
  const name = request.url!.slice(1);
  const hash = createHash('sha256');
  const file = await open(join(folder, name), 'wx');
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      const written = file.write(chunk);
      hash.update(chunk);
      await written;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const sha256 = hash.digest('hex');
  if (sha256 !== request.headers['x-sha256']) throw new Error('Other bytes arrived than were sent.');
  const parent = await open(folder, 'r');
  await parent.sync();
  await parent.close();
  await pool.query({
    name: 'keep',
    text: 'INSERT INTO bench_upload (name, sha256) VALUES ($1, $2)',
    values: [name, sha256],
  });
}

const server = createServer((request, response) => {
  keep(request).then(
    () => response.writeHead(201).end(),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
await pool.query('CREATE TABLE bench_upload (name text PRIMARY KEY, sha256 text NOT NULL)');
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.stderr.write(`listening at http://127.0.0.1:${address?.port}\n`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    server.closeAllConnections();
    server.close(() => void pool.end());
  });

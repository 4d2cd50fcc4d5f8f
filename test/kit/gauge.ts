import type { TestServer } from './server';

/** A gauge of `/metrics` as it stands now. */
export async function gauge({ url }: TestServer, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  if (!line) throw new Error(`/metrics does not show ${name}.`);
  return Number(line.split(' ')[1]);
}

import { createHash } from 'node:crypto';
import type { TestServer } from './server';

/** What tests of artifacts ask a server, without the SDK. */

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The code of the first error, if it is one. */
  readonly code: string | undefined;
}

/** One request beside GraphQL. */
export async function http(
  server: TestServer,
  token: string | null,
  method: string,
  path: string,
  options: { body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
): Promise<HttpAnswer> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    body: options.body ?? null,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...options.headers },
  });
  const text = await response.text();
  const isError = response.status >= 400 && text !== '';
  const code = isError ? JSON.parse(text).errors[0].extensions.code : undefined;
  return { status: response.status, headers: response.headers, text, code };
}

/** Uploads bytes in one request; as `registerVersion` wants them. */
export async function uploadBytes(
  server: TestServer,
  token: string,
  bytes: Uint8Array<ArrayBuffer>,
  path = 'model.bin',
): Promise<{ path: string; sha256: string; sizeBytes: number }> {
  const sha256 = sha256Of(bytes);
  const { status, text } = await http(server, token, 'POST', `/v1/uploads?digest=sha256:${sha256}`, {
    body: bytes,
  });
  if (status !== 201) throw new Error(`The upload was answered ${status}: ${text}`);
  return { path, sha256, sizeBytes: bytes.length };
}

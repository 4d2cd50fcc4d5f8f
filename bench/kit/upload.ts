import { createHash } from 'node:crypto';

/** Uploads bytes in one request, as any program may without the SDK; gives their SHA-256. */
export async function uploadBytes(
  server: { url: string; token: string },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const response = await fetch(`${server.url}/v1/uploads?digest=sha256:${sha256}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  if (response.status !== 201) throw new Error(`Upload: ${response.status} ${await response.text()}`);
  return sha256;
}

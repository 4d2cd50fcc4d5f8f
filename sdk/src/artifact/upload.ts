import { ModelGraphError } from '../errors/model-graph-error.js';
import { UnavailableError } from '../errors/service-errors.js';
import { type Content, contentOfBytes, hashOf } from './content.js';
import { PIECE, type Pieces, piecesOfContent, StreamPieces } from './pieces.js';
import type { Transfer } from './transfer.js';
import { BEGUN, GROWN, kept, OFFSET, type Told, toldBy } from './upload-answers.js';

/** Bytes that the server has. */
export interface Uploaded {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Below this, asking whether the server has the bytes costs as much as sending them. */
const WORTH_ASKING = 64 * 1024;

/** Uploads bytes that can be read again; those that the server has already are not sent. */
export async function uploadContent(transfer: Transfer, content: Content): Promise<Uploaded> {
  const { sizeBytes } = content;
  const sha256 = await hashOf(content, transfer.signal);
  const uploaded = { sha256, sizeBytes };
  if (sizeBytes > WORTH_ASKING && (await transfer.tries(() => isThere(transfer, sha256)))) return uploaded;
  if (sizeBytes <= PIECE && (await uploadWhole(transfer, content, sha256))) return uploaded;
  return uploadPieces(transfer, piecesOfContent(content, sha256), { canBeginAnew: true });
}

/** Uploads a stream. A short one is read whole first, so that it need not be sent when the server has it already. */
export async function uploadStream(
  transfer: Transfer,
  stream: AsyncIterator<ArrayBufferView>,
): Promise<Uploaded> {
  const pieces = new StreamPieces(stream);
  try {
    const first = await transfer.tries(() => pieces.at(0));
    if (first.length < PIECE) return await uploadContent(transfer, contentOfBytes(first));
    return await uploadPieces(transfer, pieces, { canBeginAnew: false });
  } finally {
    // Not waited for: a stream that stands still would hold up the end of an aborted call.
    pieces.close().catch(() => undefined);
  }
}

/** One request for all; false when that failed for the moment and is better gone on with in pieces. */
async function uploadWhole(transfer: Transfer, content: Content, sha256: string): Promise<boolean> {
  const bytes = await content.read(0, content.sizeBytes);
  try {
    await send(transfer, 'POST', `?digest=sha256:${sha256}`, bytes, kept(sha256));
    return true;
  } catch (error) {
    if (transfer.maxRetries > 0 && error instanceof ModelGraphError && error.retryable) return false;
    throw error;
  }
}

/**
 * Uploads in pieces, after the OCI distribution upload protocol. After an interruption it asks how much has arrived and goes
 * on from there; where the server has forgotten the upload, it begins anew if the bytes can be read again.
 */
async function uploadPieces(
  transfer: Transfer,
  pieces: Pieces,
  { canBeginAnew }: { readonly canBeginAnew: boolean },
): Promise<Uploaded> {
  let id: string | undefined;
  let offset = 0;
  let furthest = 0;
  let sha256: string | undefined;
  const attempt = async (): Promise<void> => {
    if (id === undefined) {
      id = await begin(transfer);
      offset = 0;
    } else {
      offset = await arrivedOf(transfer, id);
      furthest = Math.max(furthest, offset);
    }
    for (;;) {
      const piece = await pieces.at(offset);
      if (piece.length === 0) break;
      const range = { 'content-range': `${offset}-${offset + piece.length - 1}` };
      await send(transfer, 'PATCH', `/${id}`, piece, GROWN, range);
      offset += piece.length;
      furthest = Math.max(furthest, offset);
    }
    sha256 = await pieces.sha256();
    await send(transfer, 'PUT', `/${id}?digest=sha256:${sha256}`, NOTHING, kept(sha256));
  };
  const attemptOrAgain = async (): Promise<void> => {
    try {
      await attempt();
    } catch (error) {
      const code = error instanceof ModelGraphError ? error.code : undefined;
      if (code === 'RANGE_NOT_SATISFIABLE') throw onceMore(error);
      if (code !== 'NOT_FOUND') throw error;
      // The upload is over: perhaps because it succeeded and only the answer was lost.
      if (sha256 !== undefined && (await isThere(transfer, sha256))) return;
      if (!canBeginAnew) throw error;
      id = undefined;
      throw onceMore(error);
    }
  };
  try {
    await transfer.tries(attemptOrAgain, () => furthest);
    return { sha256: sha256 as string, sizeBytes: offset };
  } catch (error) {
    if (id !== undefined) transfer.giveUp(`/v1/uploads/${id}`);
    throw error;
  }
}

const NOTHING = new Uint8Array();

const begin = (transfer: Transfer): Promise<string> =>
  transfer.request('/v1/uploads', { method: 'POST' }, (response) => toldBy(response, BEGUN));

/** How many bytes of an upload the server has. */
async function arrivedOf(transfer: Transfer, id: string): Promise<number> {
  return Number(await transfer.request(`/v1/uploads/${id}`, {}, (response) => toldBy(response, OFFSET)));
}

/** Only an answer that names the bytes says that they are there; after any other they are sent, and that is checked. */
const isThere = (transfer: Transfer, sha256: string): Promise<boolean> =>
  transfer.request(
    `/v1/blobs/${sha256}`,
    { method: 'HEAD' },
    ({ status, headers }) => status === 200 && (headers.get('etag') ?? '').includes(sha256),
    // Bytes that the store has lost are answered with 500: sending them again heals it.
    [404, 500],
  );

/** Sends bytes; throws unless the answer says that they have arrived. */
async function send(
  transfer: Transfer,
  method: string,
  place: string,
  bytes: Uint8Array,
  told: Told,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await transfer.request(
    `/v1/uploads${place}`,
    {
      method,
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
    },
    (response) => {
      toldBy(response, told);
      return response.arrayBuffer();
    },
  );
}

/** The state at the server is another than was thought: the next try asks for it. */
const onceMore = (cause: unknown): UnavailableError =>
  new UnavailableError((cause as Error).message, { code: 'UNAVAILABLE', retryable: true, cause });

import { naming } from '../errors/naming.js';
import { ArtifactMismatchError, ConfigurationError } from '../errors/service-errors.js';
import type { ArtifactInput } from '../generated/schema.js';
import { asBytes } from './as-bytes.js';
import { contentOfBlob, contentOfBytes } from './content.js';
import type { ArtifactLike, Bytes, NamedFile } from './given.js';
import { filesAt, openFile } from './local-files.js';
import { chunksOf } from './stream.js';
import type { Transfer } from './transfer.js';
import { type Uploaded, uploadContent, uploadStream } from './upload.js';

/** What bytes are called that were given without a name. */
const UNNAMED = 'model.bin';

/** One file to be kept, and how its bytes get to the server. */
interface Parcel {
  readonly path: string;
  readonly mediaType?: string | undefined;
  readonly upload: (transfer: Transfer) => Promise<Uploaded>;
}

/** Uploads everything that was given; gives what a registration says of it, in the same order. */
export async function uploadAll(
  transfer: Transfer,
  given: ArtifactLike | readonly ArtifactLike[],
): Promise<ArtifactInput[]> {
  const parcels: Parcel[] = [];
  for (const one of isList(given) ? given : [given]) parcels.push(...(await parcelsOf(one)));
  const inputs: ArtifactInput[] = [];
  await transfer.each(parcels, async ({ path, mediaType, upload }, index) => {
    const uploaded = await upload(transfer).catch((error) => {
      throw error instanceof ArtifactMismatchError ? naming(path, error) : error;
    });
    inputs[index] = { path, ...uploaded, ...(mediaType !== undefined && { mediaType }) };
  });
  return inputs;
}

async function parcelsOf(given: ArtifactLike): Promise<Parcel[]> {
  checkGiven(given);
  if (typeof given === 'string')
    return (await filesAt(given)).map(({ path, file }) => parcelOfFile({ path, file }));
  if (isNamed(given, 'content'))
    return [{ ...given, upload: (transfer) => uploadBytes(transfer, given.content) }];
  if (isNamed(given, 'file')) return [parcelOfFile(given)];
  if (isNamed(given, 'sha256')) {
    const { sha256, sizeBytes } = given;
    return [{ ...given, upload: async () => ({ sha256, sizeBytes }) }];
  }
  return [{ path: UNNAMED, upload: (transfer) => uploadBytes(transfer, given) }];
}

const parcelOfFile = ({ path, file, mediaType }: NamedFile): Parcel => ({
  path: path ?? file.replace(/^.*[\\/]/, ''),
  mediaType,
  upload: async (transfer) => {
    const { content, checkEnd, close } = await openFile(file);
    try {
      const uploaded = await uploadContent(transfer, content);
      // While the last of it was on its way, too, a file that is still being written may have grown.
      await checkEnd();
      return uploaded;
    } finally {
      await close();
    }
  },
});

function uploadBytes(transfer: Transfer, bytes: Bytes): Promise<Uploaded> {
  const whole = asBytes(bytes);
  if (whole) return uploadContent(transfer, contentOfBytes(whole));
  if (bytes instanceof Blob) return uploadContent(transfer, contentOfBlob(bytes));
  const stream = 'getReader' in bytes ? chunksOf(bytes) : (bytes as AsyncIterable<ArrayBufferView>);
  return uploadStream(transfer, stream[Symbol.asyncIterator]());
}

/** Programs without types give what no type allows. */
function checkGiven(given: unknown): void {
  if (typeof given === 'string' || isBytes(given)) return;
  const { path, content, file, sha256 } = (given ?? {}) as Partial<Record<string, unknown>>;
  if (isBytes(content) || typeof file === 'string' || typeof sha256 === 'string') return;
  if (typeof content === 'string')
    throw new ConfigurationError(
      `The content of ${path} is a text; give its bytes: new TextEncoder().encode(text).`,
    );
  throw new ConfigurationError(
    'An artifact is the path of a file or folder, bytes, a stream of bytes, or an object with `path` and one of `content`, `file` and `sha256`.',
  );
}

const isBytes = (given: unknown): boolean =>
  asBytes(given) !== null ||
  given instanceof Blob ||
  (typeof given === 'object' && given !== null && ('getReader' in given || Symbol.asyncIterator in given));

const isList = (given: ArtifactLike | readonly ArtifactLike[]): given is readonly ArtifactLike[] =>
  Array.isArray(given);

const isNamed = <Key extends string>(
  given: Exclude<ArtifactLike, string>,
  key: Key,
): given is Extract<typeof given, Readonly<Record<Key, unknown>>> => key in given;

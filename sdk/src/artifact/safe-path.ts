import { ModelGraphError } from '../errors/model-graph-error.js';

/**
 * The parts of an artifact's path. The server keeps only harmless ones; whoever writes files does not rely on that: a path
 * that could lead out of its folder is refused, on Windows one that could name a drive or a stream, too.
 */
export function safePath(path: string, { isWindows }: { readonly isWindows: boolean }): string[] {
  const parts = path.split('/');
  const harmful = isWindows ? /[\\:]/ : /\\/;
  if (parts.every((part) => part !== '' && part !== '.' && part !== '..' && !harmful.test(part)))
    return parts;
  throw new ModelGraphError(`The artifact path ${JSON.stringify(path)} could lead out of the folder.`, {
    code: 'UNSAFE_PATH',
  });
}

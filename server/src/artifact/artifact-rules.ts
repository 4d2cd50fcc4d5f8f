import { z } from 'zod';
import { listOf, rules, text } from '../contract/rules';

const RELATIVE =
  'give a relative path with "/" between folders, without an empty, "." or ".." part or a "\\"';

const isRelative = (path: string): boolean =>
  !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const digest = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, { error: 'give SHA-256 as 64 hexadecimal digits' })
  .toLowerCase();

const artifact = rules({
  path: text(1, 500).refine(isRelative, { error: RELATIVE }),
  sha256: digest,
  sizeBytes: z.number().min(0, { error: 'give 0 or more' }),
  mediaType: text(1, 200),
});

/** A file that lies where another's folder is could not be written out again. */
const isTree = (paths: readonly string[]): boolean => {
  const files = new Set(paths);
  const folders = paths.flatMap((path) => {
    const parts = path.split('/');
    return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
  });
  return files.size === paths.length && !folders.some((folder) => files.has(folder));
};

/** At most 1,000 files, no two in one place. */
export const artifactRules = listOf(artifact, 1_000).refine((list) => isTree(list.map(({ path }) => path)), {
  error: "give every path once, and none that is another's folder",
});

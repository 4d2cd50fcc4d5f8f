'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.artifactRules = void 0;
const zod_1 = require('zod');
const rules_1 = require('../contract/rules');
const RELATIVE =
  'give a relative path with "/" between folders, without an empty, "." or ".." part or a "\\"';
const isRelative = (path) =>
  !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
const digest = zod_1.z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, { error: 'give SHA-256 as 64 hexadecimal digits' })
  .toLowerCase();
const artifact = (0, rules_1.rules)({
  path: (0, rules_1.text)(1, 500).refine(isRelative, { error: RELATIVE }),
  sha256: digest,
  sizeBytes: zod_1.z.number().min(0, { error: 'give 0 or more' }),
  mediaType: (0, rules_1.text)(1, 200),
});
/** A file that lies where another's folder is could not be written out again. */
const isTree = (paths) => {
  const files = new Set(paths);
  const folders = paths.flatMap((path) => {
    const parts = path.split('/');
    return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
  });
  return files.size === paths.length && !folders.some((folder) => files.has(folder));
};
/** At most 1,000 files, no two in one place. */
exports.artifactRules = (0, rules_1.listOf)(artifact, 1_000).refine(
  (list) => isTree(list.map(({ path }) => path)),
  {
    error: "give every path once, and none that is another's folder",
  },
);
//# sourceMappingURL=artifact-rules.js.map

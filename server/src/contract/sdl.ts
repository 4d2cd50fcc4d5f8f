import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The contract as it is written: every `.graphql` file of a folder, by name. */
export function readSdl(folder: string): { file: string; text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

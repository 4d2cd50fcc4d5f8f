import { ConfigurationError } from './errors/service-errors.js';
import { nodeProcess } from './platform.js';

const GIVE = 'Give `token` to new ModelGraph()';
const HOW = `${GIVE}, or set MODELGRAPH_TOKEN.`;

/** The file is not there yet, or not written yet: the server may still be starting. */
export class TokenFileMissing extends ConfigurationError {}

/**
 * The first admin's secret, from the file that a local server keeps beside its data. Only for a loopback address, so that
 * a wrong `url` cannot carry it away.
 */
export async function readLocalToken(address: URL): Promise<string> {
  const node = nodeProcess();
  // A page has no environment either.
  if (!node) throw new ConfigurationError(`There is no token for ${address.host}. ${GIVE}.`);
  if (!isLoopback(address.hostname))
    throw new ConfigurationError(`There is no token for ${address.host}. ${HOW}`);
  const { resolve } = node.getBuiltinModule('node:path');
  const file = resolve(node.cwd(), node.env.MODELGRAPH_DATA || 'data', 'admin-token');
  const text = await node
    .getBuiltinModule('node:fs/promises')
    .readFile(file, 'utf8')
    .catch((error: Error) => {
      throw new TokenFileMissing(
        `There is no token: a local server would keep one in ${file}, which cannot be read (${error.message}). ${HOW}`,
      );
    });
  if (text.trim() === '') throw new TokenFileMissing(`There is no token: ${file} is empty. ${HOW}`);
  return text;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

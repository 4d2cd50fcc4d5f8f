import { ConfigurationError } from './errors/service-errors.js';

/**
 * What Node has and browsers have not, asked for without importing anything: bundlers for browsers fail on `node:`
 * imports, even on those that are never reached.
 */
interface NodeProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly versions?: { readonly node?: string };
  cwd(): string;
  on(event: 'exit', listener: () => void): unknown;
  emitWarning(message: string, name: string): void;
  getBuiltinModule?<Name extends keyof BuiltinModules>(name: Name): BuiltinModules[Name];
}

interface BuiltinModules {
  'node:crypto': typeof import('node:crypto');
  'node:fs/promises': typeof import('node:fs/promises');
  'node:path': typeof import('node:path');
}

/** The process of Node; undefined in browsers, also where a bundler or Electron puts a `process` into a page. */
export function nodeProcess(): Required<NodeProcess> | undefined {
  const { process, document } = globalThis as { process?: NodeProcess; document?: unknown };
  if (document !== undefined || !process?.versions?.node || !process.getBuiltinModule) return undefined;
  return process as Required<NodeProcess>;
}

/** Tells the people who run the program, where nobody listens in code. */
export function warn(message: string): void {
  const node = nodeProcess();
  if (node) node.emitWarning(message, 'ModelGraphWarning');
  else console.warn(message);
}

/** Files, for what needs them; throws a ConfigurationError outside Node. */
export function nodeFiles(what: string) {
  const node = nodeProcess();
  if (!node)
    throw new ConfigurationError(`${what} needs Node: there are no files here. Give the bytes instead.`);
  return { fs: node.getBuiltinModule('node:fs/promises'), path: node.getBuiltinModule('node:path') };
}

/** A variable of the environment; undefined when it is missing or empty, and in browsers. */
export const environment = (name: string): string | undefined => nodeProcess()?.env[name] || undefined;

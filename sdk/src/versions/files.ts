import { download } from '../artifact/download.js';
import { save } from '../artifact/save.js';
import type { Transfer } from '../artifact/transfer.js';
import { notFound } from '../errors/not-found.js';
import { ConfigurationError } from '../errors/service-errors.js';
import type { Artifact, Version } from '../generated/operations.js';
import { type DownloadedVersion, LoadedVersion } from './loaded-version.js';

/** Loads artifacts of a version into memory. */
export async function loadFiles(
  transfer: Transfer,
  version: Version,
  artifacts: readonly Artifact[],
  maxBytes: number,
): Promise<LoadedVersion> {
  const total = artifacts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total > maxBytes)
    throw new ConfigurationError(
      `The files of version ${version.number} of ${version.model.name} have ${total} bytes; load() keeps at most ${maxBytes} in memory. Name those you need in \`paths\`, raise \`maxBytes\`, or download() them to a folder.`,
    );
  const files = new Map<string, Uint8Array>(artifacts.map(({ path }) => [path, new Uint8Array()]));
  await transfer.each(artifacts, async (artifact) => {
    const whole = new Uint8Array(artifact.sizeBytes);
    let at = 0;
    const write = (bytes: Uint8Array): void => {
      whole.set(bytes, at);
      at += bytes.length;
    };
    await download(transfer, artifact, { write });
    files.set(artifact.path, whole);
  });
  return new LoadedVersion(version, files);
}

/** Saves artifacts of a version below a folder. */
export async function saveFiles(
  transfer: Transfer,
  version: Version,
  artifacts: readonly Artifact[],
  folder: string,
): Promise<DownloadedVersion> {
  const places = new Map<string, string>(artifacts.map(({ path }) => [path, '']));
  await transfer.each(artifacts, async (artifact) => {
    places.set(artifact.path, await save(transfer, artifact, folder));
  });
  return { version, files: Object.fromEntries(places) };
}

/** Those of a version's artifacts that were asked for. */
export function chosen(
  { artifacts, number, model }: Version,
  paths: readonly string[] | undefined,
): readonly Artifact[] {
  if (paths === undefined) return artifacts;
  return paths.map((path) => {
    const artifact = artifacts.find((one) => one.path === path);
    if (artifact) return artifact;
    const name = JSON.stringify(path);
    throw notFound(`Version ${number} of ${model.name} has no file ${name}.`, ['paths']);
  });
}

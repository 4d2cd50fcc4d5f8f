import type { ModelGraph } from '@modelgraph/sdk';
import { MODEL } from './train.js';

/** Where a version comes from and where it went, as the registry tells it: its run, its files, its stages. */
export async function lineageOf(mg: ModelGraph, id: string): Promise<string> {
  const version = await mg.versions.get({ pick: { id } });
  if (!version) throw new Error(`There is no version ${id}.`);
  const run = version.trainingRun && (await mg.runs.get({ id: version.trainingRun.id }));
  const newestFirst = (await mg.versions.stageHistory(version, { first: 100 })).nodes;
  return [
    `Version ${version.number} of ${MODEL}`,
    `  run     ${run ? toldOf(run) : '-'}`,
    ...version.artifacts.map(
      ({ path, sizeBytes, sha256 }) => `  file    ${path}, ${sizeBytes} bytes, SHA-256 ${sha256}`,
    ),
    `  stages  ${newestFirst
      .map(({ to }) => to)
      .toReversed()
      .join(' -> ')}`,
  ].join('\n');
}

function toldOf(run: NonNullable<Awaited<ReturnType<ModelGraph['runs']['get']>>>): string {
  const { name, status, trainingSamples, validationSamples, metrics } = run;
  const last = metrics.map((metric) => `${metric.name} ${Number(metric.value).toFixed(2)} °C`);
  return `${name}: ${status}, ${trainingSamples} days to fit and ${validationSamples} held out, ${last.join(', ')}`;
}

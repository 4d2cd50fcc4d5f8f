import type { ArtifactInput } from '../artifact/artifact.entity';
import { type Metric, metricsColumn } from '../contract/metric';
import { canonicalJson } from '../event/canonical-json';
import type { Signature } from '../signature/signature';

interface ManifestContent {
  readonly model: { readonly id: string; readonly name: string };
  readonly number: number;
  readonly artifacts: readonly ArtifactInput[];
  readonly signature: Signature | null;
  readonly hyperparameters: Record<string, unknown>;
  readonly metrics: readonly Metric[];
}

/** What a version is, as text whose digest stands for it: the same content gives the same bytes anywhere. */
export const manifestOf = (content: ManifestContent): string =>
  canonicalJson({
    format: 'modelgraph.manifest/1',
    model: { id: content.model.id, name: content.model.name },
    number: content.number,
    artifacts: content.artifacts
      .map(({ path, sha256, sizeBytes, mediaType }) => ({ path, sha256, sizeBytes, mediaType }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    signature: content.signature,
    hyperparameters: content.hyperparameters,
    metrics: metricsColumn.to(content.metrics),
  });

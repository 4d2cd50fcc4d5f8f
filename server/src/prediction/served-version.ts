import type { Baseline } from '../baseline/baseline.entity';
import { FeatureReader } from '../baseline/feature-reader';
import { readBaselines } from '../baseline/read-baseline';
import { idOrNone } from '../contract/id';
import type { Request } from '../contract/request';
import { type Connection, rowsOf } from '../database/connection';
import type { ModelTask } from '../model/model-task';
import type { Signature } from '../signature/signature';
import type { VersionRef } from '../version/version.input';
import type { VersionFinder } from '../version/version-finder';
import { LabelBins } from './summary/bucket-summary';
import { type Layout, layoutOf } from './summary/layout';

/** What taking in and summing up the predictions of a version needs to know of it, made once per state of its baseline. */
export interface ServedVersion {
  readonly id: string;
  readonly projectId: string;
  readonly modelId: string;
  readonly task: ModelTask;
  readonly signature: Signature | null;
  /** The latest, whatever its state. */
  readonly baseline: Baseline | null;
  readonly reader: FeatureReader;
  readonly layout: Layout;
  readonly labels: LabelBins;
}

interface Found {
  readonly id: string;
  /** Of the latest baseline. */
  readonly baseline: string | null;
}

const LATEST = `SELECT version.id,
    (SELECT baseline.id || ' ' || baseline.state FROM baseline WHERE baseline.version_id = version.id ORDER BY revision DESC LIMIT 1) AS baseline
  FROM version`;

const MOST_REMEMBERED = 500;

/** Versions as predictions are taken in for them. Everything but the baseline of a version is fixed, so that is asked each time. */
export class ServedVersions {
  /** Least recently used first. */
  private readonly remembered = new Map<string, ServedVersion>();

  constructor(private readonly finder: VersionFinder) {}

  /** The version that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find(
    connection: Connection,
    request: Request,
    ref: VersionRef,
    path: readonly string[],
  ): Promise<ServedVersion> {
    const byId = ref.model == null ? ref.pick?.id : null;
    const { projectId } = request.actor;
    const direct = byId == null ? [] : await this.lookUp(connection, [idOrNone(byId)], projectId);
    if (direct[0]) return direct[0];
    const { id } = await this.finder.find(request, ref, path);
    return (await this.lookUp(connection, [id], projectId))[0]!;
  }

  /** Versions by id, on a connection of the caller's. */
  async byId(connection: Connection, ids: readonly string[]): Promise<Map<string, ServedVersion>> {
    const versions = await this.lookUp(connection, ids, null);
    return new Map(versions.map((version) => [version.id, version]));
  }

  private async lookUp(
    connection: Connection,
    ids: readonly string[],
    projectId: string | null,
  ): Promise<ServedVersion[]> {
    if (ids.length === 0) return [];
    const found = await rowsOf<Found>(
      connection,
      `${LATEST} WHERE version.id = ANY($1) AND ($2::uuid IS NULL OR version.project_id = $2)`,
      [ids, projectId],
    );
    const unknown = found.filter((one) => !this.remembered.has(keyOf(one)));
    const loaded = await load(
      connection,
      unknown.map(({ id }) => id),
    );
    return found.map((one) => {
      const version = this.remembered.get(keyOf(one)) ?? loaded.get(one.id)!;
      this.remember(keyOf(one), version);
      return version;
    });
  }

  private remember(key: string, version: ServedVersion): void {
    this.remembered.delete(key);
    this.remembered.set(key, version);
    if (this.remembered.size <= MOST_REMEMBERED) return;
    for (const oldest of this.remembered.keys()) {
      this.remembered.delete(oldest);
      return;
    }
  }
}

const keyOf = ({ id, baseline }: Found): string => `${id} ${baseline ?? ''}`;

async function load(connection: Connection, ids: readonly string[]): Promise<Map<string, ServedVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<Pick<ServedVersion, 'id' | 'projectId' | 'modelId' | 'task' | 'signature'>>(
    connection,
    `SELECT version.id, version.project_id AS "projectId", version.model_id AS "modelId", model.task, version.signature
     FROM version JOIN model ON model.id = version.model_id WHERE version.id = ANY($1)`,
    [ids],
  );
  const baselines = await readBaselines(connection, ids);
  return new Map(
    rows.map((row) => {
      const baseline = baselines.get(row.id) ?? null;
      const layout = layoutOf(row.signature, row.task, baseline);
      const reader = new FeatureReader(row.signature);
      return [row.id, { ...row, baseline, reader, layout, labels: new LabelBins(layout) }];
    }),
  );
}

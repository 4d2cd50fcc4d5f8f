'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ServedVersions = void 0;
const feature_reader_1 = require('../baseline/feature-reader');
const read_baseline_1 = require('../baseline/read-baseline');
const id_1 = require('../contract/id');
const connection_1 = require('../database/connection');
const bucket_summary_1 = require('./summary/bucket-summary');
const layout_1 = require('./summary/layout');
const LATEST = `SELECT version.id,
    (SELECT baseline.id || ' ' || baseline.state FROM baseline WHERE baseline.version_id = version.id ORDER BY revision DESC LIMIT 1) AS baseline
  FROM version`;
const MOST_REMEMBERED = 500;
/** Versions as predictions are taken in for them. Everything but the baseline of a version is fixed, so that is asked each time. */
class ServedVersions {
  constructor(finder) {
    this.finder = finder;
    /** Least recently used first. */
    this.remembered = new Map();
  }
  /** The version that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find(connection, request, ref, path) {
    const byId = ref.model == null ? ref.pick?.id : null;
    const { projectId } = request.actor;
    const direct = byId == null ? [] : await this.lookUp(connection, [(0, id_1.idOrNone)(byId)], projectId);
    if (direct[0]) return direct[0];
    const { id } = await this.finder.find(request, ref, path);
    return (await this.lookUp(connection, [id], projectId))[0];
  }
  /** Versions by id, on a connection of the caller's. */
  async byId(connection, ids) {
    const versions = await this.lookUp(connection, ids, null);
    return new Map(versions.map((version) => [version.id, version]));
  }
  async lookUp(connection, ids, projectId) {
    if (ids.length === 0) return [];
    const found = await (0, connection_1.rowsOf)(
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
      const version = this.remembered.get(keyOf(one)) ?? loaded.get(one.id);
      this.remember(keyOf(one), version);
      return version;
    });
  }
  remember(key, version) {
    this.remembered.delete(key);
    this.remembered.set(key, version);
    if (this.remembered.size <= MOST_REMEMBERED) return;
    for (const oldest of this.remembered.keys()) {
      this.remembered.delete(oldest);
      return;
    }
  }
}
exports.ServedVersions = ServedVersions;
const keyOf = ({ id, baseline }) => `${id} ${baseline ?? ''}`;
async function load(connection, ids) {
  if (ids.length === 0) return new Map();
  const rows = await (0, connection_1.rowsOf)(
    connection,
    `SELECT version.id, version.project_id AS "projectId", version.model_id AS "modelId", model.task, version.signature
     FROM version JOIN model ON model.id = version.model_id WHERE version.id = ANY($1)`,
    [ids],
  );
  const baselines = await (0, read_baseline_1.readBaselines)(connection, ids);
  return new Map(
    rows.map((row) => {
      const baseline = baselines.get(row.id) ?? null;
      const layout = (0, layout_1.layoutOf)(row.signature, row.task, baseline);
      const reader = new feature_reader_1.FeatureReader(row.signature);
      return [row.id, { ...row, baseline, reader, layout, labels: new bucket_summary_1.LabelBins(layout) }];
    }),
  );
}
//# sourceMappingURL=served-version.js.map

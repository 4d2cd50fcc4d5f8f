'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.actualOf = void 0;
const dataloader_1 = __importDefault(require('dataloader'));
const ACTUALS = `
  SELECT place::integer, actual.label, actual.number, actual.revision, actual.actual_at AS "actualAt", actual.received_at AS "receivedAt"
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS given (version_id, prediction_id, place)
    JOIN version ON version.id = given.version_id AND version.project_id = $3
    CROSS JOIN LATERAL (
      SELECT * FROM actual WHERE actual.model_id = version.model_id AND actual.prediction_id = given.prediction_id LIMIT 1) AS actual`;
/** What really was the case; null until somebody says. */
const actualOf = (request, dataSource) =>
  request.memo(
    exports.actualOf,
    () =>
      new dataloader_1.default(
        async (keys) => {
          const rows = await dataSource.query(ACTUALS, [
            keys.map(({ versionId }) => versionId),
            keys.map(({ predictionId }) => predictionId),
            request.actor.projectId,
          ]);
          const found = new Map(rows.map((row) => [row.place - 1, row]));
          return keys.map((_, place) => found.get(place) ?? null);
        },
        { cacheKeyFn: ({ versionId, predictionId }) => `${versionId} ${predictionId}` },
      ),
  );
exports.actualOf = actualOf;
//# sourceMappingURL=actual.loader.js.map

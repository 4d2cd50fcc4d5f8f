'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.MIGRATIONS = void 0;
const _0001_access_1 = require('./0001-access');
const _0002_event_1 = require('./0002-event');
const _0003_model_1 = require('./0003-model');
const _0004_artifact_1 = require('./0004-artifact');
const _0005_run_1 = require('./0005-run');
const _0006_version_1 = require('./0006-version');
const _0007_job_1 = require('./0007-job');
const _0008_baseline_1 = require('./0008-baseline');
const _0009_prediction_1 = require('./0009-prediction');
const _0010_summary_1 = require('./0010-summary');
/** In the order in which they are applied. The number in a name orders it; none is changed once released. */
exports.MIGRATIONS = [
  _0001_access_1.Access1800000000001,
  _0002_event_1.Event1800000000002,
  _0003_model_1.Model1800000000003,
  _0004_artifact_1.Artifact1800000000004,
  _0005_run_1.Run1800000000005,
  _0006_version_1.Version1800000000006,
  _0007_job_1.Job1800000000007,
  _0008_baseline_1.Baseline1800000000008,
  _0009_prediction_1.Prediction1800000000009,
  _0010_summary_1.Summary1800000000010,
];
//# sourceMappingURL=index.js.map

'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.qualityMeasures = qualityMeasures;
const calibration_error_1 = require('../statistics/quality/calibration-error');
const confusion_1 = require('../statistics/quality/confusion');
const probability_sums_1 = require('../statistics/quality/probability-sums');
const ranking_curve_1 = require('../statistics/quality/ranking-curve');
const regression_1 = require('../statistics/quality/regression');
/** Every quality metric of the task by the name it has in reports, in the order in which they are told. */
function qualityMeasures(quality) {
  if (quality.task === 'REGRESSION') {
    const { rmse, mae, r2, bias, mape } = (0, regression_1.regressionQuality)(quality.sums);
    return { rmse, mae, r2, bias, mape };
  }
  const { accuracy, precision, recall, f1, mcc } = (0, confusion_1.labelQuality)(quality.confusion);
  return {
    accuracy,
    precision,
    recall,
    f1,
    roc_auc: (0, ranking_curve_1.rocAuc)(quality.scores),
    pr_auc: (0, ranking_curve_1.averagePrecision)(quality.scores),
    log_loss: (0, probability_sums_1.logLoss)(quality.probabilities),
    brier: (0, probability_sums_1.brierScore)(quality.probabilities),
    ece: (0, calibration_error_1.calibrationError)(quality.scores),
    mcc,
  };
}
//# sourceMappingURL=quality-sums.js.map

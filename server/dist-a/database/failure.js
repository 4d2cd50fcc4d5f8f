'use strict';
/** What a failed statement says about the database, by SQLSTATE or by the driver's own words. */
Object.defineProperty(exports, '__esModule', { value: true });
exports.brokenConstraint = exports.isTransactionLost = exports.isDatabaseSlow = void 0;
exports.isDatabaseGone = isDatabaseGone;
const driverFailure = (error) => {
  const failure = error ?? {};
  return failure.driverError ?? failure;
};
const GONE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '53200',
  '25006',
  '08000',
  '08001',
  '08003',
  '08006',
]);
const GONE_WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|Connection ended/i;
/** Whether the database is gone, full, refusing connections or read-only just now: the same request may succeed later. */
function isDatabaseGone(error) {
  const { code, message } = driverFailure(error);
  return (code !== undefined && GONE_CODES.has(code)) || GONE_WORDS.test(message ?? '');
}
/** Whether a statement ran into its own, a lock's or an idle transaction's time limit. */
const isDatabaseSlow = (error) => ['57014', '55P03', '25P03'].includes(driverFailure(error).code ?? '');
exports.isDatabaseSlow = isDatabaseSlow;
/** Whether the transaction lost against another one and may simply be run again. */
const isTransactionLost = (error) => ['40001', '40P01'].includes(driverFailure(error).code ?? '');
exports.isTransactionLost = isTransactionLost;
/** The name of the constraint that a statement broke, if it broke one. */
const brokenConstraint = (error) => {
  const { code, constraint } = driverFailure(error);
  return code?.startsWith('23') ? constraint : undefined;
};
exports.brokenConstraint = brokenConstraint;
//# sourceMappingURL=failure.js.map

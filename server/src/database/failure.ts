import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/** What a failed statement says about the database, by SQLSTATE or by the driver's own words. */

interface Failure {
  code?: string;
  message?: string;
  syscall?: string;
  driverError?: Failure;
  constraint?: string;
}

const driverFailure = (error: unknown): Failure => {
  const failure = (error ?? {}) as Failure;
  return failure.driverError ?? failure;
};

const GONE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
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
  /connection terminated|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|Connection ended/i;

/** Whether the database is gone, full, refusing connections or read-only just now: the same request may succeed later. */
export function isDatabaseGone(error: unknown): boolean {
  if (lostBetweenStatements(error)) return true;
  const { code, message, syscall } = driverFailure(error);
  // A unix socket that is not there; any other missing file has nothing to do with the database.
  if (code === 'ENOENT') return syscall === 'connect';
  return (code !== undefined && GONE_CODES.has(code)) || GONE_WORDS.test(message ?? '');
}

/** TypeORM releases the runner of a lost connection, and whoever works with it next is told no more than that. */
const lostBetweenStatements = (error: unknown): boolean =>
  error instanceof QueryRunnerAlreadyReleasedError ||
  error instanceof QueryRunnerProviderAlreadyReleasedError;

/** Whether a statement ran into its own, a lock's or an idle transaction's time limit. */
export const isDatabaseSlow = (error: unknown): boolean =>
  ['57014', '55P03', '25P03'].includes(driverFailure(error).code ?? '');

/** Whether the transaction lost against another one and may simply be run again. */
export const isTransactionLost = (error: unknown): boolean =>
  ['40001', '40P01'].includes(driverFailure(error).code ?? '');

/** The name of the constraint that a statement broke, if it broke one. */
export const brokenConstraint = (error: unknown): string | undefined => {
  const { code, constraint } = driverFailure(error);
  return code?.startsWith('23') ? constraint : undefined;
};

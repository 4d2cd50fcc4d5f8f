import pino, { type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on standard output. What may hold a secret or a feature value is never given to it; the redaction is a second lock. */
export const makeLog = (level: string): Log =>
  pino({
    level,
    base: { service: 'modelgraph' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'secret',
        '*.secret',
        'token',
        '*.token',
        'password',
        '*.password',
        'features',
        '*.features',
      ],
      censor: '[redacted]',
    },
    serializers: { error: plainly },
  });

/** An error without what drivers hang on it: connections hold passwords, details hold rows. */
function plainly(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type: error.name, message: error.message, code, constraint, stack: error.stack };
}

'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.makeLog = void 0;
const pino_1 = __importDefault(require('pino'));
/** JSON lines on standard output. What may hold a secret or a feature value is never given to it; the redaction is a second lock. */
const makeLog = (level) =>
  (0, pino_1.default)({
    level,
    base: { service: 'modelgraph' },
    timestamp: pino_1.default.stdTimeFunctions.isoTime,
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
exports.makeLog = makeLog;
/** An error without what drivers hang on it: connections hold passwords, details hold rows. */
function plainly(error) {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint } = error;
  return { type: error.name, message: error.message, code, constraint, stack: error.stack };
}
//# sourceMappingURL=log.js.map

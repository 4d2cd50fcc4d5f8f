'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.isSameSecret = exports.shownPrefix = exports.hashSecret = exports.makeSecret = void 0;
const node_crypto_1 = require('node:crypto');
const PREFIX = 'mg_';
const SHOWN = 9;
/** A new token secret: `mg_` and 256 random bits as 43 characters of base64url. */
const makeSecret = () => `${PREFIX}${(0, node_crypto_1.randomBytes)(32).toString('base64url')}`;
exports.makeSecret = makeSecret;
/** What is kept of a secret. A plain hash is enough: 256 random bits cannot be guessed from it. */
const hashSecret = (secret) => (0, node_crypto_1.createHash)('sha256').update(secret).digest();
exports.hashSecret = hashSecret;
/** Enough of a secret to recognise it by. */
const shownPrefix = (secret) => secret.slice(0, SHOWN);
exports.shownPrefix = shownPrefix;
const isSameSecret = (a, b) =>
  (0, node_crypto_1.timingSafeEqual)((0, exports.hashSecret)(a), (0, exports.hashSecret)(b));
exports.isSameSecret = isSameSecret;
//# sourceMappingURL=secret.js.map

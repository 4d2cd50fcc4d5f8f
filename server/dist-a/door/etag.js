'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.matchesEtag = void 0;
/** Whether an `If-None-Match` header names this entity tag. Weak comparison, as RFC 9110 wants for it. */
const matchesEtag = (header, etag) =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));
exports.matchesEtag = matchesEtag;
//# sourceMappingURL=etag.js.map

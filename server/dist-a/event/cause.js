'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.causeOf = void 0;
/** The cause of events that a request brings about. */
const causeOf = ({ actor, requestId }) => ({
  projectId: actor.projectId,
  actor: actor.subject,
  requestId,
});
exports.causeOf = causeOf;
//# sourceMappingURL=cause.js.map

'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.requireApprover = requireApprover;
exports.requireAdminToForce = requireAdminToForce;
const actor_1 = require('../contract/actor');
const service_error_1 = require('../contract/service-error');
/** Rights that depend on the input, beyond the role that the field itself requires. */
function requireApprover({ actor }) {
  if (!(0, actor_1.includesRole)(actor.role, actor_1.Role.APPROVER))
    throw new service_error_1.ServiceError(
      'FORBIDDEN',
      `Putting a version into PRODUCTION needs the role APPROVER; this token has ${actor.role}.`,
    );
}
function requireAdminToForce({ actor }) {
  if (!(0, actor_1.includesRole)(actor.role, actor_1.Role.ADMIN))
    throw new service_error_1.ServiceError(
      'FORBIDDEN',
      `\`force\` needs the role ADMIN; this token has ${actor.role}.`,
    );
}
//# sourceMappingURL=rights.js.map

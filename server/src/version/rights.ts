import { includesRole, Role } from '../contract/actor';
import type { Request } from '../contract/request';
import { ServiceError } from '../contract/service-error';

/** Rights that depend on the input, beyond the role that the field itself requires. */

export function requireApprover({ actor }: Request): void {
  if (!includesRole(actor.role, Role.APPROVER))
    throw new ServiceError(
      'FORBIDDEN',
      `Putting a version into PRODUCTION needs the role APPROVER; this token has ${actor.role}.`,
    );
}

export function requireAdminToForce({ actor }: Request): void {
  if (!includesRole(actor.role, Role.ADMIN))
    throw new ServiceError('FORBIDDEN', `\`force\` needs the role ADMIN; this token has ${actor.role}.`);
}

/** The roles in order: each may do all that the ones before it may. */
export enum Role {
  READER = 'READER',
  WRITER = 'WRITER',
  APPROVER = 'APPROVER',
  ADMIN = 'ADMIN',
  OPERATOR = 'OPERATOR',
}

const ORDER = Object.values(Role);

/** Whether a role may do what needs `least`. */
export const includesRole = (role: Role, least: Role): boolean => ORDER.indexOf(role) >= ORDER.indexOf(least);

/** Who makes a request, as its token says. Plain data: every room may hold one, only `access` makes one. */
export interface Actor {
  /** The person or service that answers for what is done. */
  readonly subject: string;
  readonly role: Role;
  readonly projectId: string;
  /** Null for the operator, whose token stands in the environment. */
  readonly tokenId: string | null;
  /** RFC 3339; null for never. */
  readonly expiresAt: string | null;
}

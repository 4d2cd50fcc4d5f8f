'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.includesRole = exports.Role = void 0;
/** The roles in order: each may do all that the ones before it may. */
var Role;
((Role) => {
  Role['READER'] = 'READER';
  Role['WRITER'] = 'WRITER';
  Role['APPROVER'] = 'APPROVER';
  Role['ADMIN'] = 'ADMIN';
  Role['OPERATOR'] = 'OPERATOR';
})(Role || (exports.Role = Role = {}));
const ORDER = Object.values(Role);
/** Whether a role may do what needs `least`. */
const includesRole = (role, least) => ORDER.indexOf(role) >= ORDER.indexOf(least);
exports.includesRole = includesRole;
//# sourceMappingURL=actor.js.map

'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.idOrNone = exports.newId = void 0;
const uuid_1 = require('uuid');
/** A new id: opaque to clients, ordered by time for the indexes. */
const newId = () => (0, uuid_1.v7)();
exports.newId = newId;
const NONE = '00000000-0000-0000-0000-000000000000';
/** A client's id for a uuid column: whatever is no id of ours becomes the one that nothing has. */
const idOrNone = (id) => ((0, uuid_1.validate)(id) ? id.toLowerCase() : NONE);
exports.idOrNone = idOrNone;
//# sourceMappingURL=id.js.map

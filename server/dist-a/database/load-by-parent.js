'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.loadByParent = loadByParent;
const dataloader_1 = __importDefault(require('dataloader'));
/**
 * The request's DataLoader of the rows that belong to a parent: those of all parents asked for in one tick are read by
 * one call of `read`, whose order each list keeps. `key` names the loader in the request.
 */
function loadByParent(request, key, read, parentOf) {
  return request.memo(
    key,
    () =>
      new dataloader_1.default(async (parentIds) => {
        const lists = new Map(parentIds.map((id) => [id, []]));
        for (const row of await read(parentIds)) lists.get(parentOf(row))?.push(row);
        return parentIds.map((id) => lists.get(id) ?? []);
      }),
  );
}
//# sourceMappingURL=load-by-parent.js.map

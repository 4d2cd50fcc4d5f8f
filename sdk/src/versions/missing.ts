import { notFound } from '../errors/not-found.js';
import type { NotFoundError } from '../generated/user-errors.js';
import { type VersionLike, versionRef } from './version-like.js';

/** The error for a version that was to be there, in words. The server does not tell a missing model from a missing version. */
export function missingVersion(version: VersionLike): NotFoundError {
  const { model, pick } = versionRef(version);
  if (pick?.id !== undefined)
    return notFound(`There is no version "${pick.id}" in this project.`, ['version']);
  const which =
    pick?.number !== undefined
      ? String(pick.number)
      : pick?.latest
        ? 'at all'
        : `in ${pick?.stage ?? 'PRODUCTION'}`;
  const name = model?.name === undefined ? `with the id "${model?.id}"` : `"${model.name}"`;
  return notFound(`The model ${name} has no version ${which}.`, ['version']);
}

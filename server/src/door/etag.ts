/** Whether an `If-None-Match` header names this entity tag. Weak comparison, as RFC 9110 wants for it. */
export const matchesEtag = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));

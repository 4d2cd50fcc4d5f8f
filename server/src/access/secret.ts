import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'mg_';
const SHOWN = 9;

/** A new token secret: `mg_` and 256 random bits as 43 characters of base64url. */
export const makeSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`;

/** What is kept of a secret. A plain hash is enough: 256 random bits cannot be guessed from it. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Enough of a secret to recognise it by. */
export const shownPrefix = (secret: string): string => secret.slice(0, SHOWN);

export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(hashSecret(a), hashSecret(b));

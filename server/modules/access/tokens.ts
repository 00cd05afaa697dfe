import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes for a cookie or a link, as 43 letters; only the hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const isToken = (value: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(value);

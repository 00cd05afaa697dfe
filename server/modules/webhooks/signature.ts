import { createHmac, randomBytes } from 'node:crypto';

/** A secret as the Standard Webhooks convention writes it: 'whsec_' and 32 random bytes in base64. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** 'v1,<base64>': HMAC-SHA-256 over id, time in seconds and body, joined by dots (Standard Webhooks 1.0). */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

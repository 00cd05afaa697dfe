import { createHash } from 'node:crypto';

/**
 * The id of a copy (uuid version 8): made of the plan that holds it and of the original, so that the original is found
 * again after lines were deleted and brought back or their targets written anew, and copying twice makes one copy.
 */
export function copyId(planId: string, originalId: string): string {
  const hash = createHash('sha256').update(`${planId} ${originalId}`).digest();
  hash[6] = 0x80 | (hash[6]! & 0x0f);
  hash[8] = 0x80 | (hash[8]! & 0x3f);
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

// Begins anywhere below 2^24: two processes do not count side by side, and none comes to the end of 2^32.
let count = crypto.getRandomValues(new Uint32Array(1))[0]! >>> 8;

/**
 * A version 7 UUID (RFC 9562): sorts by the time it was made, so keyset lists can use it. Twelve bits and twenty more
 * count up within a process (method 1 of the RFC), so ids of one millisecond keep their order, thousands of them too;
 * the rest is chance.
 */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  count = (count + 1) >>> 0;
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = 0x70 | (count >>> 28);
  bytes[7] = count >>> 20;
  bytes[8] = 0x80 | ((count >>> 14) & 0x3f);
  bytes[9] = count >>> 6;
  bytes[10] = ((count & 0x3f) << 2) | (bytes[10]! & 0x03);
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const isId = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);

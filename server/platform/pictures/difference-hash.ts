/**
 * The difference hash of a grey picture of 9 x 8 pixels: for each pixel whether its right neighbour is lighter, row by
 * row. 64 bits as a signed decimal number, as the database keeps it. Alike pictures differ in few bits.
 */
export function differenceHash(grey: Uint8Array): string {
  let bits = 0n;
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) bits = (bits << 1n) | (grey[y * 9 + x]! < grey[y * 9 + x + 1]! ? 1n : 0n);
  return BigInt.asIntN(64, bits).toString();
}

/** In how many of 64 bits two hashes differ. */
export function hashDistance(a: string, b: string): number {
  let left = BigInt.asUintN(64, BigInt(a) ^ BigInt(b));
  let count = 0;
  for (; left > 0n; left &= left - 1n) count++;
  return count;
}

import { fold } from './text.ts';

/**
 * Near copies of Vietnamese texts. A syllable alone says little and a word has no visible edges, so a text is taken as the
 * set of its runs of four syllables (shingles; Broder 1997, "On the resemblance and containment of documents"), folded,
 * so that a copy without marks or in capitals is found too.
 */
const RUN = 4;
/** The smallest hashes of a text stand for all: two texts that share half of their shingles share one of eight with 99.6 %. */
const SKETCH = 8;

const syllables = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];

/** Hashes of the runs of four syllables, each once; a text of fewer than four syllables has none. */
export function shinglesOf(text: string): Set<bigint> {
  const all = syllables(text);
  const found = new Set<bigint>();
  for (let i = 0; i + RUN <= all.length; i++) found.add(hash(all.slice(i, i + RUN).join(' ')));
  return found;
}

const halves = new Uint32Array(2);
const whole = new BigInt64Array(halves.buffer);

/**
 * FNV-1a of 64 bits, as the signed number a bigint column takes. Reckoned in two halves: with big integers a text of a
 * thousand words takes milliseconds.
 */
function hash(words: string): bigint {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let i = 0; i < words.length; i++) {
    low = (low ^ words.charCodeAt(i)) >>> 0;
    // Times 2^40 + 0x1b3; each product stays an exact number.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  halves[0] = low;
  halves[1] = high;
  return whole[0]!;
}

/** The eight smallest hashes: texts with one in common are worth comparing. Empty where the text is too short to tell. */
export function sketchOf(shingles: ReadonlySet<bigint>): bigint[] {
  if (shingles.size < 12) return [];
  return [...shingles].sort((a, b) => (a < b ? -1 : 1)).slice(0, SKETCH);
}

/** How much of `mine` stands in `other` too, 0 to 1: a copied part counts although the whole is longer. */
export function containment(mine: ReadonlySet<bigint>, other: ReadonlySet<bigint>): number {
  if (mine.size === 0) return 0;
  let common = 0;
  for (const one of mine) if (other.has(one)) common++;
  return common / mine.size;
}

import { type Block, wordsOf } from './article-content.ts';
import { piecesOf } from './inline-tokens.ts';

/** As much of the words in common as makes a block the same block, written on. */
const ALIKE = 0.4;
/** Beyond this many pairs only the place tells which is which. */
const MOST_PAIRS = 20_000;

/**
 * For each block of `a` which block of `b` it has become, in the same order; -1 where it has gone. Blocks of one kind
 * belong together by their words; a lone block on each side always does.
 */
export function pairsOf(a: readonly Block[], b: readonly Block[]): Int32Array {
  const found = new Int32Array(a.length).fill(-1);
  if (a.length * b.length > MOST_PAIRS) return found.map((_, at) => (at < b.length ? at : -1));
  const [words, others] = [a.map(bag), b.map(bag)];
  const width = b.length + 1;
  const alike = new Float32Array(a.length * b.length);
  const best = new Float32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      alike[i * b.length + j] = likeness(a[i]!, b[j]!, words[i]!, others[j]!);
      const value = alike[i * b.length + j]!;
      const paired = value >= ALIKE ? best[(i + 1) * width + j + 1]! + value : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const value = alike[i * b.length + j]!;
    const here = best[i * width + j]!;
    if (value >= ALIKE && here === Math.fround(best[(i + 1) * width + j + 1]! + value)) found[i++] = j++;
    else if (here === best[(i + 1) * width + j]!) i++;
    else j++;
  }
  return found;
}

const bag = (block: Block): Map<string, number> => {
  const counted = new Map<string, number>();
  for (const piece of piecesOf(wordsOf(block)))
    if (piece.trim() !== '') counted.set(piece, (counted.get(piece) ?? 0) + 1);
  return counted;
};

const size = (words: ReadonlyMap<string, number>): number => words.values().reduce((sum, n) => sum + n, 0);

function likeness(a: Block, b: Block, words: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  if (kindOf(a) !== kindOf(b)) return 0;
  // The same picture with other words is the same picture.
  if (a.type === 'picture' && b.type === 'picture') return a.attrs.mediaId === b.attrs.mediaId ? 1 : 0;
  const all = size(words) + size(others);
  if (all === 0) return 1;
  let shared = 0;
  for (const [word, n] of words) shared += Math.min(n, others.get(word) ?? 0);
  // What was only written on holds all of the words it began with.
  const shorter = Math.min(size(words), size(others));
  return Math.max((2 * shared) / all, shorter > 0 ? (0.9 * shared) / shorter : 0);
}

const kindOf = (block: Block): string =>
  block.type === 'heading' ? 'paragraph' : block.type === 'orderedList' ? 'bulletList' : block.type;

import type { Piece } from './lines.ts';

/** Longer "sentences" are no prose; they are left to the reader. */
const MAX_SENTENCE = 5000;

/** Sentences and clauses between semicolons, with their places. */
export function sentences(text: Piece): Piece[] {
  const span = text.spans[0];
  if (!span) return [];
  const parts: Piece[] = [];
  let from = 0;
  const push = (to: number) => {
    const raw = text.text.slice(from, to);
    if (raw.trim() !== '' && raw.length <= MAX_SENTENCE)
      parts.push({
        text: raw.trim(),
        spans: placeOf(text, from + raw.length - raw.trimStart().length, to - (raw.length - raw.trimEnd().length)),
      });
    from = to;
  };
  for (const mark of text.text.matchAll(/[;\n]\s*|(?<=[^\d.]\.)\s+(?=\p{Lu})/gu)) push(mark.index + mark[0].length);
  push(text.text.length);
  return parts;
}

/** Stretch of a joined piece in the blocks it came from (pieces are joined by one character). */
export function placeOf(text: Piece, from: number, to: number): Piece['spans'] {
  let at = 0;
  const spans: Piece['spans'] = [];
  for (const span of text.spans) {
    const length = span.to - span.from;
    const a = Math.max(from, at);
    const b = Math.min(to, at + length);
    if (a < b) spans.push({ block: span.block, from: span.from + a - at, to: span.from + b - at });
    at += length + 1;
  }
  return spans.length > 0 ? spans : text.spans.slice(0, 1);
}

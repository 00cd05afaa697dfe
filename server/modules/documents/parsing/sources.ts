import type { BlockSpan, DraftSource, Extracted } from '#lib/plan-draft.ts';
import type { Para, Reading } from '../reading/blocks.ts';
import type { Piece } from './lines.ts';

/** Finds for a stretch of a block where it stands in the file: character range of the part, page and box. */
export class Sources {
  private readonly paras = new Map<number, Para>();
  private readonly maps = new Map<number, Uint32Array | null>();
  private readonly text: string;

  constructor(reading: Reading) {
    this.text = reading.text;
    for (const block of reading.blocks) {
      if (block.kind === 'para') this.paras.set(block.id, block);
      else for (const cell of block.cells) for (const para of cell.paras) this.paras.set(para.id, para);
    }
  }

  of(spans: readonly BlockSpan[]): DraftSource | null {
    const first = spans[0];
    const para = first && this.paras.get(first.block);
    if (!first || !para) return null;
    const { part, page, box } = para.source;
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    for (const span of spans) {
      const range = this.range(span);
      if (!range || this.paras.get(span.block)?.source.part !== part) continue;
      from = Math.min(from, range[0]);
      to = Math.max(to, range[1]);
    }
    return { part, from, to, ...(page === undefined ? {} : { page }), ...(box ? { box } : {}), spans: [...spans] };
  }

  private range(span: BlockSpan): [number, number] | null {
    const para = this.paras.get(span.block);
    if (!para) return null;
    const map = this.mapOf(para);
    if (!map || span.to <= span.from) return [para.source.from, para.source.to];
    return [map[span.from]!, map[span.to - 1]! + 1];
  }

  /** Position in the part's text of each letter of a paragraph; null when the two do not agree. */
  private mapOf(para: Para): Uint32Array | null {
    let map = this.maps.get(para.id);
    if (map === undefined) {
      map = align(para.text, this.text, para.source.from, para.source.to);
      this.maps.set(para.id, map);
    }
    return map;
  }
}

/** The paragraph's letters are the part's letters without marks, breaks and doubled blanks, in the same order. */
function align(clean: string, text: string, from: number, to: number): Uint32Array | null {
  const direct = text.startsWith(clean, from)
    ? from
    : text.slice(from, to).includes(clean)
      ? from + text.slice(from, to).indexOf(clean)
      : -1;
  const map = new Uint32Array(clean.length);
  if (direct >= 0) {
    for (let i = 0; i < clean.length; i++) map[i] = direct + i;
    return map;
  }
  let at = from;
  // The label stands before the text and may hold letters of its own; start where the first word begins.
  const word = /^\S+/.exec(clean)?.[0] ?? '';
  const start = text.indexOf(word, from);
  if (word !== '' && start >= 0 && start < to) at = start;
  for (let i = 0; i < clean.length; i++) {
    const char = clean.charAt(i);
    if (char === ' ') {
      map[i] = Math.min(at, to - 1);
      continue;
    }
    while (at < to && text.charAt(at) !== char) at++;
    if (at >= to) return null;
    map[i] = at++;
  }
  return map;
}

/** What an item carries beside its value. */
export function evidence(
  sources: Sources,
  spans: readonly BlockSpan[],
  confidence: number,
  rule: string,
  raw?: string,
): Extracted {
  const base: Extracted = { source: sources.of(spans), confidence: Math.round(confidence * 100) / 100, rule };
  return raw === undefined ? base : { ...base, raw };
}

/** Rule strength lowered or raised by clues that do not depend on it. */
export function confidence(strength: number, ...clues: boolean[]): number {
  let value = strength;
  for (const clue of clues) value = clue ? value + (1 - value) * 0.5 : value * 0.8;
  return Math.max(0.05, Math.min(0.99, value));
}

export const textItem = (sources: Sources, found: Piece, sure: number, rule: string) => ({
  text: found.text,
  ...evidence(sources, found.spans, sure, rule),
});

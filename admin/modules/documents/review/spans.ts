import type { ReviewField } from '#lib/review.ts';

/** A stretch [from, to) of one paragraph. */
export interface Stretch {
  from: number;
  to: number;
}

/** Which stretches of which paragraphs a field was read from. */
export function stretchesOf(field: Pick<ReviewField, 'source'> | undefined): ReadonlyMap<number, Stretch[]> {
  const byBlock = new Map<number, Stretch[]>();
  for (const { block, from, to } of field?.source?.spans ?? []) {
    byBlock.set(block, [...(byBlock.get(block) ?? []), { from, to }]);
  }
  return byBlock;
}

/** For every paragraph the fields that were read from it, the narrowest first: a duty before the whole of its actor. */
export function claimsOf(fields: readonly ReviewField[]): ReadonlyMap<number, string[]> {
  const claims = new Map<number, { key: string; blocks: number; length: number; kept: boolean }[]>();
  for (const field of fields) {
    const stretches = stretchesOf(field);
    for (const [block, parts] of stretches) {
      const length = parts.reduce((sum, part) => sum + part.to - part.from, 0);
      const claim = { key: field.key, blocks: stretches.size, length, kept: field.state !== 'dropped' };
      claims.set(block, [...(claims.get(block) ?? []), claim]);
    }
  }
  return new Map(
    [...claims].map(([block, found]) => [
      block,
      // A paragraph read as a whole is itself the item; figures and names inside it come after.
      found
        .toSorted((a, b) => Number(b.kept) - Number(a.kept) || a.blocks - b.blocks || b.length - a.length)
        .map((claim) => claim.key),
    ]),
  );
}

/** The field a click on a paragraph means: the first that claimed it, or the next one if one of them is chosen already. */
export function claimAt(claims: ReadonlyMap<number, string[]>, block: number, chosen?: string): string | undefined {
  const keys = claims.get(block) ?? [];
  return keys[(keys.indexOf(chosen ?? '') + 1) % Math.max(1, keys.length)];
}

export interface Piece {
  text: string;
  lit: boolean;
  italic: boolean;
  bold: boolean;
}

interface Printed {
  text: string;
  bold: boolean;
  italic: boolean;
  boldLead: number;
  italicSpans: readonly [number, number][];
}

/** A paragraph cut where its look or its light changes. */
export function piecesOf(para: Printed, lit: readonly Stretch[]): Piece[] {
  const { text } = para;
  const cuts = new Set([0, text.length, para.boldLead, ...para.italicSpans.flat()]);
  for (const { from, to } of lit) cuts.add(from).add(to);
  const edges = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      lit: lit.some((stretch) => stretch.from <= from && to <= stretch.to),
      italic: para.italic || para.italicSpans.some(([start, end]) => start <= from && to <= end),
      bold: para.bold || to <= para.boldLead,
    };
  });
}

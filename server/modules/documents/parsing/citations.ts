import type { DraftReference } from '#lib/plan-draft.ts';
import { type Line, type Piece, piece } from './lines.ts';
import type { Basis } from './preamble.ts';
import { findReferences, type Reference } from './references.ts';

export interface Citation extends Reference {
  piece: Piece;
}

/**
 * Every other numbered document that the plan mentions, each mention once.
 * @param own number and symbol of the plan itself
 */
export function readCitations(lines: readonly Line[], bases: readonly Basis[], own: string | null): Citation[] {
  const taken = bases.flatMap((basis) => basis.piece.spans.map((span) => ({ block: span.block, ref: basis.ref })));
  return lines.flatMap((line) => {
    // "(Kèm theo Kế hoạch số …)" over an annex names this very plan.
    if (/^\((?:kem theo|ban hanh kem theo)\b/.test(line.fold)) return [];
    const skip = taken.filter((basis) => basis.block === line.id && basis.ref !== null).map((basis) => basis.ref);
    return findReferences(line.text).flatMap((reference) => {
      if (own !== null && reference.ref === own) return [];
      const at = skip.indexOf(reference.ref);
      if (at >= 0) {
        skip.splice(at, 1);
        return [];
      }
      return [{ ...reference, piece: piece(line, reference.from, reference.to) }];
    });
  });
}

export function referenceFields(reference: Reference): Omit<DraftReference, 'source' | 'confidence' | 'text'> {
  const { type, number, symbol, ref, issuer, date, title } = reference;
  return { type, number, symbol, ref, issuer, date, title };
}

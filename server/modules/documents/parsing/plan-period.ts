import type { HeaderFound } from './header.ts';
import { type Piece, piece } from './lines.ts';
import { findPeriod, type PeriodFound } from './period.ts';
import type { PreambleFound } from './preamble.ts';
import type { Regions } from './regions.ts';

export interface ChosenPeriod {
  found: PeriodFound;
  piece: Piece;
  sure: number;
}

/** The time the plan is for: from its title, else from its opening, its closing, its bases, at last from its date. */
export function choosePeriod(
  regions: Regions,
  preamble: PreambleFound,
  closing: Piece | null,
  header: HeaderFound,
): ChosenPeriod | null {
  const texts: [Piece | null, number][] = [
    [regions.title?.title ?? null, 0.95],
    [preamble.opening, 0.85],
    [closing, 0.8],
    ...regions.preamble.map((line): [Piece, number] => [piece(line), 0.7]),
  ];
  for (const [text, sure] of texts) {
    const found = text && findPeriod(text.text);
    if (found) return { found, piece: text, sure };
  }
  const title = regions.title?.title ?? preamble.opening;
  const quoted = title && findPeriod(title.text, true);
  if (quoted) return { found: quoted, piece: title, sure: 0.5 };
  const date = header.date;
  if (!date?.value.year) return null;
  const year = date.value.year;
  return {
    found: { period: { kind: 'calendarYear', from: year, to: year }, from: 0, to: 0 },
    piece: date.piece,
    sure: 0.4,
  };
}

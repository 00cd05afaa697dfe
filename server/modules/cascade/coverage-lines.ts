import { type Part, partNames } from '#lib/plan-parts.ts';
import type { Db } from '#platform/tx.ts';
import { headingOf, textOf } from './line-words.ts';
import { linesOfPlan } from './plan-lines.sql.ts';

export interface WordedLine {
  lineId: string;
  part: Part;
  heading: string | null;
  text: string;
}

/** Lines of a plan as they are asked, in the order of the paper. */
export async function wordedLines(db: Db, planId: string): Promise<WordedLine[]> {
  const lines = await linesOfPlan(db, planId);
  return lines
    .map((line) => ({ lineId: line.id, part: line.part, heading: headingOf(line), text: textOf(line) }))
    .sort((a, b) => partNames.indexOf(a.part) - partNames.indexOf(b.part));
}

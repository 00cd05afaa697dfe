import { isAskedOf } from '#lib/asked-of-us.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { dayOf } from '#lib/format.ts';
import { partNames } from '#lib/plan-parts.ts';
import { fold } from '#lib/text.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { addDays } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import type * as c from './cascade.contract.ts';
import { answeringRoles, askableLines, senderFor } from './choosing.ts';
import * as sql from './dispatches.sql.ts';
import { actorOf, headingOf, namedIn, type PlacedLine, textOf } from './line-words.ts';

const usualDays = 14;

/** What of an issued plan may go down, with our proposal: lines that address kinds of units that stand below the sender. */
export async function proposeDispatch(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.proposeDispatch>,
): Promise<OutputOf<typeof c.proposeDispatch>> {
  const sender = await senderFor(db, actor, planId);
  const today = dayOf(actor.now);
  const [lines, below, times] = await Promise.all([
    askableLines(db, planId),
    sql.kindsBelow(db, sender.path, answeringRoles, today),
    sql.askedTimes(db, planId),
  ]);
  const kinds = below.map((b) => b.kind);
  const ordered = partNames.flatMap((part) => lines.filter((line) => line.part === part));
  return {
    lines: ordered.map((line) => ({
      lineId: line.id,
      part: line.part,
      heading: headingOf(line),
      text: textOf(line),
      ...proposed(line, kinds),
      sentTo: times.get(line.id) ?? 0,
    })),
    kinds: below,
    dueOn: addDays(today, usualDays),
  };
}

/** "Văn phòng Sở" and "Phòng Giáo dục Mầm non" are one phòng each, not all of them. */
const isMany = (name: string, kind: UnitKind): boolean => kind !== 'division' || /\bcac\b/.test(fold(name));

/** Duties, quotas, deliverables and reports are for whom they name, and for all where they name nobody; duties always name. */
function proposed(line: PlacedLine, kinds: readonly UnitKind[]): { kinds: UnitKind[]; chosen: boolean } {
  const asked = (name: string) => kinds.filter((kind) => isAskedOf(name, { kind, name: null }) && isMany(name, kind));
  switch (line.part) {
    case 'area':
    case 'solution':
      return { kinds: [], chosen: false };
    case 'activity': {
      const named = [...new Set(namedIn(line).flatMap(asked))];
      return { kinds: named, chosen: named.length > 0 };
    }
    default: {
      const actor = actorOf(line);
      if (actor === null) return { kinds: [], chosen: line.part !== 'duty' };
      const named = asked(actor);
      return { kinds: named, chosen: named.length > 0 };
    }
  }
}

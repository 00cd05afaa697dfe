import type { OutputOf } from '#lib/contract.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { getUnitRow } from './org.ts';
import type { unitHistory as contract } from './reorganisation.contract.ts';
import * as sql from './unit-history.sql.ts';

type Item = OutputOf<typeof contract>['items'][number];

const passed: Record<string, string> = {
  'merge from': 'merged-from',
  'split from': 'split-from',
  'close from': 'took-over',
  'merge to': 'merged-into',
  'split to': 'split-into',
  'close to': 'passed-to',
};

/** Where the unit stood and what it was called before, from which units it came, what became of it; the latest first. */
export async function unitHistory(db: Db, actor: Actor, input: { unitId: string }): Promise<OutputOf<typeof contract>> {
  const unit = await getUnitRow(db, input.unitId);
  const words = (key: string, units: readonly string[]) =>
    say(actor.language, `org.history.${key}`, { units: units.join(', ') });
  const items: Item[] = [];
  for (const { kind, on, decision, side, names } of await sql.listSuccessions(db, unit.id))
    items.push({ on, kind, decision, sentence: words(passed[`${kind} ${side}`]!, names) });
  const own = await sql.listOwn(db, unit.id);
  for (const { kind, on, decision, to } of own) {
    const before = await sql.findBefore(db, unit.id, on);
    if (kind === 'rename' && before.name) items.push({ on, kind, decision, sentence: words('renamed', [before.name]) });
    if (kind === 'move' && before.parent) items.push({ on, kind, decision, sentence: words('moved', [before.parent]) });
    if (kind === 'close' && to.length === 0) items.push({ on, kind, decision, sentence: words('ended', []) });
  }
  // Moved because the unit above was merged, or before this system: the dated parents tell.
  for (const { on, name } of await sql.listFormerParents(db, unit.id))
    if (!items.some((item) => item.on === on))
      items.push({ on, kind: 'move', decision: '', sentence: words('moved', [name]) });
  return { items: items.sort((a, b) => (a.on < b.on ? 1 : -1)) };
}

import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { noEffects } from './change-steps.ts';
import { changeSentence, failureSentence } from './change-words.ts';
import type { UnitChange } from './reorganisation.contract.ts';
import { changeActions } from './reorganisation.policy.ts';
import { type ChangeRow, listNames } from './reorganisation.sql.ts';

/** The change as it was given, with the names of that day. */
interface Given {
  fromIds: string[];
  to?: { unitId?: string; make?: { id?: string } }[];
  line?: string;
  names: { from: string[]; to: string[] };
}

export const shownChange = async (db: Db, actor: Actor, row: ChangeRow): Promise<UnitChange> =>
  (await shownChanges(db, actor, [row]))[0]!;

export async function shownChanges(db: Db, actor: Actor, rows: readonly ChangeRow[]): Promise<UnitChange[]> {
  const given = rows.map((row) => row.input as Given);
  const ids = given.flatMap((g) => (g.to ?? []).map((t) => t.unitId ?? t.make?.id ?? ''));
  const there = new Set((await listNames(db, ids.filter(Boolean))).map((u) => u.id));
  return rows.map((row, i) => shown(actor, row, given[i]!, there));
}

function shown(actor: Actor, row: ChangeRow, given: Given, there: ReadonlySet<string>): UnitChange {
  const { names } = given;
  const targets = (given.to ?? []).map((t) => t.unitId ?? t.make?.id ?? '');
  const sentence = changeSentence(actor.language, {
    kind: row.kind,
    from: names.from,
    to: names.to,
    effectiveOn: row.effectiveOn,
    line: given.line,
  });
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    effectiveOn: row.effectiveOn,
    decision: row.decision,
    sentence,
    from: given.fromIds.map((id, n) => ({ id, name: names.from[n] ?? '' })),
    to: names.to.map((name, n) => ({ id: there.has(targets[n] ?? '') ? targets[n]! : null, name })),
    effects: { ...noEffects, ...row.effects },
    failure: row.failure && failureSentence(actor.language, row.failure.code, row.failure.params),
    batchId: row.batchId,
    fileName: row.fileName,
    personName: row.personName,
    at: row.at.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    can: changeActions(actor, row),
  };
}

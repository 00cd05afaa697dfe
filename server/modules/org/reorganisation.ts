import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor, Language } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type ChangeNews, findNews, listConcerned } from './change-news.sql.ts';
import { type ChangeInput, type ChangePlan, planChange } from './change-plan.ts';
import { type Author, carryOut, type Outcome, settle } from './change-steps.ts';
import { changeSentence } from './change-words.ts';
import { rehearse } from './rehearsal.ts';
import * as contract from './reorganisation.contract.ts';
import * as sql from './reorganisation.sql.ts';
import { shownChange, shownChanges } from './shown-change.ts';

/** The batch and the line of the table a change came from. */
export interface FromTable {
  batchId: string;
  fileName: string;
  row: number;
}

export interface Carried {
  input: ChangeInput & { id: string };
  plan: ChangePlan;
  outcome: Outcome;
}

/** In whose name a change is made: a signed-in person with rights, or somebody at the console, whom nobody asks for rights. */
export interface Acting {
  author: Author;
  actor: Actor | null;
  personId: string;
  language: Language;
  now: Date;
}
export const actingAs = (actor: Actor): Acting => ({
  author: actor,
  actor,
  personId: actor.person.id,
  language: actor.language,
  now: actor.now,
});

/** Checks and carries out one change on the units; `settle` and `keep` follow. */
export async function carry(tx: Tx, author: Author, actor: Actor | null, given: ChangeInput): Promise<Carried> {
  const input = withIds({ ...given, id: given.id ?? newId(author.now.getTime()) }, author.now);
  const plan = await planChange(tx, actor, input, input.id);
  return { input, plan, outcome: await carryOut(tx, author, plan) };
}

/** Units to be made get their ids when the change is planned, so that later changes may name them. */
function withIds(input: ChangeInput & { id: string }, now: Date): ChangeInput & { id: string } {
  const to = input.to?.map((t) => (t.make ? { ...t, make: { ...t.make, id: t.make.id ?? newId(now.getTime()) } } : t));
  return { ...input, to };
}

type Kept = Parameters<typeof sql.insertChange>[1];

async function rowOf(tx: Tx, who: Acting, { input, plan, outcome }: Carried, from: FromTable | null): Promise<Kept> {
  const paths = [...plan.from.map((u) => u.path), ...(await pathsOf(tx, plan))];
  const above = (await sql.findAbove(tx, paths)) ?? plan.from[0]!;
  return {
    id: input.id,
    kind: plan.kind,
    unit_id: above.id,
    path: above.path,
    effective_on: plan.on,
    decision: plan.decision,
    input: JSON.stringify({ ...input, names: namesOf(plan) }),
    undo: null,
    effects: JSON.stringify(outcome.effects),
    unit_ids: outcome.unitIds,
    state: 'planned',
    batch_id: from?.batchId ?? null,
    file_name: from?.fileName ?? null,
    file_row: from?.row ?? null,
    person_id: who.personId,
    created_at: who.now,
    done_at: null,
  };
}

const pathsOf = async (tx: Tx, plan: ChangePlan): Promise<string[]> =>
  plan.line === 'working'
    ? await sql.listPaths(
        tx,
        plan.parts.map((p) => p.make?.parentId ?? p.id),
      )
    : [];

/** Names as they were, which the change may give away: from, to. */
export const namesOf = (plan: ChangePlan) => ({
  from: plan.from.map((u) => u.name),
  to: plan.rename ? [plan.rename.name] : plan.parts.map((p) => p.name),
});

/** Keeps changes that were carried out, with what undoes them; the world hears of it through the outbox. */
async function keepDone(tx: Tx, who: Acting, carried: readonly Carried[], tables: readonly (FromTable | null)[]) {
  for (const [i, one] of carried.entries()) {
    const row = await rowOf(tx, who, one, tables[i] ?? null);
    await sql.insertChange(tx, { ...row, state: 'done', undo: JSON.stringify(one.outcome.undo), done_at: who.now });
    await sql.insertSuccessions(
      tx,
      one.outcome.successions.map((s) => ({ ...s, change_id: row.id })),
    );
    await tell(tx, who.author, contract.changeDone, row, one.plan);
  }
  await followLater(
    tx,
    carried.flatMap((c) => c.outcome.touched),
    who.now,
  );
}

/** What somebody wrote at the same moment, under a path that was true when it was read, follows a minute later. */
export const followLater = (tx: Tx, unitIds: readonly string[], now: Date): Promise<void> =>
  enqueue(tx, 'org.carry-rows', { unitIds: [...new Set(unitIds)] }, { after: new Date(now.getTime() + 60_000) });

export async function tell(
  tx: Tx,
  author: Author,
  event: typeof contract.changeDone,
  row: { id: string; unit_id: string; path: string; kind: string; effective_on: string; decision: string },
  named: { from: readonly { id: string }[]; parts: readonly { id: string }[] },
): Promise<void> {
  const after = {
    kind: row.kind,
    effectiveOn: row.effective_on,
    decision: row.decision,
    from: named.from.map((u) => u.id),
    to: named.parts.map((p) => p.id),
  };
  await record(
    tx,
    author,
    event({ subject: { id: row.id, unitId: row.unit_id, path: row.path }, before: null, after }),
  );
}

export async function previewChange(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.previewChange>,
): Promise<OutputOf<typeof contract.previewChange>> {
  const { plan, outcome } = await rehearse(tx, () => carry(tx, actor, actor, input));
  return {
    sentence: changeSentence(actor.language, {
      kind: plan.kind,
      ...namesOf(plan),
      effectiveOn: plan.on,
      line: plan.line,
    }),
    effects: outcome.effects,
    planned: plan.on > dayOf(actor.now),
  };
}

export async function makeChange(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.makeChange>,
): Promise<contract.UnitChange> {
  const there = input.id ? await sql.findAnyChange(tx, input.id) : undefined;
  if (there) return there.personId === actor.person.id ? await shownChange(tx, actor, there) : fail('conflict');
  const [made] = await makeAll(tx, actingAs(actor), [input], [null]);
  return await getChange(tx, actor, { changeId: made!.input.id });
}

/**
 * All of them, or none: what holds already is carried out at once, what comes later is rehearsed upon it and kept for its
 * day.
 */
export async function makeAll(
  tx: Tx,
  who: Acting,
  inputs: readonly ChangeInput[],
  tables: readonly (FromTable | null)[],
): Promise<Carried[]> {
  const all = inputs.map((input, i) => ({
    input: withIds({ ...input, id: input.id ?? newId(who.now.getTime()) }, who.now),
    table: tables[i] ?? null,
  }));
  const due = all.filter(({ input }) => input.effectiveOn <= dayOf(who.now));
  const later = all.filter(({ input }) => input.effectiveOn > dayOf(who.now));
  const carried: Carried[] = [];
  for (const { input } of due) carried.push(await carry(tx, who.author, who.actor, input));
  await settle(
    tx,
    carried.map((c) => c.outcome),
  );
  await keepDone(
    tx,
    who,
    carried,
    due.map((d) => d.table),
  );
  const planned = later.length > 0 ? await planAll(tx, who, later) : [];
  const byId = new Map([...carried, ...planned].map((one) => [one.input.id, one]));
  return all.map(({ input }) => byId.get(input.id)!);
}

/** Rehearsed one upon the other, and kept until their day. */
async function planAll(
  tx: Tx,
  who: Acting,
  later: readonly { input: ChangeInput; table: FromTable | null }[],
): Promise<Carried[]> {
  const planned = await rehearse(tx, async () => {
    const rows: { row: Kept; one: Carried }[] = [];
    for (const { input, table } of later) {
      const one = await carry(tx, who.author, who.actor, input);
      rows.push({ row: await rowOf(tx, who, one, table), one });
    }
    return rows;
  });
  for (const { row, one } of planned) {
    await sql.insertChange(tx, row);
    await tell(tx, who.author, contract.changePlanned, row, one.plan);
  }
  return planned.map(({ one }) => one);
}

export async function listChanges(
  db: Db,
  actor: Actor,
  input: InputOf<typeof contract.listChanges>,
): Promise<OutputOf<typeof contract.listChanges>> {
  const { items, next } = pageById(await sql.listChanges(db, actor.reach('units.reorganise'), input), input.limit);
  return { items: await shownChanges(db, actor, items), next };
}

export async function getChange(db: Db, actor: Actor, input: { changeId: string }): Promise<contract.UnitChange> {
  const row = await sql.findChange(db, actor.reach('units.reorganise'), input.changeId);
  return row ? await shownChange(db, actor, row) : fail('not-found');
}

/** What people are told of a change: names as they were, and who is concerned. */
export async function changeNews(
  db: Db,
  changeId: string,
  day: string,
): Promise<{ news: ChangeNews; personIds: string[] } | null> {
  const news = await findNews(db, changeId);
  return news ? { news, personIds: await listConcerned(db, changeId, day) } : null;
}

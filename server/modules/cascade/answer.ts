import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { type AddresseeRow, markAnswered, markOpened, settle } from './addressees.sql.ts';
import { type AnswerChange, faults, workOut } from './answering.ts';
import * as sql from './asked.sql.ts';
import { type Answer, type AskedWhole, askedAnswered, askedOpened } from './cascade.contract.ts';

/** Who answers: somebody with an account, or whoever holds the link, named in words. */
export interface Answerer {
  author: Actor | Visitor;
  personId: string | null;
  name: string;
  via: 'account' | 'link';
}

export interface Answers {
  version: number;
  answers: readonly Answer[];
  rest: Omit<Answer, 'lineId'> | null;
  edition?: number | undefined;
}

const subjectOf = (row: AddresseeRow) => ({ id: row.id, unitId: row.unitId, path: row.path });

/** The plan is acknowledged where it was not, or where lines came since. */
export async function acknowledge(
  tx: Tx,
  author: Actor | Visitor,
  row: AddresseeRow,
  personId: string | null,
): Promise<void> {
  const unopened = (await sql.asksOf(tx, row.id)).filter((ask) => ask.state === 'unopened').length;
  if (row.openedAt !== null && unopened === 0) return;
  const before = { openedAt: row.openedAt?.toISOString() ?? null };
  const after = { planId: row.planId, openedAt: author.now.toISOString(), lines: unopened };
  await record(tx, author, askedOpened({ subject: subjectOf(row), before, after }));
  await markOpened(tx, row.id, author.now, personId);
  await sql.openAsks(tx, row.planId, row.id);
  await settle(tx, row.planId, [row.id]);
}

/**
 * Writes answers to a held addressee. Nothing happens where they say what is written already, also to an older version:
 * a reply that was lost is simply asked for again. `current` is what a conflict shows; `refuse` ends whatever would change
 * something.
 */
export async function answer(
  tx: Tx,
  by: Answerer,
  row: AddresseeRow,
  given: Answers,
  current: () => Promise<AskedWhole>,
  refuse?: () => never,
): Promise<void> {
  const asks = await sql.asksOf(tx, row.id);
  const { changes, fields } = workOut(asks, given.answers, given.rest);
  if (changes.length === 0 && Object.keys(fields).length === 0) return;
  refuse?.();
  const read = given.edition ?? row.edition;
  if (given.version !== row.version || read !== row.edition)
    fail('cascade.answer-conflict', {}, { current: await current() });
  const wrong = { ...fields, ...faults(changes, await unitOf(tx, row, changes, by.author.now)) };
  if (Object.keys(wrong).length > 0) fail('invalid', {}, { fields: wrong });
  await tellRecord(tx, by, row, asks, changes);
  await tellNamed(tx, by, row, changes);
  await write(tx, by, row, changes);
}

/** Comes last: the figures of the units above are everybody's, and are held only until the transaction ends. */
async function write(tx: Tx, by: Answerer, row: AddresseeRow, changes: readonly AnswerChange[]): Promise<void> {
  const at = by.author.now;
  await markOpened(tx, row.id, at, by.personId);
  await markAnswered(tx, row.id, at, by.personId);
  const answering = { planId: row.planId, addresseeId: row.id, personId: by.personId, via: by.via, at };
  await sql.writeAnswers(tx, answering, changes);
  // Behind the answers, so that a line goes from unopened to its answer in one step of the figures that all share.
  await sql.openAsks(tx, row.planId, row.id);
  await settle(tx, row.planId, [row.id]);
}

/** Who and what of those that the answers name belongs to the unit. */
async function unitOf(tx: Tx, row: AddresseeRow, changes: readonly AnswerChange[], now: Date) {
  const today = dayOf(now);
  const named = [...new Set(changes.flatMap((to) => to.personId ?? []))];
  const people = named.length > 0 ? await sql.peopleOf(tx, row.unitId, today, named) : [];
  const teams = changes.some((to) => to.teamId !== null) ? await sql.teamsOf(tx, row.unitId, today) : [];
  return { today, people: new Set(people.map((p) => p.id)), teams: new Set(teams.map((t) => t.id)) };
}

async function tellRecord(
  tx: Tx,
  by: Answerer,
  row: AddresseeRow,
  asks: readonly sql.AskRow[],
  changes: readonly AnswerChange[],
): Promise<void> {
  const was = new Map(asks.map((ask) => [ask.id, ask]));
  const before = changes.map(({ lineId }) => {
    const { state, teamId, personId, byOn, reason } = was.get(lineId)!;
    return { lineId, state, teamId, personId, byOn, reason };
  });
  // Names in words stand where they can be erased, and in the answer itself.
  const after = changes.map(({ at: _, ownerName: __, ...to }) => to);
  await record(
    tx,
    by.author,
    askedAnswered({
      subject: subjectOf(row),
      before: { planId: row.planId, lines: before },
      after: { planId: row.planId, via: by.via, lines: after, ...(by.via === 'link' && { by: by.name }) },
    }),
  );
}

/** Whoever is named, and the heads of teams that are named, hear of it; the one who answers knows. */
async function tellNamed(tx: Tx, by: Answerer, row: AddresseeRow, changes: readonly AnswerChange[]): Promise<void> {
  const teams = [...new Set(changes.flatMap((to) => to.teamId ?? []))];
  const day = dayOf(by.author.now);
  const named = [
    ...changes.flatMap((to) => to.personId ?? []),
    ...(teams.length > 0 ? await sql.peopleOfTeams(tx, teams, day) : []),
  ];
  const notice = {
    personIds: named.filter((id) => id !== by.personId),
    kind: 'ask.given',
    params: { by: by.name, unit: row.unitName, title: row.title },
    link: '/app/viec-duoc-giao',
    dedupeKey: `ask.given:${row.id}:${row.version}`,
  };
  await notify(tx, notice, by.author.now);
}

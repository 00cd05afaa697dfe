import { dayOf } from '#lib/format.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import { partNames } from '#lib/plan-parts.ts';
import { daysPast } from '#lib/working-days.ts';
import type { Db } from '#platform/tx.ts';
import type { AddresseeRow } from './addressees.sql.ts';
import * as sql from './asked.sql.ts';
import type { AskedRow, AskedWhole } from './cascade.contract.ts';
import { countWords, headingOf, textOf } from './line-words.ts';
import { targetsOfLines } from './plan-lines.sql.ts';

const isWaiting = (row: AddresseeRow): boolean =>
  row.planState === 'issued' && (row.state === 'unopened' || row.state === 'unanswered');

export const shownRow = (row: AddresseeRow, now: Date): AskedRow => ({
  id: row.id,
  planId: row.planId,
  title: row.title,
  number: row.number,
  symbol: row.symbol,
  planState: row.planState,
  fromUnit: row.fromUnit,
  unitId: row.unitId,
  unitName: row.unitName,
  mode: row.mode,
  state: row.state,
  asked: row.asked,
  answered: row.answered,
  dueOn: row.dueOn,
  lateDays: isWaiting(row) ? daysPast(row.dueOn, dayOf(now)) : 0,
  sentAt: isoOf(row.sentAt),
  openedAt: isoOrNull(row.openedAt),
  ownPlanId: row.ownPlanId,
});

/** Lines in the order of the paper. */
export const inOrder = <T extends { part: string }>(lines: readonly T[]): T[] =>
  partNames.flatMap((part) => lines.filter((line) => line.part === part));

/** Over a link nobody is named: neither who may do it, nor who was given it. */
export async function wholeOf(
  db: Db,
  row: AddresseeRow,
  asks: readonly sql.AskRow[],
  seen: { now: Date; can: AskedWhole['can']; named: boolean; colleagues: boolean },
): Promise<AskedWhole> {
  const today = dayOf(seen.now);
  const [targets, answers, questions, people, teams] = await Promise.all([
    targetsOfLines(
      db,
      asks.map((ask) => ask.id),
    ),
    sql.publicAnswers(db, row.planId),
    sql.questionsOf(db, row.id),
    seen.colleagues ? sql.peopleOf(db, row.unitId, today) : [],
    seen.colleagues ? sql.teamsOf(db, row.unitId, today) : [],
  ]);
  return {
    ...shownRow(row, seen.now),
    note: row.note,
    edition: row.edition,
    lines: inOrder(asks).map((ask) => shownAsk(ask, targets.get(ask.id) ?? [], seen.named)),
    answers: answers.map((a) => ({ ...a, at: isoOf(a.at) })),
    questions: questions.map(({ answerId, ...q }) => ({ ...q, at: isoOf(q.at), answered: answerId !== null })),
    people,
    teams,
    version: row.version,
    can: seen.can,
  };
}

function shownAsk(
  ask: sql.AskRow,
  targets: Parameters<typeof countWords>[1],
  named: boolean,
): AskedWhole['lines'][number] {
  const { id, part, mode, state, dueOn, byOn, reason, decision, decisionNote, version } = ask;
  return {
    lineId: id,
    part,
    heading: headingOf(ask),
    text: textOf(ask),
    counts: countWords(ask, targets),
    mode,
    state,
    dueOn,
    teamId: named ? ask.teamId : null,
    teamName: named ? ask.teamName : null,
    personId: named ? ask.personId : null,
    personName: named ? ask.personName : null,
    ownerName: named ? ask.ownerName : null,
    byOn,
    reason,
    decision,
    decisionNote,
    formerText: ask.former ? textOf({ ...ask, ...ask.former }) : null,
    formerCounts: ask.former ? countWords({ ...ask, ...ask.former }, ask.former.targets ?? []) : null,
    answeredAt: isoOrNull(ask.answeredAt),
    version,
  };
}

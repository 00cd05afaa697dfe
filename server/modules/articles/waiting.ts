import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isoOf } from '#lib/instants.ts';
import { daysPast } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db } from '#platform/tx.ts';
import type { OpenRun, RunStep } from './articles.policy.ts';
import { mayOf, writerOf } from './load-article.ts';
import type * as c from './steps.contract.ts';
import type { WaitingArticle } from './steps.contract.ts';
import { runActs } from './steps.policy.ts';
import * as sql from './waiting.sql.ts';

/** More than this is "many" to whoever looks at the rail. */
const MANY = 100;

const reachOf = (actor: Actor): sql.StepReach => ({
  actor,
  edits: actor.reach('articles.edit'),
  approves: actor.reach('articles.approve'),
  reads: actor.reach('articles.read'),
});

const lists = { mine: sql.listMine, unit: sql.listOfUnits, sent: sql.listSent } as const;

export async function listWaiting(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listWaiting>,
): Promise<OutputOf<typeof c.listWaiting>> {
  const today = dayOf(actor.now);
  const { by, q, limit } = input;
  const filter = { by, q, limit, after: placeOf(input.after), lateOn: input.late ? today : undefined };
  const rows = await lists[input.scope](db, reachOf(actor), filter);
  const { items, next } = pageOf(rows, limit, (last) => `${last.due_on}.${last.id}`);
  return { items: items.map((row) => shown(actor, row, today)), next };
}

export const countWaiting = (db: Db, actor: Actor): Promise<OutputOf<typeof c.countWaiting>> =>
  sql.countMine(db, reachOf(actor), dayOf(actor.now), MANY);

function placeOf(after: string | undefined): { dueOn: string; id: string } | undefined {
  if (after === undefined) return undefined;
  const [dueOn = '', id = ''] = after.split('.');
  return isId(id) && /^\d{4}-\d\d-\d\d$/.test(dueOn) ? { dueOn, id } : fail('unreadable');
}

const personOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

function shown(actor: Actor, row: sql.WaitingRow, today: string): WaitingArticle {
  const run: OpenRun = {
    id: row.id,
    step: row.step,
    firstStep: row.first_step,
    steps: row.steps as unknown as RunStep[],
    claimedBy: row.claimed_by,
    delegatedTo: row.delegated_to,
    submittedBy: row.submitted_by,
  };
  const closed = row.unit_closed_on !== null && row.unit_closed_on <= today;
  return {
    runId: row.id,
    articleId: row.article_id,
    title: row.title,
    kind: row.kind,
    unitName: row.unit_name,
    teamName: row.team_name,
    authorName: row.author_name,
    submittedByName: row.submitted_by_name,
    submittedAt: isoOf(row.submitted_at),
    step: row.step,
    stepName: run.steps[row.step]?.name ?? '',
    stepBy: row.step_by as WaitingArticle['stepBy'],
    dueOn: row.due_on,
    late: daysPast(row.due_on, today),
    claimedBy: personOf(row.claimed_by, row.claimed_by_name),
    delegatedTo: personOf(row.delegated_to, row.delegated_to_name),
    can: closed ? [] : runActs(mayOf(actor, row), run, writerOf(row) === actor.person.id),
  };
}

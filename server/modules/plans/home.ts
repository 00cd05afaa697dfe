import type { OutputOf } from '#lib/contract.ts';
import { dayOf } from '#lib/format.ts';
import { addMonths } from '#lib/months.ts';
import { daysPast } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import * as sql from './home.sql.ts';
import type * as c from './plans.contract.ts';
import { plansUnderWay } from './plans.sql.ts';
import { shownSummary } from './shown-plan.ts';

type Home = OutputOf<typeof c.home>;
type Item = Home['waiting'][number];

/** What waits for me, what my units have under way, and what their issued plans owe this month and the next. */
export async function home(db: Db, actor: Actor): Promise<Home> {
  const today = dayOf(actor.now);
  const [plans, activities, documents, vacantPosts] = await Promise.all([
    plansUnderWay(db, actor.reach('plans.comment')),
    sql.productsDue(db, actor.reach('plans.comment'), [today.slice(0, 7), addMonths(today.slice(0, 7), 1)]),
    sql.documentsWaiting(db, actor.reach('documents.receive')),
    sql.vacantPosts(db, actor.reach('people.manage'), today),
  ]);
  const items = plans.map((row): Item => {
    const p = shownSummary(actor, row);
    return {
      planId: p.id,
      title: p.title,
      unitName: p.unitName,
      state: p.state,
      act: p.waiting,
      dueOn: p.dueOn,
      lateDays: daysPast(p.dueOn, today),
    };
  });
  const byDue = (a: Item, b: Item) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
  return {
    waiting: items.filter((i) => i.act !== null).sort(byDue),
    due: items
      .filter((i) => i.act === null)
      .sort(byDue)
      .slice(0, 20),
    activities,
    documents: documents.map((d) => ({ ...d, at: new Date(d.at).toISOString() })),
    vacantPosts,
  };
}

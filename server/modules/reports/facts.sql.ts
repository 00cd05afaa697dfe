import { sql } from 'kysely';
import { pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

/** A unit with what is below it, and the days from–to, both included. */
export interface Span {
  unitId: string;
  path: string;
  from: string;
  to: string;
  /** The last day by which work may be missed: the end of the time, or today where that is earlier. */
  dueTo: string;
}

export interface OutputFact {
  id: string;
  unit_name: string;
  team_name: string | null;
  title: string;
  counts: string;
  author_name: string | null;
  outlet: string | null;
  made_on: string;
  url: string | null;
  sent_on: string | null;
  approved_on: string | null;
  published_on: string | null;
  picked_on: string | null;
  picked_by: string | null;
  /** Of a story of the newsroom: its kind, the languages it stands in, where it stood outside. */
  kind: string | null;
  languages: string | null;
  placed: string | null;
}

/** Items `o` of the unit and those below it in the time, each of which counts, and counts once. */
const counting = ({ path, from, to }: Span) => sql<boolean>`(o.path >= ${path} and o.path < ${pathEnd(path)}
  and o.made_on between ${from} and ${to} and o.stands and o.joined_to is null and o.withdrawn_at is null)`;

/** What counts once, in the order in which units stand and things were made. */
export const listOutputs = async (db: Db, span: Span, limit: number): Promise<OutputFact[]> =>
  (
    await sql<OutputFact>`
    select o.id, u.name as unit_name, t.name as team_name, o.title, o.counts, o.author_name, o.outlet, o.made_on, o.url,
           o.sent_on, o.approved_on, o.published_on, o.picked_on, b.name as picked_by, k.name_vi as kind,
           (select string_agg(distinct l.name_vi, ', ') from articles x join article_languages l on l.code = x.language
             where a.id is not null and (x.id = a.id or x.translation_of = a.id) having count(*) > 1 or max(x.language) <> 'vi') as languages,
           (select string_agg(w.name || ' (' || to_char(p.placed_on, 'FMDD/FMMM/YYYY') || ')', '; ' order by p.placed_on, p.id)
              from placements p join outlets w on w.id = p.outlet_id
             where a.id is not null and p.subject_kind = 'article' and p.subject_id = a.id
               and p.state in ('placed', 'removal-asked')) as placed
      from outputs o join units u on u.id = o.unit_id left join units t on t.id = o.team_id left join units b on b.id = o.picked_by
      left join articles a on o.origin_kind = 'article' and a.id = o.origin_id left join article_kinds k on k.code = a.kind
     where ${counting(span)}
     order by o.path, o.made_on, o.id limit ${sql.lit(limit + 1)}`.execute(db)
  ).rows;

export interface KindFact {
  counts: string;
  made: number;
  sent: number;
  approved: number;
  published: number;
  picked: number;
}

export const countOutputs = async (db: Db, span: Span): Promise<KindFact[]> =>
  (
    await sql<KindFact>`
    select o.counts, count(*)::int as made, count(o.sent_on)::int as sent, count(o.approved_on)::int as approved,
           count(o.published_on)::int as published, count(o.picked_on)::int as picked
      from outputs o
     where ${counting(span)}
     group by o.counts order by made desc, o.counts`.execute(db)
  ).rows;

export const countUnitsWithOutputs = async (db: Db, span: Span): Promise<number> =>
  (
    await sql<{ n: number }>`
    select count(distinct o.unit_id)::int as n from outputs o
     where ${counting(span)}`.execute(db)
  ).rows[0]!.n;

export interface PlanFact {
  id: string;
  title: string;
  number: string | null;
  symbol: string;
  issued_on: string | null;
  state: string;
  edition: number;
}

const year = (day: string) => Number(day.slice(0, 4));

/** Issued plans of the unit itself whose years touch the time. */
export const listPlans = async (db: Db, { unitId, from, to }: Span): Promise<PlanFact[]> =>
  (
    await sql<PlanFact>`
    select p.id, p.title, p.number, p.symbol, p.issued_on, p.state, p.edition from plans p
     where p.unit_id = ${unitId} and p.state in ('issued', 'closed') and p.amends_id is null
       and p.period_from <= ${year(to)} and greatest(p.period_to, p.period_from) >= ${year(from)}
     order by p.issued_on, p.id`.execute(db)
  ).rows;

export interface ActivityFact {
  plan_id: string;
  line_id: string;
  text: string;
  product: string | null;
  /** Sum over the months of the time, of all targets; null where nothing is counted. */
  due: number | null;
  /** All months up to the end of the time. */
  due_before: number | null;
  done: number;
  done_before: number;
}

/** Activities of these plans with what was due and done in the time, and up to its end. */
export const listActivities = async (
  db: Db,
  planIds: readonly string[],
  { from, to, dueTo }: Span,
): Promise<ActivityFact[]> =>
  (
    await sql<ActivityFact>`
    select l.plan_id, l.id as line_id, l.text, l.detail->>'product' as product, t.due, t.due_before,
           coalesce(e.done, 0)::int as done, coalesce(e.done_before, 0)::int as done_before
      from plan_lines l
      left join lateral (
        select sum(m.n) filter (where m.month >= ${from.slice(0, 7)})::int as due, sum(m.n)::int as due_before
          from plan_targets pt cross join lateral (select key as month, value::int as n from jsonb_each_text(pt.months)) m
         where pt.line_id = l.id and pt.removed_in is null and m.month <= ${dueTo.slice(0, 7)}
      ) t on true
      left join lateral (
        select sum(amount) filter (where month >= ${from.slice(0, 7)}) as done, sum(amount) as done_before
          from evidence where line_id = l.id and counted and month <= ${to.slice(0, 7)}
      ) e on true
     where l.plan_id = any(${[...planIds]}::uuid[]) and l.part = 'activity' and l.removed_in is null
     order by l.plan_id, l.position, l.id`.execute(db)
  ).rows;

export interface AskedFact {
  title: string;
  number: string | null;
  symbol: string;
  from_unit: string;
  asked: number;
  adopted: number;
  not_ours: number;
  wishes: number;
  open: number;
  due_on: string | null;
}

/** The day on which it was sent, as people here count days. */
const sentOn = sql`(a.sent_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/** What plans from above asked of the unit in the time, and how it answered. What is only to be known, or was taken out since, asks nothing. */
export const listAsked = async (db: Db, { unitId, from, to }: Span): Promise<AskedFact[]> =>
  (
    await sql<AskedFact>`
    select p.title, p.number, p.symbol, u.name as from_unit, a.due_on, count(k.line_id)::int as asked,
           count(*) filter (where k.state in ('adopted', 'loose'))::int as adopted,
           count(*) filter (where k.state = 'not-ours')::int as not_ours,
           count(*) filter (where k.state = 'wants-change')::int as wishes,
           count(*) filter (where p.state = 'issued' and k.state in ('unopened', 'unanswered', 'changed'))::int as open
      from addressees a join plans p on p.id = a.plan_id join units u on u.id = p.unit_id
      join asks k on k.addressee_id = a.id and k.mode <> 'inform'
      join plan_lines l on l.id = k.line_id and l.removed_in is null
     where a.unit_id = ${unitId} and p.state in ('issued', 'closed') and a.passed_to is null
       and ${sentOn} <= ${to}::date and (${sentOn} >= ${from}::date or a.state <> 'done')
     group by p.id, u.id, a.id order by a.sent_at`.execute(db)
  ).rows;

export interface SentFact {
  title: string;
  number: string | null;
  symbol: string;
  units: number;
  opened: number;
  answered: number;
  late: number;
}

/** How the unit's own plans stand at the units they were sent to, on the last day of the time. */
export const listSent = async (db: Db, { unitId, to, dueTo }: Span): Promise<SentFact[]> =>
  (
    await sql<SentFact>`
    select p.title, p.number, p.symbol, count(*)::int as units, count(a.opened_at)::int as opened,
           count(*) filter (where a.state in ('done', 'loose', 'wants-change'))::int as answered,
           count(*) filter (where a.state in ('unopened', 'unanswered') and a.mode <> 'inform' and a.due_on < ${dueTo}::date)::int as late
      from plans p join addressees a on a.plan_id = p.id
     where p.unit_id = ${unitId} and p.state in ('issued', 'closed') and ${sentOn} <= ${to}::date
       and a.passed_to is null
     group by p.id order by p.issued_on`.execute(db)
  ).rows;

/** Evidence of the unit's own plans in the time that was neither refused nor withdrawn. */
export const countEvidence = async (db: Db, { unitId, from, to }: Span): Promise<number> =>
  (
    await sql<{ n: number }>`
    select count(*)::int as n from evidence e join outputs o on o.id = e.output_id
     where e.unit_id = ${unitId} and e.state in ('recorded', 'confirmed') and e.follows_id is null
       and o.made_on between ${from} and ${to}`.execute(db)
  ).rows[0]!.n;

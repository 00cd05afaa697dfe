import { type Expression, type RawBuilder, sql } from 'kysely';
import { pathEnd } from '#platform/scope.ts';
import type { Tx } from '#platform/tx.ts';

/**
 * Tables whose rows belong to a unit and carry its path, so that a reach finds them: where units move, these follow.
 * A test compares the list with the schema: a new table of that kind is added here. The audit stays as it was written; `unit_paths` is the history itself.
 */
export const tablesWithPath = [
  'activity_progress',
  'addressees',
  'albums',
  'article_assignments',
  'article_offers',
  'article_publications',
  'article_runs',
  'article_workflows',
  'articles',
  'classes',
  'consent_wordings',
  'consents',
  'dispatches',
  'documents',
  'dossiers',
  'evidence',
  'files',
  'grants',
  'hand_ins',
  'invitations',
  'lawful_bases',
  'media_cuts',
  'media_items',
  'media_shares',
  'media_subjects',
  'media_uses',
  'offer_rules',
  'org_imports',
  'outlets',
  'outputs',
  'placements',
  'plan_questions',
  'plans',
  'posts',
  'publication_guards',
  'pupils',
  'quota_units',
  'quotas',
  'reminders',
  'series',
  'site_feeds',
  'toolkit_pieces',
  'toolkit_uses',
  'unit_changes',
  'uploads',
  'webhooks',
  'withdrawal_steps',
  'withdrawals',
] as const;
export const tablesThatStay = ['audit_records', 'unit_paths'] as const;

/** Paths of other units than the row's own: whom a row was sent to, the team that wrote it. They follow those units. */
export const otherPaths = [
  { table: 'article_offers', unit: 'to_unit_id', path: 'to_path' },
  { table: 'hand_ins', unit: 'to_unit_id', path: 'to_path' },
  { table: 'articles', unit: 'team_id', path: 'team_path' },
] as const;

const idsOf = (ids: readonly string[]) => sql`${sql.val([...ids])}::uuid[]`;

/** Of these a row of a unit may stand at a team inside it: what the team made, and its files. */
const tablesOfTeams: readonly string[] = ['outputs', 'files'];
const atUnit = sql`u.path`;
const atTeam = sql`coalesce((select n.path from units n where n.no = substring(t.path from '([0-9]+)[.]$')::bigint
  and n.path > u.path and n.path < left(u.path, -1) || '/' collate "C"), u.path)`;

/** Brings the rows of these units to where their units stand now. Rows that stand right are not touched. */
export async function carryRows(tx: Tx, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  for (const table of tablesWithPath) {
    const place = tablesOfTeams.includes(table) ? atTeam : atUnit;
    await sql`update ${sql.table(table)} t set path = ${place} from units u
               where t.unit_id = u.id and u.id = any(${idsOf(unitIds)}) and t.path <> u.path and t.path <> ${place}`.execute(
      tx,
    );
  }
  for (const { table, unit, path } of otherPaths) {
    await sql`update ${sql.table(table)} t set ${sql.ref(path)} = u.path from units u
               where t.${sql.ref(unit)} = u.id and u.id = any(${idsOf(unitIds)}) and t.${sql.ref(path)} <> u.path`.execute(
      tx,
    );
  }
}

/** Puts units with all below them under another one: paths and the current parent, nothing else. Returns all that moved. */
export async function moveSubtrees(tx: Tx, unitIds: readonly string[], parentId: string | null): Promise<string[]> {
  const above = parentId === null ? '' : (await findPaths(tx, [parentId]))[0]!.path;
  const roots = await findPaths(tx, unitIds);
  const moved: string[] = [];
  // Ranges with known ends: the planner then counts right and walks the index.
  for (let i = 0; i < roots.length; i += rangesAtOnce) {
    const part = roots.slice(i, i + rangesAtOnce);
    const ranges = part.map((r) => sql`(path >= ${r.path} and path < ${pathEnd(r.path)})`);
    const { rows } = await sql<{ id: string; path: string }>`
      select id, path from units where ${sql.join(ranges, sql` or `)}`.execute(tx);
    const byRoot = new Map(part.map((r) => [r.path, r]));
    const next = rows.map(({ id, path }) => ({ id, path: pathBelow(above, path, byRoot) }));
    await setPaths(tx, next);
    moved.push(...rows.map((row) => row.id));
  }
  await sql`update units set parent_id = ${parentId}, version = version + 1 where id = any(${idsOf(unitIds)})`.execute(
    tx,
  );
  return moved;
}

const rangesAtOnce = 100;
interface Placed {
  id: string;
  no: number;
  path: string;
}

const findPaths = (tx: Tx, ids: readonly string[]): Promise<Placed[]> =>
  tx
    .selectFrom('units')
    .select(['id', 'no', 'path'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [null])
    .execute();

/** The path with the way down to its root replaced by the way to the new place. */
function pathBelow(above: string, path: string, roots: ReadonlyMap<string, Placed>): string {
  for (let end = path.indexOf('.') + 1; end > 0; end = path.indexOf('.', end) + 1) {
    const root = roots.get(path.slice(0, end));
    if (root) return `${above}${root.no}.${path.slice(end)}`;
  }
  return path;
}

const setPaths = (tx: Tx, units: readonly { id: string; path: string }[]) =>
  sql`update units u set path = n.path
        from unnest(${idsOf(units.map((u) => u.id))}, ${sql.val(units.map((u) => u.path))}::text[]) as n (id, path)
       where u.id = n.id`.execute(tx);

/** Units that stood below one of these at any time, with these. */
async function everBelow(tx: Tx, unitIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive seen as (
      select unnest(${idsOf(unitIds)}) as id
      union
      select d.unit_id from seen s join unit_parents d on d.parent_id = s.id and d.line = 'working')
    select id from seen`.execute(tx);
  return rows.map((row) => row.id);
}

/** Writes the history of these units and of what ever stood below them anew from the dated parents. */
export async function rebuildPaths(tx: Tx, unitIds: readonly string[]): Promise<void> {
  const ids = await everBelow(tx, unitIds);
  if (ids.length === 0) return;
  await sql`delete from unit_paths p using units u
             where u.id = p.unit_id and u.id = any(${idsOf(ids)}) and p.path <> u.no || '.'`.execute(tx);
  // A unit that stood alone before it got a parent: until then.
  await sql`update unit_paths p set valid_to = first.day
              from (select unit_id, min(valid_from) as day from unit_parents
                     where line = 'working' and unit_id = any(${idsOf(ids)}) group by unit_id) first
             where p.unit_id = first.unit_id and (p.valid_to is null or p.valid_to > first.day)`.execute(tx);
  await sql`delete from unit_paths where unit_id = any(${idsOf(ids)}) and valid_to <= valid_from`.execute(tx);
  await insertSpans(tx, ids);
  // Nothing is known of its parents: it stands where it stands.
  await sql`insert into unit_paths (unit_id, path, valid_from)
            select id, path, opened_on from units u
             where id = any(${idsOf(ids)}) and not exists (select from unit_paths p where p.unit_id = u.id)`.execute(
    tx,
  );
}

const insertSpans = (tx: Tx, ids: readonly string[]) =>
  sql`with recursive changed as materialized (select unnest(${idsOf(ids)}) as id),
      line as materialized (
        select d.unit_id, d.parent_id, d.valid_from, d.valid_to, u.no
          from unit_parents d join units u on u.id = d.unit_id
         where d.line = 'working' and d.unit_id = any(${idsOf(ids)})),
      span as (
        select l.unit_id, p.path || l.no || '.' as path, greatest(l.valid_from, p.valid_from) as valid_from, least(l.valid_to, p.valid_to) as valid_to
          from line l join unit_paths p on p.unit_id = l.parent_id
         where (l.parent_id not in (select id from changed) or strpos(p.path, '.') = length(p.path))
           and (p.valid_to is null or l.valid_from < p.valid_to) and (l.valid_to is null or p.valid_from < l.valid_to)
        union all
        select l.unit_id, s.path || l.no || '.', greatest(l.valid_from, s.valid_from), least(l.valid_to, s.valid_to)
          from span s join line l on l.parent_id = s.unit_id
         where (s.valid_to is null or l.valid_from < s.valid_to) and (l.valid_to is null or s.valid_from < l.valid_to))
    insert into unit_paths (unit_id, path, valid_from, valid_to)
    select unit_id, path, valid_from, valid_to from span`.execute(tx);

/**
 * Where a unit stood on a day, as an expression over two columns: the row of that day, the nearest earlier one, else the
 * first one, else where it stands now. Each fact therefore has exactly one place in the tree of any day.
 */
export const pathOn = (
  unitId: Expression<unknown>,
  day: Expression<unknown>,
): RawBuilder<string> => sql<string>`coalesce(
  (select h.path from unit_paths h where h.unit_id = ${unitId} and h.valid_from <= ${day} order by h.valid_from desc limit 1),
  (select h.path from unit_paths h where h.unit_id = ${unitId} order by h.valid_from limit 1),
  (select h.path from units h where h.id = ${unitId}))`;

import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isPlaceInTime } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db } from '#platform/tx.ts';
import { pathOf } from '../org/org.ts';
import type * as c from './articles.contract.ts';
import * as sql from './lists.sql.ts';
import { shownRow } from './shown-article.ts';

type Input = InputOf<typeof c.listArticles>;

/** As many of the newest texts are looked through one by one before anything else. */
const LOOKED_THROUGH = 500;
/** At most as many, where the newest say that it will do: some 1.5 µs a text, against 7 µs for each hit that the index of words brings. */
const MOST_LOOKED_THROUGH = 15_000;

export async function listArticles(db: Db, actor: Actor, input: Input): Promise<OutputOf<typeof c.listArticles>> {
  const scope = await scopeOf(db, actor, input);
  const filter = { ...input, after: placeOf(input.after) };
  const found = input.q ? await searched(db, scope, filter) : await sql.findFirst(db, scope, filter);
  const { items, next } = pageOf(found, input.limit, (last) => `${last.place}_${last.id}`);
  const rows = await sql.listByIds(
    db,
    items.map((one) => one.id),
    scope.said,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { items: items.flatMap(({ id }) => byId.get(id) ?? []).map(shownRow), next };
}

async function scopeOf(db: Db, actor: Actor, { scope, unitId, seriesId }: Input): Promise<sql.Scope> {
  const reach = actor.reach('articles.read');
  if (scope === 'mine') return sql.ofPerson(actor.person.id);
  if (scope === 'team') return sql.ofTeams(reach, actor.person.id, dayOf(actor.now));
  if (scope === 'sector') return sql.publicEverywhere;
  if (scope === 'series' && seriesId !== undefined) return sql.ofSeries(actor, seriesId);
  if (unitId === undefined) return fail('invalid', {}, { fields: { unitId: 'fields.required' } });
  const path = await pathOf(db, unitId);
  return scope === 'below' ? sql.publicBelow(path) : sql.ofUnit(unitId, actor.can('articles.read', path));
}

/**
 * The newest texts with the words. A word that stands everywhere is found at once among the newest, and its hundred
 * thousand hits are never gathered and sorted; one that stands in one text of a hundred is found by looking on along the
 * time; a word that is hardly anywhere has few hits, and the index of words gives them all. How frequent a word is, the
 * newest texts say: the planner's guess is of no use, because syllables that belong together ("hội đồng nhân dân") are far
 * more frequent than it believes.
 */
async function searched(db: Db, scope: sql.Scope, filter: sql.ArticleFilter): Promise<sql.Place[]> {
  const enough = filter.limit + 1;
  const first = await sql.findAmongNewest(db, scope, filter, LOOKED_THROUGH);
  if (first.length >= enough) return first;
  if (first.length > 0) {
    const likely = Math.ceil((LOOKED_THROUGH * enough * 1.5) / first.length);
    const more = await sql.findAmongNewest(db, scope, filter, Math.min(likely, MOST_LOOKED_THROUGH));
    if (more.length >= enough) return more;
  }
  return await sql.findByWords(db, scope, filter);
}

/** Where a page goes on: the `next` of the page before. */
function placeOf(after: string | undefined): sql.ArticleFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return isPlaceInTime(at) && isId(id) ? { at, id } : fail('unreadable');
}

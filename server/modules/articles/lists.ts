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

/** As many of the newest texts are looked through one by one before the index of words is asked. */
const LOOKED_THROUGH = 500;
/** With so many hits among them it is quicker to look through more than to ask the index for words that stand everywhere. */
const FREQUENT = 8;
/** At most as many are put beside the index of words before all are. */
const LOOKED_UP = 64_000;

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
 * thousand hits are never gathered and sorted; a word that is hardly anywhere has few hits, and the index of words gives
 * them all; between the two the index is asked within the time in which enough of them should lie. How frequent a word is,
 * the newest texts say: the planner's guess is of no use, because syllables that belong together ("hội đồng nhân dân") are
 * far more frequent than it believes.
 */
async function searched(db: Db, scope: sql.Scope, filter: sql.ArticleFilter): Promise<sql.Place[]> {
  const enough = filter.limit + 1;
  const first = await sql.findAmongNewest(db, scope, filter, LOOKED_THROUGH);
  if (first.length >= enough) return first;
  const likely = Math.ceil((LOOKED_THROUGH * enough * 1.5) / Math.max(first.length, 1));
  if (first.length >= FREQUENT) {
    const more = await sql.findAmongNewest(db, scope, filter, likely);
    if (more.length >= enough) return more;
  }
  for (const many of first.length > 0 && scope.wide ? [likely, LOOKED_UP] : []) {
    const since = many <= LOOKED_UP ? await sql.timeOfNth(db, scope, filter, many) : null;
    const found = since === null ? [] : await sql.findByWords(db, scope, filter, since);
    if (found.length >= enough) return found;
  }
  return await sql.findByWords(db, scope, filter, null);
}

/** Where a page goes on: the `next` of the page before. */
function placeOf(after: string | undefined): sql.ArticleFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return isPlaceInTime(at) && isId(id) ? { at, id } : fail('unreadable');
}

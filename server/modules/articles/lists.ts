import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
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

export async function listArticles(db: Db, actor: Actor, input: Input): Promise<OutputOf<typeof c.listArticles>> {
  const rows = await rowsOf(db, actor, input, { ...input, after: placeOf(input.after) });
  const { items, next } = pageOf(rows, input.limit, (last) => `${last.place}_${last.id}`);
  return { items: items.map(shownRow), next };
}

async function rowsOf(db: Db, actor: Actor, { scope, unitId }: Input, filter: sql.ArticleFilter) {
  const reach = actor.reach('articles.read');
  if (scope === 'mine') return await sql.listMine(db, actor.person.id, filter);
  if (scope === 'team') return await sql.listOfTeams(db, reach, filter);
  if (scope === 'sector') return await sql.listPublic(db, '', filter);
  if (unitId === undefined) return fail('invalid', {}, { fields: { unitId: 'fields.required' } });
  if (scope === 'below') return await sql.listPublic(db, await pathOf(db, unitId), filter);
  return await sql.listOfUnit(db, reach, unitId, filter);
}

/** Where a page goes on: the `next` of the page before. */
function placeOf(after: string | undefined): sql.ArticleFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return isPlaceInTime(at) && isId(id) ? { at, id } : fail('unreadable');
}

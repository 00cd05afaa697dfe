import type { ErrorCode, Params } from '#lib/errors.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { placementsOf } from '../channels/channels.ts';
import { actsOn, changedSinceApproval, findArticle, type LoadedArticle } from './load-article.ts';
import { publicAddress } from './public-address.ts';
import type { Publication, PublicationList, PublicationState } from './publication.contract.ts';
import { actsOnPlace } from './publication.policy.ts';
import * as sql from './publication.sql.ts';

/** Where a story and its editions stand or are to stand, as the caller may see it, and where they may publish it. */
export async function listPublications(
  db: Db,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<PublicationList> {
  const article = await findArticle(db, actor, articleId);
  const all = await sql.listPublications(db, articleId);
  // What is still to come, or came to nothing, is the affair of those who work on it.
  const rows = all.filter((row) => article.inside || row.state === 'published' || actor.can('articles.read', row.path));
  const taken = new Set(all.filter((row) => row.article_id === articleId && stays(row.state)).map((r) => r.unit_id));
  const pickers = (await sql.listPickers(db, articleId)).filter(
    (one) => !taken.has(one.unitId) && !one.taken_down && actor.can('articles.publish', one.path),
  );
  const own = actsOn(actor, article).includes('publish')
    ? [{ unitId: article.unit_id, unitName: article.unit_name }]
    : [];
  return {
    items: rows.map((row) => shownPublication(actor, article, row)),
    places: [...own, ...pickers.map(({ unitId, unitName }) => ({ unitId, unitName }))],
    approvedN: article.inside && article.approved_hash !== null ? article.approved_n : null,
    newerText: article.inside && changedSinceApproval(article),
    placements: article.inside ? await outside(db, articleId) : [],
  };
}

/** Where somebody outside was given the story and may still show it: a take-down asks them too. */
async function outside(db: Db, articleId: string): Promise<PublicationList['placements']> {
  const standing = (await placementsOf(db, 'article', articleId)).filter((one) => asksRemoval.has(one.state));
  return standing.map(({ id, outletName: outlet, state }) => ({ id, outlet, state }));
}
const asksRemoval: ReadonlySet<string> = new Set(['asked', 'placed', 'removal-asked']);

const stays = (state: string): boolean => state === 'scheduled' || state === 'published' || state === 'failed';

function shownPublication(actor: Actor, article: LoadedArticle, row: sql.ShownPublicationRow): Publication {
  const own = row.unit_id === row.story_unit_id;
  const edition = row.article_id !== article.id;
  const state = row.state as PublicationState;
  // Readers from outside learn where it stands, not what went wrong inside.
  const inside = actor.can('articles.read', row.path) || article.inside;
  return {
    id: row.id,
    articleId: row.article_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    own: own && !edition,
    edition,
    state,
    address: publicAddress(row.slug, row.article_id),
    versionN: row.version_n,
    older: article.inside && row.approved_hash !== null && row.approved_hash !== row.content_hash,
    dueAt: isoOf(row.due_at),
    attempts: row.attempts,
    nextAt: stays(row.state) && row.state !== 'published' ? isoOrNull(row.tried_at) : null,
    error: inside && row.state === 'failed' ? sayError(actor, row.error) : null,
    publishedAt: isoOrNull(row.published_at),
    correctedAt: isoOrNull(row.corrected_at),
    correction: row.correction,
    takenDownAt: isoOrNull(row.taken_down_at),
    reason: inside ? row.reason : null,
    section: row.section,
    createdByName: inside ? row.created_by_name : null,
    version: row.version,
    can: edition ? [] : actsOnPlace(actor.can('articles.publish', row.path), own, state),
  };
}

/** A kept reason in the reader's language. */
function sayError(actor: Actor, kept: string | null): string | null {
  if (kept === null) return null;
  const { code, params } = JSON.parse(kept) as { code: ErrorCode; params: Params };
  return say(actor.language, code, params);
}

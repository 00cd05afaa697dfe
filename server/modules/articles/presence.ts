import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isoOf } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import type { Stage } from './articles.contract.ts';
import { actsOn, findArticle } from './load-article.ts';
import * as sql from './presence.sql.ts';
import type * as c from './versions.contract.ts';

/** Pages say so every ten seconds or so; who has said nothing for a minute has left. */
const PRESENT_MS = 60_000;

/** Not locked and not recorded: it only says who is there. */
export async function setPresence(
  tx: Tx,
  actor: Actor,
  { articleId, tab, editing }: InputOf<typeof c.setPresence>,
): Promise<OutputOf<typeof c.setPresence>> {
  const article = await findArticle(tx, actor, articleId);
  if (!article.inside) fail('forbidden');
  const seen = { articleId, personId: actor.person.id, tab };
  await sql.putPresence(tx, seen, editing, actor.now);
  const since = new Date(actor.now.getTime() - PRESENT_MS);
  const others = await sql.listPresent(tx, articleId, actor.person.id, since);
  return {
    others: others.map((one) => ({ name: one.name, editing: one.editing, seenAt: isoOf(one.seen_at) })),
    textVersion: article.text_version,
    savedByName: article.saved_by_name,
    stage: article.stage as Stage,
    mayWrite: actsOn(actor, article).includes('write'),
  };
}

export async function leaveArticle(
  tx: Tx,
  actor: Actor,
  { articleId, tab }: InputOf<typeof c.leaveArticle>,
): Promise<Record<string, never>> {
  await findArticle(tx, actor, articleId);
  await sql.removePresence(tx, { articleId, personId: actor.person.id, tab });
  return {};
}

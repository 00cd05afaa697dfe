import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { approvalVoided, type Stage } from './articles.contract.ts';
import { type ArticleChange, updateArticle } from './articles.sql.ts';
import type { LoadedArticle } from './load-article.ts';
import { lostMoment } from './moments.ts';
import { recordedArticle, subjectOf } from './shown-article.ts';
import { cancelOwnScheduled } from './stage.sql.ts';
import { tellEdited } from './told.ts';

/** Moves a locked article to a stage, with what else changes by that; lists sort by when it moved. */
export async function setStage(
  tx: Tx,
  author: { now: Date },
  article: Pick<LoadedArticle, 'id'>,
  stage: Stage,
  more: ArticleChange = {},
): Promise<void> {
  await updateArticle(tx, article.id, { moved_at: author.now, ...more, stage });
}

/**
 * What follows when the words of a locked article are no longer those that were approved: the approval is void, the
 * article is being written again, what was scheduled on its own site is cancelled, and those concerned are told. What the
 * public sees stays as it is until the correction is approved and published. Returns the stage it is in then.
 */
export async function editedAfterApproval(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  newHash: string,
): Promise<Stage> {
  const stage = article.stage as Stage;
  if (article.approved_hash === newHash) return stage;
  if (article.run_id !== null) return stage;
  if (article.approved_hash === null) {
    // A text that was returned or taken down is in the making again with its first change.
    if (stage === 'taken-down') await setStage(tx, actor, article, 'writing');
    return stage === 'taken-down' ? 'writing' : stage;
  }
  const cancelled = await cancelOwnScheduled(tx, article, 'edited-after-approval');
  await setStage(tx, actor, article, 'writing', { approved_hash: null });
  await lostMoment(tx, actor, article.id, 'approved');
  const before = recordedArticle(article);
  const after = { ...before, stage: 'writing' };
  await recordInside(tx, actor, approvalVoided({ subject: subjectOf(article), before, after }));
  await tellEdited(tx, actor, article, { cancelled });
  return 'writing';
}

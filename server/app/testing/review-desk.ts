import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import * as s from '../../modules/articles/steps.contract.ts';
import { listInbox } from '../../modules/notices/notices.contract.ts';
import type { Caller } from './http.ts';
import { type Begun, begun } from './newsroom.ts';

/** Single steps of the way to approval at THCS Suối Ngọc, for tests of the steps themselves. */
export const team = sampleId('cs2.t1');
export const idOf = (mailbox: string) => personIdOf(`${mailbox}@thcssuoingoc.songtra.example`);

export const submit = (who: Caller, article: { id: string; text: { contentHash: string } }) =>
  who.call(s.submitArticle, { articleId: article.id, contentHash: article.text.contentHash });
export async function submitted(who: Caller, more: Begun = {}) {
  return await submit(who, await begun(who, more));
}

/** What an act on the open step names: what its caller saw. */
export const on = (way: s.ArticleSteps) => {
  const run = way.runs[0]!;
  return { articleId: way.articleId, runId: run.id, step: run.step, contentHash: way.contentHash };
};
export const seen = (way: s.ArticleSteps) => {
  const { contentHash: _, ...rest } = on(way);
  return rest;
};
export const acts = (way: s.ArticleSteps) => way.runs[0]!.decisions.map((d) => `${d.act} ${d.step}`);
export const pass = (who: Caller, way: s.ArticleSteps) => who.call(s.passStep, on(way));
export const approve = (who: Caller, way: s.ArticleSteps) => who.call(s.approveArticle, on(way));
export const told = async (who: Caller, kind: string, articleId: string) =>
  (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind && n.link?.endsWith(articleId));

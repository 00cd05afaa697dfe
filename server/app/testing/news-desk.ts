import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import * as c from '../../modules/articles/articles.contract.ts';
import * as p from '../../modules/articles/publication.contract.ts';
import { listInbox } from '../../modules/notices/notices.contract.ts';
import type { Caller, TestApp } from './http.ts';
import { approvedArticle, type Begun, school, suoiNgoc } from './newsroom.ts';

export const department = sampleId('so');

/** The people of the school's newsroom, the department's officer, and what they do with texts up to their publication. */
export function newsDesk(app: TestApp) {
  const { db } = app.database;
  const people = suoiNgoc(app);
  const { teacher: huyen, officer: bach, principal: ngoc } = people;
  return {
    people,
    huyen,
    bach,
    ngoc,
    lan: app.as('lan.pham@so.songtra.example'),
    dat: app.as('dat.nguyen@thcsbinhtra.songtra.example'),
    /** A text of the school that went its way to approval. */
    approved: async ({ title, ...more }: Begun = {}) => (await approvedArticle(people, title, more)).id,
    publish: (articleId: string, more: { dueAt?: string; unitId?: string } = {}, who: Caller = bach) =>
      who.call(p.publishArticle, { articleId, unitId: school, ...more }),
    list: (articleId: string, who: Caller = bach) => who.call(p.listPublications, { articleId }),
    whole: (articleId: string, who: Caller = bach) => who.call(c.getArticle, { articleId }),
    told: async (who: Caller, kind: string, articleId: string) =>
      (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind && n.link?.endsWith(articleId)),
    minutes: (n: number) => new Date(app.clock.now.getTime() + n * 60_000),
    /** The department picks what the school offered. */
    picked: async (articleId: string): Promise<void> => {
      const a = await db.selectFrom('articles').selectAll().where('id', '=', articleId).executeTakeFirstOrThrow();
      const to = await db.selectFrom('units').select('path').where('id', '=', department).executeTakeFirstOrThrow();
      const of = { unit_id: a.unit_id, path: a.path, to_unit_id: department, to_path: to.path, state: 'picked' };
      const version = { version_n: a.approved_n!, content_hash: a.approved_hash! };
      await db
        .insertInto('article_offers')
        .values({ id: newId(), article_id: articleId, ...of, ...version })
        .execute();
    },
  };
}

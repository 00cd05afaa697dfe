import { createHash } from 'node:crypto';
import { type ArticleContent, type BoundText, spellingOf } from '#lib/article-content.ts';

/** What an approval, a publication and an offer are bound to. */
export const hashOfText = (text: BoundText): string => createHash('sha256').update(spellingOf(text)).digest('hex');

interface Worded {
  kind: string;
  language: string;
  title: string;
  summary: string;
  credit: string;
}

/** The bound text of a row (of articles or of its versions) with its content. */
export const boundText = (row: Worded, content: ArticleContent): BoundText => ({
  kind: row.kind,
  language: row.language,
  title: row.title,
  summary: row.summary,
  credit: row.credit,
  content,
});

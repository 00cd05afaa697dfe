import { type ArticleContent, textOf } from '#lib/article-content.ts';

/** Words of the body that search knows; what comes later in a long text is not what it is about. */
const SEARCHED = 2000;

export const searchBody = (content: ArticleContent): string => wordsIn(content).slice(0, SEARCHED).join(' ');

/** What a save brings to search: nothing while the text is public, whose readers find what was published. */
export const bodyFor = (article: { live: boolean }, content: ArticleContent): string | null =>
  article.live ? null : searchBody(content);

export const wordCount = (content: ArticleContent): number => wordsIn(content).length;

const wordsIn = (content: ArticleContent): string[] => textOf(content).match(/[^\s\p{P}]+/gu) ?? [];

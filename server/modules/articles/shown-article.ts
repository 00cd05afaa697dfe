import type { ArticleContent } from '#lib/article-content.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { ArticleRow, ArticleText, Stage } from './articles.contract.ts';
import type { ArticleStandingRow, ListedArticleRow } from './articles.sql.ts';

export const shownRow = (row: ListedArticleRow): ArticleRow => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  teamId: row.team_id,
  teamName: row.team_name,
  kind: row.kind,
  language: row.language,
  title: row.title,
  summary: row.summary,
  credit: row.credit,
  authorId: row.author_id,
  authorName: row.author_name,
  enteredFor: row.entered_for,
  leadCutId: row.lead_cut_id,
  stage: row.stage as Stage,
  live: row.live,
  publishedAt: isoOrNull(row.published_at),
  movedAt: isoOf(row.moved_at),
  originId: row.origin_id,
  originUnitName: row.origin_unit_name,
  translationOf: row.translation_of,
  assignmentId: row.assignment_id,
  seriesId: row.series_id,
  version: row.version,
});

/** The newest words, for whoever is inside. */
export const shownText = (row: ArticleStandingRow, content: ArticleContent): ArticleText => ({
  title: row.title,
  summary: row.summary,
  credit: row.credit,
  kind: row.kind,
  language: row.language,
  content,
  contentHash: row.content_hash,
  words: row.words,
  savedAt: isoOf(row.saved_at),
  savedByName: row.saved_by_name,
  version: row.text_version,
});

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

/** What the audit keeps of a text: where it stands and what it is called, not its words. */
export const recordedArticle = (row: ListedArticleRow) => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  language: row.language,
  stage: row.stage,
  live: row.live,
  credit: row.credit,
  author_id: row.author_id,
  team_id: row.team_id,
  entered_for: row.entered_for,
});

import type { articles as vi } from '../vi/articles.ts';

export const articles: Record<keyof typeof vi, string> = {
  'articles.stage.writing': 'Being written',
  'articles.stage.in-review': 'Waiting for approval',
  'articles.stage.returned': 'Returned',
  'articles.stage.approved': 'Approved',
  'articles.stage.scheduled': 'Scheduled',
  'articles.stage.published': 'Published',
  'articles.stage.taken-down': 'Taken down',
};

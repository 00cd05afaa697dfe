import type { articles as vi } from '../vi/articles.ts';

export const articles: Record<keyof typeof vi, string> = {
  'articles.stage.writing': 'Being written',
  'articles.stage.in-review': 'Waiting for approval',
  'articles.stage.returned': 'Returned',
  'articles.stage.approved': 'Approved',
  'articles.stage.scheduled': 'Scheduled',
  'articles.stage.published': 'Published',
  'articles.skipped.letterhead': 'The head of a document was left out: “{what}”.',
  'articles.skipped.large-table': 'A table that is too large became paragraphs: “{what}”.',
  'articles.skipped.cut-off': 'The file is too long: only its beginning was taken. Left out from: “{what}”.',
  'articles.skipped.linked': 'Picture {n} is only linked and does not lie in the file.',
  'articles.skipped.drawing':
    'Picture {n} is a drawing of Word, not a photo. Please make a picture of it where it is needed.',
  'articles.skipped.too-large': 'Picture {n} is too large. Please add it to the library by itself.',
  'articles.skipped.too-many': 'Picture {n} is more than one text may hold.',
  'articles.skipped.not-allowed':
    'Picture {n} was left: the right to add pictures to the library of this unit is missing.',
  'articles.stage.taken-down': 'Taken down',
};

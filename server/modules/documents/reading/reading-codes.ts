/** Every code that reading can give, with the names of its parameters: each has a sentence in lib/texts. */

/** The file is refused (Unreadable). */
export const REFUSALS = {
  'documents.empty': [],
  'documents.too-large': ['limit'],
  'documents.encrypted': [],
  'documents.scanned': ['pages'],
  'documents.no-text': [],
  'documents.broken': [],
  'documents.unknown-type': [],
  'documents.unsupported': ['type'],
  'documents.zip-bomb': [],
  'documents.unsafe-xml': [],
  'documents.too-many-pages': ['pages', 'limit'],
  'documents.too-long': [],
  'documents.secret': [],
} as const satisfies Record<string, readonly string[]>;

/** The file is read; the person is told what to look at (Reading.warnings). */
export const WARNINGS = {
  'documents.misnamed': ['type'],
  'documents.macros': [],
  'documents.tracked-changes': [],
  'documents.footnotes': ['count'],
  'documents.comments': ['count'],
  'documents.pictures': ['count'],
  'documents.hidden-text': [],
  'documents.embedded-part': [],
  'documents.legacy-font': ['encoding'],
  'documents.scanned-pages': ['pages'],
  'documents.doc-simple': [],
  'documents.doubtful-table': [],
} as const satisfies Record<string, readonly string[]>;

export const READING_CODES = { ...REFUSALS, ...WARNINGS } as const;
export type ReadingCode = keyof typeof READING_CODES;

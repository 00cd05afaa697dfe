/**
 * The draft that the importer makes of a plan document: what `lantoa import FILE --json` prints,
 * what the review screen shows, and what a plan is made from. Values a document does not state are null;
 * spelling is kept as printed, repairs stand beside the value as suggestions.
 */

/** A stretch of one block of the reading; offsets are UTF-16 units into the block's text. */
export interface BlockSpan {
  block: number;
  from: number;
  to: number;
}

/** Where in the source a value stands. `from`/`to` count UTF-16 units in the text of `part`. */
export interface DraftSource {
  /** 'text', 'word/document.xml', 'page 3' … */
  part: string;
  from: number;
  to: number;
  /** PDF only: 1-based page and box in points from the top left corner [x, y, width, height]. */
  page?: number;
  box?: [number, number, number, number];
  spans: BlockSpan[];
}

/** A repair that was suggested and not made: the reader's eye decides. */
export interface Repair {
  raw: string;
  normal: string;
  /** Stable reason code, worded for people by the catalogue: 'legacy-font', 'font-map', 'lost-accent', 'spaced-symbol' … */
  why: string;
}

/** What every extracted item carries. */
export interface Extracted {
  source: DraftSource | null;
  /** 0 to 1: strength of the rule × agreement of independent clues. */
  confidence: number;
  /** Name of the rule that claimed it, for correction statistics. */
  rule?: string;
  raw?: string;
  repairs?: Repair[];
}

export interface DraftText extends Extracted {
  text: string;
}

export interface DraftDate {
  iso: string | null;
  day: number | null;
  month: number | null;
  year: number | null;
}

/** The evidence of a single value: draft.evidence['header.number']. */
export type DraftEvidence = Record<string, Extracted>;

export interface DraftHeader {
  parentBody: string | null;
  issuingBody: string | null;
  number: string | null;
  symbol: string | null;
  place: string | null;
  date: DraftDate | null;
}

export interface DraftPeriod {
  kind: 'calendarYear' | 'schoolYear' | 'range';
  from: number;
  to: number;
}

export interface DraftReference extends Extracted {
  /** Document type in Vietnamese as printed, first letter capital: 'Kế hoạch', 'Quyết định'. */
  type: string;
  number?: string | null;
  symbol?: string | null;
  /** Number and symbol joined without spaces: '4896/QĐ-BGDĐT'. */
  ref: string | null;
  issuer: string | null;
  /** ISO date, or 'YYYY' where only the year is printed. */
  date: string | null;
  title: string | null;
  text: string;
}

export interface DraftSection {
  /** As printed, without its dot: 'I', '1', 'A'; null where headings carry no number. */
  numeral: string | null;
  title: string;
  children: DraftSubsection[];
}
export interface DraftSubsection {
  number: string | null;
  title: string | null;
  children: DraftSubsection[];
}

export interface DraftArea extends Extracted {
  number: string | null;
  title: string | null;
  text: string;
  items: DraftText[];
  focalUnits: string[];
  coordinatingUnits: string[];
}

export interface DraftCount {
  count: number;
  unit: string;
}

export interface DraftTime {
  quarters: number[];
  months: number[];
  year: number | null;
  deadline: string | null;
  text?: string;
}

export interface DraftActivity extends Extracted {
  no: string | null;
  content: string;
  product: string;
  counts: DraftCount[];
  leadUnits: string[];
  time: DraftTime;
  coordinatingUnits: string[];
  budget?: string | null;
  /** Theme of the month or heading row that the activity stands under. */
  theme?: string | null;
}

export interface DraftDuty extends DraftText {
  tasks: string[];
}

export interface DraftResponsibility extends Extracted {
  actor: string | null;
  duties: DraftDuty[];
}

export type QuotaPeriod = 'week' | 'month' | 'quarter' | 'semester' | 'schoolYear' | 'year';

export interface DraftQuota extends Extracted {
  actor: string | null;
  kind: 'product' | 'information' | 'person' | 'report' | null;
  product: string | null;
  minCount: number | null;
  per: QuotaPeriod | null;
  deadline: string | null;
  to: string | null;
  text: string;
}

export interface DraftDeliverable extends Extracted {
  actor: string | null;
  product: string | null;
  count: number | null;
  due: string | null;
  text: string;
}

export interface DraftReporting extends Extracted {
  actor: string | null;
  per: QuotaPeriod | null;
  due: string | null;
  to: string | null;
  text: string;
}

export type ChannelKind =
  | 'portal'
  | 'website'
  | 'fanpage'
  | 'social'
  | 'zalo'
  | 'email'
  | 'bulletin'
  | 'press'
  | 'radio'
  | 'tv'
  | 'massMedia'
  | 'direct'
  | 'event'
  | 'publication';

export interface DraftChannel extends Extracted {
  kind: ChannelKind;
  name: string;
  role: 'main' | 'other' | 'mention' | null;
}

export interface DraftRecipient extends Extracted {
  name: string;
  mode: 'b/c' | 't/h' | 'p/h' | 'archive' | null;
}

export interface DraftSigner {
  mode: 'KT.' | 'TM.' | 'TL.' | 'TUQ.' | 'Q.' | null;
  onBehalfOf: string | null;
  position: string | null;
  name: string | null;
}

export interface PlanDraft {
  schema: 'lantoa-draft/1';
  header: DraftHeader;
  docType: string | null;
  title: string | null;
  period: DraftPeriod | null;
  legalBases: DraftReference[];
  citedDocuments: DraftReference[];
  opening: DraftText | null;
  closing: DraftText | null;
  sections: DraftSection[];
  purposes: DraftText[];
  requirements: DraftText[];
  contentAreas: DraftArea[];
  solutions: DraftText[];
  activities: DraftActivity[];
  responsibilities: DraftResponsibility[];
  quotas: DraftQuota[];
  deliverables: DraftDeliverable[];
  reporting: DraftReporting[];
  channels: DraftChannel[];
  budget: { source: string; amount: number | null; year: number | null } | null;
  recipients: DraftRecipient[];
  signer: DraftSigner | null;
  abbreviations: { short: string; full: string }[];
  /** Evidence of the single values (header.*, docType, title, period, signer.*, budget), keyed by dotted path. */
  evidence: DraftEvidence;
  /** Paragraphs that nothing claimed: shown to the reader, so that nothing disappears silently. */
  unclaimed: DraftText[];
  /** What the reader is told about the file as a whole, as stable codes worded by the catalogue. */
  warnings: { code: string; params?: Record<string, string | number> }[];
}

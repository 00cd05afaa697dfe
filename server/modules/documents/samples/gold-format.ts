/**
 * The format of a gold label file: what a careful official would write into the system after reading the plan.
 * A value the document does not state is null; spelling is kept as printed. Conventions: README.md beside this file.
 */

export type Mode = 'b/c' | 't/h' | 'p/h' | 'archive' | null;

export interface GoldText {
  text: string;
}

export interface GoldHeader {
  /** `inferred`: what a reader can conclude although it is not printed. */
  parentBody: { value: string | null; stated: boolean; inferred: string | null; why?: string };
  /** `full` and `short` are other right answers: with the province's name, with the usual abbreviations. */
  issuingBody: { value: string; full?: string; short?: string; stated: boolean };
  numberRaw: GoldText;
  number: string | null;
  symbol: string | null;
  place: string | null;
  placeDateRaw: GoldText;
  date: { day: number | null; month: number; year: number; iso: string | null; complete: boolean };
}

export interface GoldReference {
  type: string;
  /** Number and symbol without spaces: '37/2020/TT-BGDĐT'; null where the document prints no number. */
  ref: string | null;
  issuer: string | null;
  /** ISO date, 'YYYY' where only the year is printed, null where none is. */
  date: string | null;
  title: string | null;
  text: string;
}

export interface GoldBasis extends GoldReference {
  lead: string;
  number: string | null;
  year: number | null;
  symbol: string | null;
}

export interface GoldSubsection {
  number: string | null;
  title: string | null;
  children?: GoldSubsection[];
}

export interface GoldSection {
  numeral: string | null;
  title: string;
  children: GoldSubsection[];
}

export interface GoldArea {
  number: string | null;
  title: string | null;
  text: GoldText;
  items?: GoldText[];
  focalRaw: string | null;
  focalUnits: string[];
  coordinatingUnits: string[];
}

export interface GoldTime {
  text: string | null;
  quarters: number[];
  months: number[];
  year: number | null;
  /** A day, or a month ('2026-11') where only the month of completion is printed. */
  deadline: string | null;
}

export interface GoldActivity {
  no: string | null;
  content: GoldText;
  product: GoldText | null;
  theme?: string | null;
  counts: { count: number; unit: string; estimated?: boolean }[];
  leadUnits: string[];
  time: GoldTime;
  coordinatingUnits: string[];
}

export interface GoldResponsibility {
  number: string | null;
  parent?: string;
  actor: string | null;
  actors?: string[];
  duties: { text: string; tasks: string[] }[];
}

export interface GoldQuota {
  actor: string | null;
  kind: 'product' | 'information' | 'person';
  product: string;
  minCount: number | null;
  per: 'week' | 'month' | 'quarter' | 'semester' | 'schoolYear' | 'year' | null;
  deadline: string | null;
  to: string | null;
  text: string;
}

export interface GoldDeliverable {
  actor: string | null;
  product: string;
  count: number | null;
  due: string | null;
  text: string;
}

export interface GoldReporting {
  from: string | null;
  to: string | null;
  what: string;
  when: string | null;
  text: string;
}

export interface GoldChannel {
  kind: string;
  name: string;
  role: 'main' | 'other' | 'mention';
  text: string;
}

export interface GoldRecipient {
  name: string;
  mode: Mode;
  modeRaw: string | null;
  text: string;
}

export interface GoldSigner {
  mode: string | null;
  onBehalfOf: string | null;
  position: string | null;
  name: string | null;
  text: string;
}

export interface Gold {
  schema: 'plan-gold/1';
  name: string;
  level: string;
  header: GoldHeader;
  docType: string;
  title: { text: string; norm: string };
  period: { kind: 'calendarYear' | 'schoolYear' | 'range'; from: number; to: number; statedIn: string };
  legalBases: GoldBasis[];
  opening: GoldText | null;
  sections: GoldSection[];
  purposes: GoldText[];
  requirements: GoldText[];
  contentIntro: GoldText[];
  contentAreas: GoldArea[];
  solutions: GoldText[];
  activities: GoldActivity[];
  responsibilities: GoldResponsibility[];
  quotas: GoldQuota[];
  deliverables: GoldDeliverable[];
  reporting: GoldReporting[];
  channels: GoldChannel[];
  budget: { source: string; amount: number | null; year: number | null; text: string } | null;
  recipients: GoldRecipient[];
  signer: GoldSigner;
  closing: GoldText | null;
  citedDocuments: GoldReference[];
  abbreviations: { short: string; long: string; text: string }[];
  noise: { kind: string; what: string }[];
  counts: Record<string, number>;
}

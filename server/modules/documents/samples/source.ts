/**
 * How a sample plan is written: the document as blocks, each carrying what it means. Text, Word file, web page and gold
 * labels are all made from this one source, so they cannot say different things.
 */
import type {
  GoldChannel,
  GoldDeliverable,
  GoldHeader,
  GoldQuota,
  GoldReference,
  GoldReporting,
  GoldTime,
  Mode,
} from './gold-format.ts';

export type Role = 'plain' | 'area' | 'purpose' | 'requirement' | 'intro' | 'item' | 'solution' | 'duty' | 'budget';

/** One paragraph: `mark` is what is printed before the text ('-', '•', 'a)' or nothing). */
export interface Leaf {
  node: 'leaf';
  role: Role;
  mark: string;
  text: string;
  bold?: boolean;
}

export interface AreaLabel {
  focal: string[];
  with?: string[];
  raw: string;
}

export interface ActorLabel {
  parent?: string;
  actors?: string[];
  /** Where the heading says more than the name: 'Đề nghị Hội Khuyến học xã' names 'Hội Khuyến học xã'. */
  name?: string;
}

/** A heading with what stands under it. `runIn` is text that goes on in the heading's own paragraph. */
export interface Heading {
  node: 'heading';
  level: 1 | 2 | 3;
  number: string | null;
  title: string | null;
  /** Printed before the title: 'II.', '2/'; by default the number and a dot (level 3: a bracket). */
  label: string;
  /** Printed right after the title: ':' or ' (Văn phòng Sở làm đầu mối)'. */
  tail: string;
  runIn: Leaf | null;
  children: Node[];
  /** Set where the heading is a content area (true: no focal unit is named). */
  area?: AreaLabel | true;
  /** Set where the heading names who acts. */
  actor?: ActorLabel;
}

/** A cell of a table; null where a cell above or to the left covers it. */
export type Cell = string | { text: string; rows?: number; cols?: number } | null;

export interface RowLabel {
  counts?: [number, string][];
  estimated?: boolean;
  lead?: string[];
  with?: string[];
  time?: Partial<GoldTime>;
  product?: string | null;
}

export interface Row {
  cells: Cell[];
  /** Set where the row is an activity. */
  activity?: RowLabel;
  /** Set where the row gives one actor duties or is a content area: see the columns' fields. */
  is?: 'duty' | 'area' | 'purpose' | 'requirement' | 'solution';
  bold?: boolean;
}

export type Field =
  | 'no'
  | 'content'
  | 'product'
  | 'lead'
  | 'time'
  | 'with'
  | 'theme'
  | 'actor'
  | 'duty'
  | 'area'
  | 'item'
  | 'focal'
  | 'other';

export interface Table {
  node: 'table';
  /** Rows of header cells; the fields belong to the columns of the grid. */
  head: Cell[][];
  fields: Field[];
  widths: number[];
  rows: Row[];
}

export type Node = Leaf | Heading | Table;

export interface Basis extends GoldReference {
  lead: string;
}

export interface SamplePlan {
  name: string;
  level: string;
  /** The shape this sample stands for, in one line. */
  shape: string;
  header: {
    parent: string[];
    body: string[];
    number: string;
    placeDate: string;
    gold: Omit<GoldHeader, 'numberRaw' | 'placeDateRaw'>;
  };
  docType: string;
  titleLines: string[];
  titleNorm: string;
  period: { kind: 'calendarYear' | 'schoolYear' | 'range'; from: number; to: number; statedIn: string };
  /** Lines before the body; a line may hold no basis (null) or several. */
  preamble: { text: string; bases: Basis[] }[];
  opening: string | null;
  body: Node[];
  closing: string | null;
  recipients: { text: string; name: string; mode: Mode }[];
  recipientsTitle?: string;
  signer: { lines: string[]; mode: string | null; onBehalfOf: string | null; position: string; name: string | null };
  /** Printed after the signature, on a new page: no outline, its tables count. */
  annex?: { lines: string[]; tables: Table[] };
  labels: {
    quotas: GoldQuota[];
    deliverables: GoldDeliverable[];
    reporting: GoldReporting[];
    channels: GoldChannel[];
    cited: GoldReference[];
    abbreviations?: [string, string][];
    budget: { source: string; amount: number | null; year: number | null } | null;
    noise?: { kind: string; what: string }[];
  };
  layout: {
    numbering: 'typed' | 'automatic';
    header: 'rows' | 'cells' | 'stacked' | 'spaces';
    signature: 'stacked' | 'beside';
    blankLines: boolean;
    /** Files beside .txt, .json and .docx: a portal page, Word files in the fonts before Unicode. */
    extra?: ('web' | 'tcvn3' | 'vni')[];
    /** The last change to the text as pasted: wraps, page numbers, marks of bold. Gold labels stay as they are. */
    spoil?: (text: string) => string;
  };
}

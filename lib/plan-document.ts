/**
 * A plan as it goes on paper: the one model that the .docx writer, the PDF writer, the .xlsx writer and the
 * print preview share. Plain data, already worded; the layout follows Decree 30/2020/NĐ-CP, Annex I.
 */
export interface PlanDocument {
  /** Upper body, null for a ministry ('ỦY BAN NHÂN DÂN TỈNH …'); printed in capitals, not bold. */
  upperBody: string | null;
  /** Issuing body; printed in bold capitals with a rule below. */
  issuingBody: string;
  /** null while văn thư has not entered it: printed as blank space before the symbol. */
  number: string | null;
  symbol: string;
  place: string;
  /** ISO day; null prints "ngày … tháng … năm YYYY". */
  date: string | null;
  /** Year for the undated line. */
  year: number;
  docType: string;
  title: string;
  /** Each ends with ';', the last with '.', set by the writer. */
  bases: string[];
  opening: string | null;
  sections: DocumentSection[];
  closing: string | null;
  recipients: string[];
  /** ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] */
  signerTitle: string[];
  signerName: string | null;
  /** 'DỰ THẢO' printed above the number while the plan is a draft. */
  draftMark: string | null;
}

/** A form to be filled in and signed by hand: no number, no closing mark, places to sign side by side. */
export interface FormDocument extends Pick<PlanDocument, 'upperBody' | 'issuingBody'> {
  /** 'PHIẾU Ý KIẾN', in capitals. */
  docType: string;
  title: string;
  blocks: DocumentBlock[];
  /** Who signs, with what stands below in brackets. */
  signatures: { title: string; note: string }[];
}

export interface DocumentSection {
  /** 'I', 'II' … without the dot. */
  numeral: string;
  title: string;
  blocks: DocumentBlock[];
}

export type DocumentBlock =
  /** '1.' heading in bold; `number` null for an unnumbered one. */
  | { kind: 'heading'; number: string | null; text: string }
  | { kind: 'paragraph'; text: string }
  /** A bold lead and its text in one paragraph: "1. Giáo dục mầm non: Tập trung …". */
  | { kind: 'lead'; number: string | null; lead: string; text: string }
  | { kind: 'dash'; text: string }
  | { kind: 'table'; table: DocumentTable };

export interface DocumentTable {
  /** Relative widths; they are scaled to the text width. */
  columns: { title: string; width: number; align?: 'left' | 'center' | 'right' }[];
  rows: DocumentCell[][];
}

export interface DocumentCell {
  text: string;
  rowSpan?: number;
  colSpan?: number;
  bold?: boolean;
}

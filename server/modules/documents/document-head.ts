import type { ReviewField } from '#lib/review.ts';
import type { DocumentSummary } from './documents.contract.ts';

/** What lists, search and duplicate checks need, taken from the fields as they stand under review. */
export function headOf(fields: readonly ReviewField[]) {
  const value = (key: string) => {
    const f = fields.find((x) => x.key === key);
    return f && f.state !== 'dropped' && f.value !== '' ? f.value : null;
  };
  const day = value('header.date');
  return {
    doc_type: value('docType'),
    number: value('header.number'),
    symbol: value('header.symbol'),
    title: value('title'),
    issued_on: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
    issuer_name: value('header.issuingBody'),
  };
}

interface HeadRow {
  id: string;
  unit_id: string;
  unit_name: string;
  state: string;
  arrival_no: string | null;
  arrived_on: string;
  title: string | null;
  source_name: string;
  doc_type: string | null;
  number: string | null;
  symbol: string | null;
  issued_on: string | null;
  issuer_name: string | null;
  open: number;
  created_at: Date | string;
}

export const shownDocument = (d: HeadRow): DocumentSummary => ({
  id: d.id,
  unitId: d.unit_id,
  unitName: d.unit_name,
  state: d.state as DocumentSummary['state'],
  arrivalNo: d.arrival_no,
  arrivedOn: d.arrived_on,
  title: d.title,
  sourceName: d.source_name,
  docType: d.doc_type,
  number: d.number,
  symbol: d.symbol,
  issuedOn: d.issued_on,
  issuerName: d.issuer_name,
  open: d.open,
  createdAt: new Date(d.created_at).toISOString(),
});

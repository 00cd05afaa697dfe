import { shortDay } from '#lib/format.ts';
import type { Extracted, PlanDraft } from '#lib/plan-draft.ts';

/** Below this the reader is asked to look at the item. */
const SURE = 0.7;

/** A draft as a person reads it in a terminal: what was found, what to check, what nothing claimed. */
export function draftTable(draft: PlanDraft): string {
  return [heading(draft), ...lists(draft), checks(draft)].filter((part) => part !== '').join('\n\n');
}

const line = (name: string, value: string | null | undefined): string => `${name.padEnd(20)}${value || '—'}`;

function heading(draft: PlanDraft): string {
  const { header, period, signer, budget } = draft;
  const years =
    period &&
    (period.kind === 'calendarYear'
      ? `năm ${period.from}`
      : period.kind === 'schoolYear'
        ? `năm học ${period.from}-${period.to}`
        : `giai đoạn ${period.from}-${period.to}`);
  return [
    line('Cơ quan cấp trên', header.parentBody),
    line('Cơ quan ban hành', header.issuingBody),
    line('Số, ký hiệu', header.symbol && `${header.number ?? '…'}/${header.symbol}`),
    line('Nơi, ngày', [header.place, header.date?.iso && shortDay(header.date.iso)].filter(Boolean).join(', ')),
    line('Loại văn bản', draft.docType),
    line('Trích yếu', draft.title),
    line('Thời gian', years),
    line('Kinh phí', budget?.source),
    line('Người ký', [signer?.mode, signer?.onBehalfOf, signer?.position, signer?.name].filter(Boolean).join(' ')),
  ].join('\n');
}

function lists(draft: PlanDraft): string[] {
  return [
    list('Căn cứ', draft.legalBases, (basis) =>
      [basis.type, basis.ref, basis.date, basis.issuer].filter(Boolean).join(' · '),
    ),
    list('Mục đích', draft.purposes, (item) => item.text),
    list('Yêu cầu', draft.requirements, (item) => item.text),
    list(
      'Nội dung',
      draft.contentAreas,
      (area) => `${area.title ?? area.text}${area.focalUnits.length ? ` (${area.focalUnits.join('; ')})` : ''}`,
    ),
    list('Giải pháp', draft.solutions, (item) => item.text),
    list('Hoạt động', draft.activities, (row) =>
      [row.content, row.product, row.leadUnits.join('; '), row.time.text].filter(Boolean).join(' | '),
    ),
    list('Nhiệm vụ', draft.responsibilities, (one) => `${one.actor ?? '(chưa rõ ai)'}: ${one.duties.length} nhiệm vụ`),
    list('Chỉ tiêu', draft.quotas, (quota) => `${quota.actor ?? '(chưa rõ ai)'}: ${quota.text}`),
    list('Kênh', draft.channels, (channel) => channel.name),
    list('Nơi nhận', draft.recipients, (one) => `${one.name}${one.mode ? ` (${one.mode})` : ''}`),
  ].filter((part) => part !== '');
}

function list<T extends Extracted>(name: string, items: readonly T[], show: (item: T) => string): string {
  if (items.length === 0) return '';
  const rows = items.map((item) => `  ${item.confidence < SURE ? '?' : '-'} ${shorten(show(item))}`);
  return [`${name} (${items.length})`, ...rows].join('\n');
}

const shorten = (text: string): string => {
  const one = text.replace(/\s+/g, ' ');
  return one.length > 150 ? `${one.slice(0, 147)}…` : one;
};

function checks(draft: PlanDraft): string {
  const rows = draft.unclaimed.map((item) => `  ${shorten(item.text)}`);
  const told = 'Dấu ? là mục cần xem lại.';
  return rows.length === 0 ? told : [`${told} Đoạn chưa xếp vào mục nào (${rows.length}):`, ...rows].join('\n');
}

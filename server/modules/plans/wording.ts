import type { recipientModes } from '#lib/plan-parts.ts';

/** Fixed wording of Vietnamese plans, as an official would write it; every sentence may be edited in the plan. */

interface Cited {
  doc_type: string | null;
  number: string | null;
  symbol: string | null;
  issued_on: string | null;
  issuer_name: string | null;
  title: string | null;
}

/** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 are padded (Decree 30/2020, Annex I). */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const padded = (n: number) => String(n).padStart(2, '0');
  return `ngày ${padded(day)} tháng ${month <= 2 ? padded(month) : month} năm ${year}`;
}

const typeInWords = (type: string | null): string =>
  type ? type.charAt(0).toUpperCase() + type.slice(1).toLowerCase() : 'Kế hoạch';
const lowerFirst = (s: string): string => (/^\p{Lu}\p{Ll}/u.test(s) ? s.charAt(0).toLowerCase() + s.slice(1) : s);

/** "Kế hoạch số 12/KH-BGDĐT ngày 10 tháng 01 năm 2026 của Bộ Giáo dục và Đào tạo về truyền thông …". */
export function citationOf(d: Cited): string {
  const ref = d.number && d.symbol ? ` số ${d.number}/${d.symbol}` : '';
  const day = d.issued_on ? ` ${dayInWords(d.issued_on)}` : '';
  const issuer = d.issuer_name ? ` của ${d.issuer_name}` : '';
  const title = d.title ? ` ${/^(về|v\/v)\b/i.test(d.title) ? lowerFirst(d.title) : `về ${lowerFirst(d.title)}`}` : '';
  return `${typeInWords(d.doc_type)}${ref}${day}${issuer}${title}`;
}

export const openingFor = (citation: string, unit: string, title: string): string =>
  `Thực hiện ${citation}, ${unit} ban hành Kế hoạch ${lowerFirst(title)} như sau:`;

export const closingFor = (unit: string, title: string): string =>
  `Trên đây là Kế hoạch ${lowerFirst(title)} của ${unit}. Đề nghị các đơn vị, cá nhân liên quan nghiêm túc triển khai thực hiện; trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh về ${unit} để được hướng dẫn, giải quyết.`;

interface Recipient {
  name: string;
  mode: (typeof recipientModes)[number];
}

const schools: Recipient[] = [
  { name: 'Cơ quan quản lý cấp trên', mode: 'b/c' },
  { name: 'Ban Giám hiệu', mode: 'b/c' },
  { name: 'Các tổ chuyên môn, đoàn thể', mode: 't/h' },
  { name: 'VT', mode: 'archive' },
];

const usual: Record<string, Recipient[]> = {
  ministry: [
    { name: 'Bộ trưởng', mode: 'b/c' },
    { name: 'Các Thứ trưởng', mode: 'p/h' },
    { name: 'Các đơn vị thuộc Bộ', mode: 't/h' },
    { name: 'Các Sở Giáo dục và Đào tạo', mode: 't/h' },
    { name: 'VT, VP', mode: 'archive' },
  ],
  'province-department': [
    { name: 'Bộ Giáo dục và Đào tạo', mode: 'b/c' },
    { name: 'Ủy ban nhân dân tỉnh', mode: 'b/c' },
    { name: 'Lãnh đạo Sở', mode: 'b/c' },
    { name: 'Ủy ban nhân dân các xã, phường', mode: 'p/h' },
    { name: 'Các phòng thuộc Sở', mode: 't/h' },
    { name: 'Các đơn vị trực thuộc Sở', mode: 't/h' },
    { name: 'VT, VP', mode: 'archive' },
  ],
  'commune-office': [
    { name: 'Sở Giáo dục và Đào tạo', mode: 'b/c' },
    { name: 'Ủy ban nhân dân xã', mode: 'b/c' },
    { name: 'Các trường trên địa bàn', mode: 't/h' },
    { name: 'VT', mode: 'archive' },
  ],
};

/** "Nơi nhận" that plans of this kind of unit usually have. */
export const recipientsFor = (unitKind: string): readonly Recipient[] => usual[unitKind] ?? schools;

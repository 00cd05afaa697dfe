import { documentNumber } from '#lib/document-number.ts';

/** Fixed wording of Vietnamese plans, as an official would write it; every sentence may be edited in the plan. */

interface Cited {
  doc_type: string | null;
  number: string | null;
  symbol: string | null;
  issued_on: string | null;
  issuer_name: string | null;
  title: string | null;
}

/** Who makes the plan, and what stands above its name. */
export interface Maker {
  kind: string;
  name: string;
  upperBody: string | null;
}

/** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 are padded (Decree 30/2020, Annex I). */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const padded = (n: number) => String(n).padStart(2, '0');
  return `ngày ${padded(day)} tháng ${month <= 2 ? padded(month) : month} năm ${year}`;
}

const typeInWords = (type: string | null): string =>
  type ? type.charAt(0).toUpperCase() + type.slice(1).toLowerCase() : 'Kế hoạch';

/** Words that are small within a sentence although a name follows ("ngày Nhà giáo Việt Nam 20-11", "tết Nguyên đán"). */
const smallBeforeNames = /^(ngày|tháng|năm|tuần|tết|dạy|học|thi|về|kỳ|hội|lễ)\s/iu;
/** Names of one capital (Decree 30/2020, Annex II). */
const names = /^(Đảng|Nhà nước|Nhân dân|Quốc hội|Chính phủ|Trung ương|Thủ tướng|Thủ đô)(?!\p{L})/u;

/**
 * A title inside a sentence: "Truyền thông về …" → "truyền thông về …". A name keeps its capital: "Bộ Giáo dục …",
 * "Việt Nam …", "THPT …".
 */
export function lowerFirst(title: string): string {
  const small = title.charAt(0).toLowerCase() + title.slice(1);
  if (smallBeforeNames.test(title)) return small;
  const isName = names.test(title) || /^\p{L}\p{Lu}/u.test(title) || /^\p{L}+\s+\p{Lu}/u.test(title);
  return isName ? title : small;
}

/** The abstract without the type that the heading says already: "Kế hoạch truyền thông …" → "Truyền thông …". */
export function abstractOf(title: string): string {
  const rest = title.replace(/^kế hoạch\s+/iu, '');
  return rest === title ? title : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Abstracts that go on from the name of the document by themselves: "Quyết định số … ban hành Quy chế …". */
const goesOn =
  /^(về|v\/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|tổ chức|tăng cường|đẩy mạnh|nâng cao|phát động)(?!\p{L})/iu;

/** Abstracts that have their own "về" near the front: "truyền thông về giáo dục". */
const hasAbout = /^(\p{L}+\s){1,3}về\s/u;

/** "Kế hoạch số 12/KH-BGDĐT ngày 10 tháng 01 năm 2026 của Bộ Giáo dục và Đào tạo về truyền thông …". */
export function citationOf(d: Cited): string {
  const ref = d.number && d.symbol ? ` số ${documentNumber(d.number) ?? d.number}/${d.symbol}` : '';
  const day = d.issued_on ? ` ${dayInWords(d.issued_on)}` : '';
  const issuer = d.issuer_name ? ` của ${d.issuer_name}` : '';
  const title = d.title && lowerFirst(abstractOf(d.title));
  return `${typeInWords(d.doc_type)}${ref}${day}${issuer}${title ? ` ${goesOn.test(title) || hasAbout.test(title) ? title : `về ${title}`}` : ''}`;
}

const schoolKinds = /^(nursery|primary|lower-secondary|primary-lower-secondary|upper-secondary)$/;
const isSchool = (kind: string): boolean => schoolKinds.test(kind) || kind === 'continuing-education';

/** "Giám đốc Sở" signs as "Giám đốc": the body is named above, in the letterhead. */
export const signerPosition = (title: string): string =>
  title.replace(
    /^(Giám đốc|Phó Giám đốc|Bộ trưởng|Thứ trưởng|Hiệu trưởng|Phó Hiệu trưởng) (Sở|Bộ|Trường|Trung tâm)(?!\p{L}).*$/u,
    '$1',
  );

/** The document that the plan carries out stands among the bases above, and is not cited twice. */
export const openingFor = (maker: Maker, title: string): string =>
  `${maker.name} ${isSchool(maker.kind) ? 'xây dựng' : 'ban hành'} Kế hoạch ${lowerFirst(abstractOf(title))} như sau:`;

/** Whom a plan of this kind of unit calls upon, and where they turn with questions. */
function calledUpon({ kind, name }: Maker): { call: string; office: string } {
  if (schoolKinds.test(kind))
    return {
      call: 'Yêu cầu các tổ chuyên môn, đoàn thể và cán bộ, giáo viên, nhân viên trong trường',
      office: 'Ban Giám hiệu',
    };
  if (kind === 'continuing-education')
    return {
      call: 'Yêu cầu các phòng, tổ chuyên môn và cán bộ, giáo viên, nhân viên của Trung tâm',
      office: 'Ban Giám đốc',
    };
  const calls: Record<string, string> = {
    ministry: 'Đề nghị các đơn vị thuộc Bộ, các Sở Giáo dục và Đào tạo',
    'province-department': 'Đề nghị các phòng thuộc Sở, các đơn vị trực thuộc và các đơn vị liên quan',
    'commune-office': 'Đề nghị các trường trên địa bàn và các đơn vị liên quan',
  };
  return { call: calls[kind] ?? 'Đề nghị các đơn vị, cá nhân liên quan', office: name };
}

/** Each level pays its own part: what the plan above says of its money is not ours. */
export const budgetFor = (maker: Maker, period: { from: number; to: number }): string =>
  `Kinh phí thực hiện từ nguồn ngân sách được giao năm ${period.from === period.to ? period.from : `${period.from}-${period.to}`} của ${maker.name} và các nguồn hợp pháp khác.`;

export function closingFor(maker: Maker, title: string): string {
  const abstract = lowerFirst(abstractOf(title));
  const whose = abstract.includes(maker.name) ? '' : ` của ${maker.name}`;
  const { call, office } = calledUpon(maker);
  return `Trên đây là Kế hoạch ${abstract}${whose}. ${call} nghiêm túc triển khai thực hiện; trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh về ${office} để được hướng dẫn, giải quyết.`;
}

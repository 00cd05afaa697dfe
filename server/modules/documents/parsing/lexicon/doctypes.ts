/**
 * Kinds of documents (Decree 30/2020, Appendix III, and Party documents) with their abbreviations in symbols.
 * The order matters: the longer name first.
 */
export const DOC_TYPES: [string, string][] = [
  ['Thông tư liên tịch', 'TTLT'],
  ['Chương trình hành động', 'CTHĐ'],
  ['Thông báo kết luận', 'TBKL'],
  ['Nghị quyết', 'NQ'],
  ['Nghị định', 'NĐ'],
  ['Quyết định', 'QĐ'],
  ['Chỉ thị', 'CT'],
  ['Thông tư', 'TT'],
  ['Kế hoạch', 'KH'],
  ['Công văn', 'CV'],
  ['Hướng dẫn', 'HD'],
  ['Thông báo', 'TB'],
  ['Kết luận', 'KL'],
  ['Chương trình', 'CTr'],
  ['Đề án', 'ĐA'],
  ['Phương án', 'PA'],
  ['Quy chế', 'QC'],
  ['Quy định', 'QyĐ'],
  ['Tờ trình', 'TTr'],
  ['Báo cáo', 'BC'],
  ['Công điện', 'CĐ'],
  ['Pháp lệnh', 'PL'],
  ['Luật', 'L'],
  ['Điều lệ', 'ĐL'],
  ['Văn bản hợp nhất', 'VBHN'],
  ['Văn bản', ''],
  ['Dự án', 'DA'],
];

/** Kinds that can stand as the name of a plan document, in capitals over the title. */
export const PLAN_TYPES = [
  'KẾ HOẠCH',
  'CHƯƠNG TRÌNH',
  'PHƯƠNG ÁN',
  'ĐỀ ÁN',
  'HƯỚNG DẪN',
  'THÔNG BÁO',
  'CHỈ THỊ',
  'QUYẾT ĐỊNH',
  'TỜ TRÌNH',
  'BÁO CÁO',
  'DỰ ÁN',
];

/** Kind of a document from its symbol, where the text names none ("số 15/2014/QĐ-UBND"). */
export function typeOfSymbol(symbol: string): string | null {
  const first = symbol.split(/[-/]/)[0]?.toUpperCase() ?? '';
  const found = DOC_TYPES.find(([, short]) => short !== '' && short.toUpperCase() === first);
  if (found) return found[0];
  return /^QH\d/.test(symbol) ? 'Luật' : null;
}

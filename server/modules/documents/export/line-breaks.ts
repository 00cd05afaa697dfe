/*
 * Where a careful typist would not break a line: inside a compound, before a dash, between a word and its figure.
 * Vietnamese writes each syllable apart, so a word processor breaks anywhere; names of bodies and table heads, set in
 * narrow columns, suffer most. Both writers get the same text, so both break alike.
 */

const NO_BREAK = '\u00a0';

/** Two-syllable words that names, titles and table heads of the sector are made of. */
const COMPOUNDS = new Set(
  `nhân dân, ủy ban, giáo dục, đào tạo, mầm non, mẫu giáo, tiểu học, trung học, cơ sở, phổ thông, thường xuyên, dân tộc,
   nội trú, bán trú, trung tâm, nghề nghiệp, thành phố, đại học, cao đẳng, văn phòng, đơn vị, chủ trì, phối hợp, thời gian,
   hoàn thành, thực hiện, nội dung, hoạt động, sản phẩm, đầu ra, số lượng, ghi chú, kinh phí, chỉ tiêu, bộ phận, phụ trách,
   triệu đồng, hình thức, địa điểm, đối tượng, kết quả, truyền thông, chính sách, năm học, giai đoạn, địa bàn, học kỳ,
   kế hoạch, công tác, nhiệm vụ, thông tin, báo chí, tuyên truyền, xã hội, phát triển, tăng cường, triển khai, trọng tâm,
   học sinh, sinh viên, nhà trường, giáo viên, quản lý, chất lượng, chuyển đổi, văn hóa, khoa học, công nghệ, thể thao`
    .split(/[\s]*,[\s]*/)
    .map((pair) => pair.trim()),
);

const ORGAN_STARTS = new Set([
  'tỉnh',
  'thành',
  'và',
  'xã',
  'phường',
  'huyện',
  'quận',
  'đặc',
  'dân',
  'nghề',
  'nội',
  'bán',
]);
const ORGAN_ENDS = new Set(['non', 'học', 'sở', 'thông', 'xuyên', 'trú', 'giáo']);
const TITLE_STARTS = new Set(['năm', 'giai', 'và', 'về', 'trên', 'của', 'cho', 'nhân', 'đến', 'tại', 'trong']);

const LIKED = 0.45;
const LIKED_LESS = 0.25;
const AVOIDED = -1;

const isCompound = (before: string, after: string) => COMPOUNDS.has(`${before} ${after}`);

/** What a break in the name of a body is worth; see `balancedLines`. */
export function organBreak(before: string, after: string): number {
  const [left, right] = [before.toLocaleLowerCase('vi'), after.toLocaleLowerCase('vi')];
  if (isCompound(left, right)) return AVOIDED;
  if (ORGAN_STARTS.has(right)) return LIKED;
  return ORGAN_ENDS.has(left) ? LIKED_LESS : 0;
}

/** What a break in a title is worth. */
export function titleBreak(before: string, after: string): number {
  const [left, right] = [before.toLocaleLowerCase('vi'), after.toLocaleLowerCase('vi')];
  if (isCompound(left, right) || /^\d/.test(right)) return AVOIDED;
  return TITLE_STARTS.has(right) ? LIKED : 0;
}

/** Holds a dash to the word before it and a percent sign to its number, so that no line begins with them. */
export function holdDashes(text: string): string {
  return text.replace(/ (?=[-–—] )/g, NO_BREAK).replace(/(?<=\d) (?=%)/g, NO_BREAK);
}

/** `holdDashes`, and figures held to the word they count: 'Tháng 5', 'Quý IV', 'số 12'. For narrow cells. */
export function holdFigures(text: string): string {
  return holdDashes(text).replace(/(?<=(?:^|[\s(])(?:tháng|quý|ngày|năm|số|lớp|học kỳ|tuần)) (?=[\dIVX])/giu, NO_BREAK);
}

/** Holds compounds together, for the head of a table. */
export function holdCompounds(text: string): string {
  const words = text.split(' ');
  return words
    .map((word, i) => {
      const next = words[i + 1];
      if (next === undefined) return word;
      const held = isCompound(bare(word), bare(next));
      return `${word}${held ? NO_BREAK : ' '}`;
    })
    .join('');
}

const bare = (word: string) => word.toLocaleLowerCase('vi').replace(/[^\p{L}]/gu, '');

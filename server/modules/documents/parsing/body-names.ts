import { foldLetters } from './fold.ts';
import { BODY_HEADS, BODY_SHORT, NAME_LINKS, NAME_PAIRS, SUBJECT_STARTS } from './lexicon/bodies.ts';
import { PROVINCES } from './lexicon/provinces.ts';

const MAX_NAME = 200;

/**
 * Length of the name of a body at the start of a text, 0 when none starts there. A name has no end mark ("của Bộ Giáo
 * dục và Đào tạo Kế hoạch …"), so it is read word by word from the head word on.
 */
export function bodyLength(whole: string): number {
  const text = whole.slice(0, MAX_NAME);
  const fold = foldLetters(text);
  const head = BODY_HEADS.exec(fold);
  if (!head) return 0;
  let end = head[0].length;
  let previous = 'small';
  for (;;) {
    const word = /^(\s*[-–&]\s+|\s+|,\s+(?=\p{Lu}))([\p{L}\d&./-]+)/u.exec(text.slice(end));
    if (!word) break;
    const at = end + word[1]!.length;
    const kind = wordKind(fold, at, word[2]!, previous, end === head[0].length, word[1]!);
    if (kind === null) break;
    end = at + word[2]!.replace(/[.,/-]+$/, '').length;
    previous = kind;
    if (/[.,]$/.test(word[2]!)) break;
  }
  return trimLinks(text, end);
}

function wordKind(
  fold: string,
  at: number,
  word: string,
  previous: string,
  first: boolean,
  gap: string,
): string | null {
  const rest = fold.slice(at);
  const small = foldLetters(word).replace(/[.,]+$/, '');
  if (previous === 'opens' && !/^\p{Lu}{2}/u.test(word)) return 'small';
  const pair = /^[a-z]+ [a-z]+/.exec(rest)?.[0] ?? '';
  const capital = /^\p{Lu}|^\d|^[IVX]+$/u.test(word);
  if (
    !first &&
    SUBJECT_STARTS.test(rest) &&
    !(capital && NAME_PAIRS.has(pair) && !/^(?:ke hoach|quy dinh|huong dan|chuong trinh)/.test(pair))
  )
    return null;
  if (gap.includes(',') && !(NAME_PAIRS.has(pair) && capital)) return null;
  if (BODY_HEADS.test(rest) && !capital && previous !== 'post')
    return NAME_LINKS.has(small) || NAME_PAIRS.has(pair) ? 'small' : null;
  if (capital) return NAME_PAIRS.has(pair) ? 'opens' : 'capital';
  if (NAME_PAIRS.has(pair)) return 'opens';
  return NAME_LINKS.has(small) ? 'small' : null;
}

/** "UBND tỉnh và" ends before the word that links to something else. */
function trimLinks(text: string, end: number): number {
  return text
    .slice(0, end)
    .replace(/(?:\s+(?:và|thuộc|-|–|&|cấp|ngày|thứ|lần))+$/iu, '')
    .trimEnd().length;
}

/** The name written out: 'Bộ GDĐT' → 'Bộ Giáo dục và Đào tạo', 'Sở GDĐT Bắc Giang' → '… tỉnh Bắc Giang'. */
export function spellOut(name: string): string {
  let full = name;
  for (const [short, words] of BODY_SHORT) full = full.replace(short, words);
  const department = /^(Sở (?:[^,]*?Đào tạo)) (?!tỉnh|thành phố)(\p{Lu}[\p{L} -]*)$/u.exec(full);
  const kind = department && PROVINCES.get(foldLetters(department[2]!));
  return department && kind ? `${department[1]} ${kind} ${department[2]}` : full;
}

const SMALL = new Set([
  'và',
  'số',
  'tỉnh',
  'thành',
  'phố',
  'huyện',
  'thị',
  'xã',
  'quận',
  'phường',
  'khu',
  'vực',
  'cấp',
  'của',
  'thuộc',
  'đặc',
  'trực',
]);
const STAYS =
  /^(?:UBND|HĐND|THCS|THPT|TH|MN|PTDTBT|PTDTNT|PTCS|GDTX|GDNN|GDĐT|GD&ĐT|GD-ĐT|TT|TP|TX|DTNT|DTBT|KTTH|HN|GDNN-GDTX|[IVX]+|\d+)$/;

/** A name in capitals as it is written in a sentence: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO' → 'Sở Giáo dục và Đào tạo'. */
export function inSentenceCase(name: string): string {
  const words = name.split(/\s+/);
  const lower = words.map((word) => (STAYS.test(word) ? word : word.toLowerCase()));
  let placeFrom = lower.length;
  return lower
    .map((word, i) => {
      if (STAYS.test(word)) return word;
      const opens = i > 0 && NAME_PAIRS.has(foldLetters(`${word} ${lower[i + 1] ?? ''}`)) && !isSecond(lower, i);
      if (i > 0 && !opens && SMALL.has(word) && !(word === 'khu' && i >= placeFrom)) {
        if (/^(?:tỉnh|phố|huyện|xã|quận|phường)$/.test(word)) placeFrom = i + 1;
        return word;
      }
      const second =
        i > 0 && i < placeFrom && NAME_PAIRS.has(foldLetters(`${lower[i - 1]} ${word}`)) && !isSecond(lower, i - 1);
      return second ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ')
    .replace(/(Ủy ban|Hội đồng) Nhân dân/g, '$1 nhân dân')
    .replace(/(?<=(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Chi|Đặc khu) )[ỦU](?:y|ỷ)(?![\p{L}])/gu, 'ủy')
    .replace(/Trung học (Cơ sở|Phổ thông)/g, (name) => `Trung học ${name.slice(9).toLowerCase()}`);
}

/** Whether a word is itself the second half of a pair, so that it cannot open the next one. */
function isSecond(words: readonly string[], i: number): boolean {
  return i > 0 && NAME_PAIRS.has(foldLetters(`${words[i - 1]} ${words[i]}`)) && !isSecond(words, i - 1);
}

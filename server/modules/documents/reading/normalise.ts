import type { Block, Para, Reading } from './blocks.ts';

/**
 * Slips of fonts, scanners and typists. Look-alike letters that no Vietnamese word has are put right (and logged); all
 * else stays as printed and becomes a suggestion, since spelling of an official text is not ours to change.
 */

interface Slip {
  why: string;
  pattern: RegExp;
  normal: (found: string) => string;
}

/** Letters that only stand there because a font or a scanner took them for their twins. Same length, so offsets stay. */
const LOOK_ALIKE: Record<string, string> = { ƣ: 'ư', Ƣ: 'Ư', ð: 'đ', Ð: 'Đ', ɖ: 'đ', Ɖ: 'Đ' };
const LOOK_ALIKE_PATTERN = /[ƣƢðÐɖƉ]/g;

const letter = '\\p{L}\\p{M}';
const whole = (words: string): RegExp => new RegExp(`(?<![${letter}])(?:${words})(?![${letter}])`, 'gu');

/** Typing and scanning slips that were met in plans, with the only word that can be meant in their company. */
const LOST_ACCENT = new Map([
  ['Công thông tin', 'Cổng thông tin'],
  ['công thông tin', 'cổng thông tin'],
  ['Công TTĐT', 'Cổng TTĐT'],
  ['Đây mạnh', 'Đẩy mạnh'],
  ['đây mạnh', 'đẩy mạnh'],
  ['thông kê', 'thống kê'],
  ['công tác viên', 'cộng tác viên'],
  ['Công tác viên', 'Cộng tác viên'],
  ['Lòng ghép', 'Lồng ghép'],
  ['lòng ghép', 'lồng ghép'],
  ['báo trí', 'báo chí'],
  ['Báo trí', 'Báo chí'],
  ['chắnh', 'chính'],
  ['tắn', 'tín'],
]);

const SLIPS: Slip[] = [
  {
    // A PDF font whose Ò was mapped to Õ. "VÕ" is a surname, so only syllables that cannot be meant are listed.
    why: 'font-map',
    pattern: whole('PHÕNG|HÕA|TÕA|TRÕ|ĐÕI|CÕN|LÕNG|DÕNG|ĐOÀN TÕAN|VÕNG|THÕI'),
    normal: (found) => found.replaceAll('Õ', 'Ò'),
  },
  {
    why: 'lost-accent',
    pattern: whole([...LOST_ACCENT.keys()].join('|')),
    normal: (found) => LOST_ACCENT.get(found) ?? found,
  },
  {
    why: 'spaced-symbol',
    pattern:
      /(?:\d{1,4}\/)?(?:\d{4}\/)?(?:QĐ|KH|CT|NĐ|NQ|TT|CV|BC|HD|TB|TTr|TTLT)\s*[-–—]\s*(?:TTg|CP|Cp|TW|BGDĐT|BGD&ĐT|UBND|HĐND|SGDĐT|SGD&ĐT|PGDĐT|PGD&ĐT|BTTTT|BCT|BTC|BNV|BYT|QH\d*|TU|HU)(?![\p{L}\d])/gu,
    normal: (found) => found.replace(/\s*[-–—]\s*/g, '-'),
  },
  { why: 'end-mark', pattern: /(?<=[.…]?\s)(?:✓|√|\.\/)$/gu, normal: () => './.' },
];

/** Puts look-alike letters right and adds suggestions for the rest to `repairs`. */
export function suggestRepairs(reading: Reading): Reading {
  const repairs = [...reading.repairs];
  const blocks = reading.blocks.map((block) => mapParas(block, (para) => repairPara(para, repairs)));
  const text = LOOK_ALIKE_PATTERN.test(reading.text) ? plainLetters(reading.text) : reading.text;
  return { ...reading, blocks, text, repairs };
}

function mapParas(block: Block, change: (para: Para) => Para): Block {
  if (block.kind === 'para') return change(block);
  return { ...block, cells: block.cells.map((cell) => ({ ...cell, paras: cell.paras.map(change) })) };
}

function plainLetters(text: string): string {
  return text.replace(LOOK_ALIKE_PATTERN, (found) => LOOK_ALIKE[found]!);
}

function repairPara(para: Para, repairs: Reading['repairs']): Para {
  const text = plainLetters(para.text);
  if (text !== para.text) repairs.push({ raw: para.text, normal: text, why: 'look-alike', block: para.id });
  for (const slip of SLIPS) {
    for (const [found] of text.matchAll(slip.pattern)) {
      const normal = slip.normal(found);
      if (normal !== found) repairs.push({ raw: found, normal, why: slip.why, block: para.id });
    }
  }
  return text === para.text ? para : { ...para, text };
}

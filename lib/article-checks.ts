import { type ArticleContent, type Block, type Node, picturesOf, wordsOf } from './article-content.ts';
import { isSecrecyMark } from './secrecy-mark.ts';
import { fold } from './text.ts';
import { usualSpelling } from './tone-marks.ts';

/** A pattern of the reference data; the regular expression has the flag u. */
export interface CheckPattern {
  code: string;
  kind: 'personal-data' | 'secrecy' | 'glitch';
  pattern: string;
  repair: string | null;
  severity: 'stop' | 'warn';
}

export interface WordFinding {
  kind: CheckPattern['kind'];
  code: string;
  severity: 'stop' | 'warn';
  /** Block of the text, from 0; null: title or summary. */
  block: number | null;
  words: string;
  repair: string | null;
}

/** A line of the text and the block it stands in. */
export interface Line {
  block: number | null;
  text: string;
}

/** Title, summary and every paragraph, list item, cell and caption as lines of their own. */
export function linesOf(title: string, summary: string, content: ArticleContent): Line[] {
  const inBlocks = content.content.flatMap((node, block) => linesIn(node).map((text) => ({ block, text })));
  return [{ block: null, text: title }, { block: null, text: summary }, ...inBlocks].filter((line) => line.text !== '');
}

function linesIn(node: Block | Node): string[] {
  const inner = 'content' in node ? ((node.content ?? []) as Node[]) : [];
  const holdsBlocks = inner.some((child) => child.type !== 'text' && child.type !== 'hardBreak');
  return holdsBlocks ? inner.flatMap((child) => linesIn(child)) : wordsOf(node).split('\n');
}

/** One text may slip a hundred times the same way: so many of a kind are named, the others would only hide what matters. */
const MOST_OF_A_CODE = 5;

/** What the patterns find in the lines, stops first; a secrecy mark (a stamp, "Độ mật: …") is one by its shape. */
export function findWords(lines: readonly Line[], patterns: readonly CheckPattern[]): WordFinding[] {
  const marked = lines
    .filter((line) => isSecrecyMark(line.text))
    .map(({ block, text }): WordFinding => {
      return { kind: 'secrecy', code: 'mark', severity: 'stop', block, words: text.slice(0, 100), repair: null };
    });
  const found = [...patterns.flatMap((pattern) => findPattern(lines, pattern)), ...mixedTones(lines)];
  return [...marked, ...found].sort((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'));
}

function findPattern(lines: readonly Line[], { kind, code, pattern, repair, severity }: CheckPattern): WordFinding[] {
  const expression = new RegExp(pattern, 'gu');
  const found: WordFinding[] = [];
  for (const { block, text } of lines)
    for (const match of withoutUnseen(text).matchAll(expression)) {
      if (found.length === MOST_OF_A_CODE) return found;
      const [words] = match;
      const becomes = repair === null ? null : words.replace(new RegExp(pattern, 'u'), repair);
      found.push({ kind, code, severity, block, words: words.trim().slice(0, 200), repair: becomes });
    }
  return found;
}

/** Both ways of placing tones in one text ("hoá" and "hóa"): which is meant the writer decides, papers use the second. */
function mixedTones(lines: readonly Line[]): WordFinding[] {
  const words = lines.flatMap(({ block, text }) => (text.match(/\p{L}+/gu) ?? []).map((word) => ({ block, word })));
  const later = words.find(({ word }) => usualSpelling(word) !== word);
  const usual = words.find(({ word }) => /(?:[óòỏõọ][ae]|(?<!q)[úùủũụ]y)$/iu.test(word));
  if (!later || !usual) return [];
  const shown = `${later.word}, ${usual.word}`;
  const repair = usualSpelling(later.word);
  return [{ kind: 'glitch', code: 'mixed-tones', severity: 'warn', block: later.block, words: shown, repair }];
}

/**
 * Which phrase of a guard stands in the text. Words are compared with their marks; where the text has a phrase without
 * any marks ("Tran Thi Lan") that counts too. "Trần Hương" is not "Trần Hường".
 */
export function guardedPhrase(text: string, phrases: readonly string[]): string | undefined {
  const marked = ` ${plain(text)} `;
  return phrases.find((phrase) => {
    const wanted = plain(phrase);
    if (wanted === '') return false;
    const bare = fold(wanted);
    // The bare spelling is looked for in the text as written, so that other marks do not match.
    return marked.includes(` ${wanted} `) || (bare !== wanted && marked.includes(` ${bare} `));
  });
}

/** Signs without a width, soft hyphens and the like part words for machines only: nobody reads them. */
const withoutUnseen = (text: string): string => text.replace(/\p{Cf}/gu, '');

/** Lower case, marks in one order, tone marks where old and new spelling put them alike, single spaces, no signs. */
const plain = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(oneSpelling)
    .join(' ');

/** "hòa" and "hoà" are one word: the syllable's letters without its tone, and the tone behind them. */
function oneSpelling(word: string): string {
  const apart = word.normalize('NFD');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? '';
  return apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/, '').normalize('NFC') + tone;
}

/** Pictures whose words are missing, by what is missing. */
export function picturesLacking(content: ArticleContent): { cutId: string; alt: boolean; credit: boolean }[] {
  return picturesOf(content)
    .map(({ cutId, alt, credit }) => ({ cutId, alt: alt.trim() === '', credit: credit.trim() === '' }))
    .filter((picture) => picture.alt || picture.credit);
}

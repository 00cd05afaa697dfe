import {
  type ArticleContent,
  type Block,
  type BoundText,
  type Inline,
  spellingOfNode,
  wordsOf,
} from './article-content.ts';
import { inlinesOf, type Token, tokenKey, tokensOf } from './inline-tokens.ts';
import { mergeRuns, type Stretch } from './merge-runs.ts';
import { pairsOf } from './similar-blocks.ts';

/** The same words changed by both: what they were, and what each made of them. */
export interface TextConflict {
  where: 'title' | 'summary' | 'credit' | 'kind' | 'language' | 'content';
  base: string;
  mine: string;
  theirs: string;
}

export interface MergedText {
  text: BoundText;
  /** Empty where everything could be brought together; else `text` is of no use. */
  conflicts: TextConflict[];
}

/**
 * Brings together what two people made of the same text. Paragraphs that one changed are theirs, within a paragraph that
 * both changed words go together where they do not touch; tables and pictures are taken whole. What one deleted and the
 * other went on writing stays: no typed word is lost without being named in a conflict.
 */
export function mergeTexts(base: BoundText, mine: BoundText, theirs: BoundText): MergedText {
  const conflicts: TextConflict[] = [];
  const whole = (name: 'kind' | 'language') => oneOf(conflicts, name, base[name], mine[name], theirs[name]);
  const line = (name: 'title' | 'summary' | 'credit') => {
    const at = (text: BoundText) => tokensOf(text[name] ? [{ type: 'text', text: text[name] }] : []);
    const merged = mergeWords({ base: at(base), mine: at(mine), theirs: at(theirs) }, conflictsAt(conflicts, name));
    return merged.map((token) => token.text).join('');
  };
  const blocks = { base: base.content.content, mine: mine.content.content, theirs: theirs.content.content };
  const content: ArticleContent = { type: 'doc', content: mergeBlocks(blocks, conflictsAt(conflicts, 'content')) };
  const text = {
    kind: whole('kind'),
    language: whole('language'),
    title: line('title'),
    summary: line('summary'),
    credit: line('credit'),
    content,
  };
  return { text, conflicts };
}

type Report = (stretch: { base: string; mine: string; theirs: string }) => void;

const conflictsAt =
  (conflicts: TextConflict[], where: TextConflict['where']): Report =>
  (stretch) => {
    conflicts.push({ where, ...stretch });
  };

function oneOf(conflicts: TextConflict[], where: 'kind' | 'language', base: string, mine: string, theirs: string) {
  if (mine === base || mine === theirs) return theirs;
  if (theirs !== base) conflicts.push({ where, base, mine, theirs });
  return mine;
}

function mergeWords(words: Stretch<Token>, report: Report): Token[] {
  return mergeRuns(words, tokenKey, (stretch) => {
    const said = (tokens: readonly Token[]) => tokens.map((token) => token.text).join('');
    report({ base: said(stretch.base), mine: said(stretch.mine), theirs: said(stretch.theirs) });
    return stretch.mine;
  });
}

const mergeBlocks = (blocks: Stretch<Block>, report: Report): Block[] =>
  mergeRuns(blocks, spellingOfNode, (stretch) => mergeChanged(stretch, report));

/**
 * Where both changed a stretch of blocks: each block of the base is looked for in what became of it on either side. What
 * both put in at one place stands one behind the other.
 */
function mergeChanged(stretch: Stretch<Block>, report: Report): Block[] {
  const inMine = pairsOf(stretch.base, stretch.mine);
  const inTheirs = pairsOf(stretch.base, stretch.theirs);
  const result: Block[] = [];
  let [mine, theirs] = [0, 0];
  const takeNew = (m: number, t: number) => {
    const fromTheirs = stretch.theirs.slice(theirs, t);
    const known = new Set(fromTheirs.map(spellingOfNode));
    result.push(...fromTheirs, ...stretch.mine.slice(mine, m).filter((one) => !known.has(spellingOfNode(one))));
    [mine, theirs] = [m, t];
  };
  for (const [at, base] of stretch.base.entries()) {
    const [m, t] = [inMine[at]!, inTheirs[at]!];
    takeNew(m < 0 ? mine : m, t < 0 ? theirs : t);
    const one = became(base, m < 0 ? null : stretch.mine[mine++]!, t < 0 ? null : stretch.theirs[theirs++]!, report);
    if (one !== null) result.push(one);
  }
  takeNew(stretch.mine.length, stretch.theirs.length);
  return result;
}

/** What becomes of one block: gone only where nobody went on with it. */
function became(base: Block, mine: Block | null, theirs: Block | null, report: Report): Block | null {
  const [was, my, their] = [base, mine, theirs].map((one) => (one === null ? null : spellingOfNode(one)));
  if (mine === null || theirs === null) {
    const left = mine ?? theirs;
    return left !== null && spellingOfNode(left) !== was ? left : null;
  }
  if (my === was || my === their) return theirs;
  return their === was ? mine : mergeBlock(base, mine, theirs, report);
}

function mergeBlock(base: Block, mine: Block, theirs: Block, report: Report): Block {
  if (isLine(base) && isLine(mine) && isLine(theirs)) return mergeLine(base, mine, theirs, report);
  if (base.type === 'blockquote' && mine.type === 'blockquote' && theirs.type === 'blockquote') {
    const content = mergeBlocks({ base: base.content, mine: mine.content, theirs: theirs.content }, report);
    return content.length > 0 ? { ...mine, content } : mine;
  }
  if (isList(base) && isList(mine) && isList(theirs)) return mergeList(base, mine, theirs, report);
  report({ base: wordsOf(base), mine: wordsOf(mine), theirs: wordsOf(theirs) });
  return mine;
}

type Line = Extract<Block, { type: 'paragraph' | 'heading' }>;
const isLine = (block: Block): block is Line => block.type === 'paragraph' || block.type === 'heading';

/** The words of both; whoever made a heading of it, or a paragraph again, is followed. */
function mergeLine(base: Line, mine: Line, theirs: Line, report: Report): Line {
  const content = inlinesOf(
    mergeWords(
      { base: tokensOf(base.content), mine: tokensOf(mine.content), theirs: tokensOf(theirs.content) },
      report,
    ),
  );
  const form = shapeOf(mine) === shapeOf(base) ? theirs : mine;
  return withWords(form, content);
}

const shapeOf = (line: Line): string => (line.type === 'heading' ? `h${line.attrs.level}` : 'p');

const withWords = (line: Line, content: Inline[]): Line =>
  line.type === 'heading' ? { type: 'heading', attrs: line.attrs, content } : { type: 'paragraph', content };

type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
type Item = List['content'][number];
const isList = (block: Block): block is List => block.type === 'bulletList' || block.type === 'orderedList';

/** Items one by one; where both changed the same stretch of items their blocks are brought together in turn. */
function mergeList(base: List, mine: List, theirs: List, report: Report): List {
  const content = mergeRuns<Item>(
    { base: base.content, mine: mine.content, theirs: theirs.content },
    spellingOfNode,
    (s) => {
      if (s.base.length === s.mine.length && s.base.length === s.theirs.length)
        return s.base.map((item, at) => mergeItem(item, s.mine[at]!, s.theirs[at]!, report));
      if (s.base.length === 0) return [...s.theirs, ...s.mine];
      const said = (items: readonly Item[]) => items.map((item) => item.content.map(wordsOf).join('\n')).join('\n');
      report({ base: said(s.base), mine: said(s.mine), theirs: said(s.theirs) });
      return s.mine;
    },
  );
  return content.length > 0 ? { ...mine, content } : mine;
}

function mergeItem(base: Item, mine: Item, theirs: Item, report: Report): Item {
  const content = mergeBlocks({ base: base.content, mine: mine.content, theirs: theirs.content }, report);
  return content.length > 0 ? { ...mine, content } : mine;
}

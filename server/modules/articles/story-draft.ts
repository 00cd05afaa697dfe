import { type ArticleContent, type Block, contentLimits, type Inline } from '#lib/article-content.ts';
import { type StoryBlock, type StoryPara, type StoryTable, storyPicture } from '../documents/documents.ts';
import { inlineOf, type Place, textWithout } from './story-words.ts';

/** A text as it was read out of a file: what became its head, its blocks, and what was left behind and why. */
export interface StoryDraft {
  title: string;
  summary: string;
  credit: string;
  blocks: (Block | Place)[];
  skipped: Skipped[];
}

export interface Skipped {
  /** `articles.skipped.<why>` words it. */
  why: 'letterhead' | 'large-table' | 'cut-off';
  what: string;
}

const LETTERHEAD = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)\.?$/iu;
const CREDIT =
  /^(Tác giả|Người viết|Người đưa tin|Bài(?: và|,)? ảnh|Tin(?: và|,)? ảnh|Tin, bài|Bài viết|Nguồn|Ảnh)\s*[:：]\s*(\S.*)$/iu;
/** Whose the words are is said by the name alone. */
const AUTHOR = /^(?:Tác giả|Người viết|Người đưa tin|Bài viết)$/iu;

/** The first paragraph is the title, a bold one behind it the summary; lines that name author and source become the credit. */
export function draftOf(blocks: readonly StoryBlock[]): StoryDraft {
  const draft: StoryDraft = { title: '', summary: '', credit: '', blocks: [], skipped: [] };
  const rest = withoutLetterhead(blocks, draft);
  const head = takeHead(rest, draft);
  const credits: string[] = [];
  const lists = new Lists(draft.blocks);
  for (const block of rest.slice(head)) {
    if (draft.blocks.length >= contentLimits.blocks - 10) {
      draft.skipped.push({ why: 'cut-off', what: wordsIn(block) });
      break;
    }
    if (block.kind === 'table') addTable(block, draft, lists);
    else addPara(block, draft, lists, credits);
  }
  draft.credit = credits.join('; ').slice(0, 200);
  return draft;
}

function withoutLetterhead(blocks: readonly StoryBlock[], draft: StoryDraft): StoryBlock[] {
  return blocks.filter((block, at) => {
    const stays = at > 12 || block.kind === 'table' || !LETTERHEAD.test(block.text.trim());
    if (!stays) draft.skipped.push({ why: 'letterhead', what: wordsIn(block) });
    return stays;
  });
}

/** How many blocks became the head. */
function takeHead(blocks: readonly StoryBlock[], draft: StoryDraft): number {
  const [first, second] = blocks;
  if (first?.kind !== 'para' || storyPicture.test(first.text) || first.text.length > 300 || first.label !== null)
    return 0;
  draft.title = first.text;
  const isSummary = second?.kind === 'para' && second.bold && second.label === null && second.text.length <= 1000;
  if (!isSummary || storyPicture.test(second.text) || CREDIT.test(second.text)) return 1;
  draft.summary = second.text;
  return 2;
}

function addPara(para: StoryPara, draft: StoryDraft, lists: Lists, credits: string[]): void {
  const credit = CREDIT.exec(para.text);
  const last = draft.blocks.at(-1);
  if (credit && isPlace(last) && /^Ảnh$/iu.test(credit[1]!)) {
    last.credit = para.text.slice(0, 200);
    return;
  }
  if (credit && para.label === null) {
    credits.push(AUTHOR.test(credit[1]!) ? credit[2]! : para.text);
    return;
  }
  // What stands centred or slanted right under a picture says what is on it.
  if (isPlace(last) && last.caption === '' && (para.italic || para.centred) && para.text.length <= 300) {
    last.caption = textWithout(para.text);
    if (!storyPicture.test(para.text)) return;
  }
  if (lists.takes(para)) return;
  for (const part of inlineOf(para)) {
    if (!Array.isArray(part)) draft.blocks.push(part);
    else if (part.length > 0) draft.blocks.push(lineOf(para, part));
  }
}

const isPlace = (block: Block | Place | undefined): block is Place => block !== undefined && block.type === 'place';

function lineOf(para: StoryPara, content: Inline[]): Block {
  const level = /^(?:Heading |h)([1-6])$/i.exec(para.style ?? '')?.[1];
  const label: Inline[] = para.label === null ? [] : [{ type: 'text', text: `${para.label} ` }];
  if (level === undefined) return { type: 'paragraph', content: [...label, ...content] };
  return { type: 'heading', attrs: { level: Number(level) <= 2 ? 2 : 3 }, content: [...label, ...content] };
}

type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;

/** Items of automatic lists become lists; a number that is part of the text ("II.", "a)") stays text. */
class Lists {
  private readonly blocks: (Block | Place)[];
  constructor(blocks: (Block | Place)[]) {
    this.blocks = blocks;
  }

  takes(para: StoryPara): boolean {
    const ordered = /^\d{1,3}[.)]$/.exec(para.label ?? '');
    const type = ordered ? 'orderedList' : /^[-–+•*●○▪]$/u.test(para.label ?? '') ? 'bulletList' : null;
    if (type === null || storyPicture.test(para.text) || (ordered && para.level === null)) return false;
    const item: List['content'][number] = { type: 'listItem', content: [{ type: 'paragraph', content: plain(para) }] };
    const open = this.blocks.at(-1);
    const list =
      open?.type === 'bulletList' || open?.type === 'orderedList' ? deepest(open, Math.min(para.level ?? 0, 2)) : null;
    if (list?.type === type && list.content.length < 500) list.content.push(item);
    else if (list && (para.level ?? 0) > 0) list.content.at(-1)!.content.push({ type, content: [item] });
    else
      this.blocks.push({
        type,
        ...(ordered && { attrs: { start: Number.parseInt(para.label!, 10) } }),
        content: [item],
      });
    return true;
  }
}

/** The list that is open at a level, or the last one above it. */
function deepest(list: List, level: number): List {
  const inner = list.content.at(-1)?.content.at(-1);
  const goesOn = level > 0 && (inner?.type === 'bulletList' || inner?.type === 'orderedList');
  return goesOn ? deepest(inner, level - 1) : list;
}

const plain = (para: StoryPara): Inline[] => inlineOf(para).flatMap((part) => (Array.isArray(part) ? part : []));

function addTable(table: StoryTable, draft: StoryDraft, _lists: Lists): void {
  const paras = table.cells.flatMap((cell) => cell.paras);
  if (table.rows > 300 || table.cols > 20) {
    draft.skipped.push({ why: 'large-table', what: wordsIn(table) });
    for (const para of paras) draft.blocks.push({ type: 'paragraph', content: plain(para) });
    return;
  }
  const rows = Array.from({ length: table.rows }, (_, row) => ({
    type: 'tableRow' as const,
    content: table.cells.filter((cell) => cell.row === row).map((cell) => cellOf(cell, row < table.headerRows)),
  }));
  const content = rows.filter((row) => row.content.length > 0);
  if (content.length > 0) draft.blocks.push({ type: 'table', content });
  // Pictures of a table stand behind it.
  draft.blocks.push(...paras.flatMap((para) => inlineOf(para).filter((part): part is Place => !Array.isArray(part))));
}

function cellOf(
  cell: StoryTable['cells'][number],
  header: boolean,
): Extract<Block, { type: 'table' }>['content'][number]['content'][number] {
  const content: Block[] = cell.paras.map((para) => ({
    type: 'paragraph',
    content: [...(para.label === null ? [] : [{ type: 'text' as const, text: `${para.label} ` }]), ...plain(para)],
  }));
  return {
    type: header ? 'tableHeader' : 'tableCell',
    attrs: { colspan: Math.min(cell.colSpan, 20), rowspan: Math.min(cell.rowSpan, 20) },
    content: content.length > 0 ? content.slice(0, 50) : [{ type: 'paragraph' }],
  };
}

const wordsIn = (block: StoryBlock): string =>
  (block.kind === 'para'
    ? block.text
    : block.cells.flatMap((cell) => cell.paras.map((para) => para.text)).join(' ')
  ).slice(0, 80);

/** The draft with its pictures: `pictureOf` says what became of each, null where there is none. */
export function contentWith(
  draft: StoryDraft,
  pictureOf: (place: Place) => Extract<Block, { type: 'picture' }> | null,
): ArticleContent {
  return {
    type: 'doc',
    content: draft.blocks.flatMap((block) => (isPlace(block) ? (pictureOf(block) ?? []) : [block])),
  };
}

import * as z from 'zod/mini';

/**
 * The text of an article as data: what the editor writes, the server keeps and the pages are drawn from. Only what is
 * listed here exists; a node or mark that is not listed is refused, so that no script can come in by any door.
 */

export const headingLevels = [2, 3] as const;

/** Most an article may hold: about 60 pages of words, and as many pictures as an album. */
export const contentLimits = {
  words: 30_000,
  characters: 400_000,
  blocks: 2_000,
  pictures: 60,
  /** Nodes inside one another: a word in a list in a list in a table has eleven. */
  depth: 12,
  /** Nodes in all; many tiny ones would keep a reader's phone and the checks busy. */
  nodes: 40_000,
} as const;

const plain = (max: number) =>
  z.string().check(z.normalize('NFC'), z.maxLength(max, 'fields.too-long'), z.refine(noControls, 'fields.characters'));

/** Tabs and line ends may stand in pasted text; other controls cannot be seen and end readers of XML. */
function noControls(value: string): boolean {
  return !/[^\P{Cc}\t\n\r]/u.test(value);
}

/** Only addresses that cannot run anything: web, mail, telephone. */
export const isSafeLink = (href: string): boolean =>
  /^(https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d][\d .-]*)$/i.test(href);

const href = () => z.string().check(z.maxLength(2000, 'fields.too-long'), z.refine(isSafeLink, 'fields.web-address'));

const mark = z.union([
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('underline') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: href() }) }),
]);
export type Mark = z.output<typeof mark>;

const words = z.strictObject({
  type: z.literal('text'),
  text: plain(50_000).check(z.minLength(1)),
  marks: z.optional(z.array(mark).check(z.maxLength(4))),
});
const lineBreak = z.strictObject({ type: z.literal('hardBreak') });
const inline = z.union([words, lineBreak]);
export type Inline = z.output<typeof inline>;

const inlines = () => z.optional(z.array(inline).check(z.maxLength(2_000)));
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines() });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines(),
});

/** A picture of the library: which cut of it (crop and blur), and its words in this article. */
const picture = z.strictObject({
  type: z.literal('picture'),
  attrs: z.strictObject({
    mediaId: z.uuid('fields.id'),
    cutId: z.uuid('fields.id'),
    caption: plain(500),
    credit: plain(200),
    alt: plain(500),
  }),
});
export type Picture = z.output<typeof picture>['attrs'];

/** A video stays where it is; the article names its address. */
const video = z.strictObject({
  type: z.literal('video'),
  attrs: z.strictObject({ url: href(), title: plain(300) }),
});
const rule = z.strictObject({ type: z.literal('horizontalRule') });

interface List {
  type: 'bulletList' | 'orderedList';
  attrs?: { start?: number | undefined; type?: null | undefined } | undefined;
  content: ListItem[];
}
interface ListItem {
  type: 'listItem';
  content: Block[];
}
interface Quote {
  type: 'blockquote';
  content: Block[];
}
interface Cell {
  type: 'tableCell' | 'tableHeader';
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined;
  content: Block[];
}
interface Row {
  type: 'tableRow';
  content: Cell[];
}
interface Table {
  type: 'table';
  content: Row[];
}
export type Block =
  | z.output<typeof paragraph>
  | z.output<typeof heading>
  | z.output<typeof picture>
  | z.output<typeof video>
  | z.output<typeof rule>
  | List
  | Quote
  | Table;
export type Node = Block | ListItem | Row | Cell | Inline;

const within = <T extends z.ZodMiniType>(type: T, max: number) => z.array(type).check(z.minLength(1), z.maxLength(max));
const listItem = z.strictObject({ type: z.literal('listItem'), content: z.lazy(() => within(block, 50)) });
const list = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  attrs: z.optional(
    z.strictObject({ start: z.optional(z.int().check(z.minimum(0), z.maximum(9999))), type: z.optional(z.null()) }),
  ),
  content: within(listItem, 500),
});
const quote = z.strictObject({ type: z.literal('blockquote'), content: z.lazy(() => within(block, 100)) });
const span = () => z.optional(z.int().check(z.minimum(1), z.maximum(20)));
const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.optional(z.strictObject({ colspan: span(), rowspan: span() })),
  content: z.lazy(() => within(block, 50)),
});
const row = z.strictObject({ type: z.literal('tableRow'), content: within(cell, 20) });
const table = z.strictObject({ type: z.literal('table'), content: within(row, 300) });

export const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.union([paragraph, heading, picture, video, rule, list, quote, table]),
) as unknown as z.ZodMiniType<Block>;

export interface ArticleContent {
  type: 'doc';
  content: Block[];
}

/** How deep and how large a tree of nodes is, whatever it consists of; counted without recursion and only up to the limits. */
function isWithinSize(value: unknown): boolean {
  let level: unknown[] = [value];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length;
    if (depth > contentLimits.depth || nodes > contentLimits.nodes) return false;
    level = level.flatMap(childrenOf);
  }
  return true;
}

function childrenOf(node: unknown): unknown[] {
  const content = typeof node === 'object' && node !== null ? (node as { content?: unknown }).content : undefined;
  return Array.isArray(content) ? content : [];
}

/** Checked before its kinds are: the checks go down the tree by calling themselves, and a deep one would end them. */
const sized = z.unknown().check(z.refine(isWithinSize, 'fields.too-nested'));

/** An article's text; sizes beyond `contentLimits` are refused with a sentence. */
export const articleContent: z.ZodMiniType<ArticleContent> = z.pipe(
  sized,
  z
    .strictObject({
      type: z.literal('doc'),
      content: z.array(block).check(z.maxLength(contentLimits.blocks, 'fields.too-long')),
    })
    .check(
      z.refine((doc) => picturesOf(doc as ArticleContent).length <= contentLimits.pictures, 'fields.too-many'),
      z.refine((doc) => textOf(doc as ArticleContent).length <= contentLimits.characters, 'fields.too-long'),
    ),
) as unknown as z.ZodMiniType<ArticleContent>;

export const emptyContent: ArticleContent = { type: 'doc', content: [] };

/** Every node, the outer before the inner, in reading order. */
export function* nodesOf(doc: ArticleContent): Generator<Node> {
  const rest: Node[] = [...doc.content].reverse();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    yield node;
    if ('content' in node && node.content) rest.push(...[...(node.content as Node[])].reverse());
  }
}

/** Pictures in reading order; one that stands twice is listed twice. */
export function picturesOf(doc: ArticleContent): Picture[] {
  return [...nodesOf(doc)].flatMap((node) => (node.type === 'picture' ? [node.attrs] : []));
}

/** Addresses that the text points at, in reading order. */
export function linksOf(doc: ArticleContent): string[] {
  return [...nodesOf(doc)].flatMap((node) => {
    if (node.type === 'video') return [node.attrs.url];
    if (node.type !== 'text') return [];
    return (node.marks ?? []).flatMap((m) => (m.type === 'link' ? [m.attrs.href] : []));
  });
}

/** The words of one block on lines of their own, without marks; captions count, alternative texts do not. */
export function wordsOf(node: Node): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'picture') return node.attrs.caption;
  if (node.type === 'video') return node.attrs.title;
  if (node.type === 'horizontalRule') return '';
  const inner = (node.content ?? []) as Node[];
  const inOneLine = node.type === 'paragraph' || node.type === 'heading';
  return inner.map(wordsOf).join(inOneLine ? '' : '\n');
}

/** The whole text as plain lines, for search, figures, checks and comparison. */
export const textOf = (doc: ArticleContent): string => doc.content.map(wordsOf).join('\n');

/** What an approval is bound to. */
export interface BoundText {
  kind: string;
  language: string;
  title: string;
  summary: string;
  credit: string;
  content: ArticleContent;
}

/**
 * The text in one spelling: keys in order, nothing that only the editor needs. Two texts with the same spelling are the
 * same text; its SHA-256 is the `contentHash` that an approval is bound to.
 */
export function spellingOf({ kind, language, title, summary, credit, content }: BoundText): string {
  return JSON.stringify([kind, language, title, summary, credit, ordered(content)]);
}

/** The same for one node: two nodes with one spelling are the same. */
export const spellingOfNode = (node: Node): string => JSON.stringify(ordered(node));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined && v !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, ordered(v)]));
}

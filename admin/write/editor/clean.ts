import { type ArticleContent, type Block, isSafeLink, type Mark } from '#lib/article-content.ts';

/** A node as an editor or a paste gives it: nothing about it is known yet. */
export interface Raw {
  type?: string | undefined;
  text?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  content?: Raw[] | undefined;
}

const blockTypes = new Set([
  'paragraph',
  'heading',
  'picture',
  'video',
  'horizontalRule',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
]);

/** Only what an article may hold, spelled as its schema wants it; blank lines at the end go. */
export function cleanContent(doc: Raw): ArticleContent {
  const content = cleanBlocks(doc.content);
  while (content.at(-1)?.type === 'paragraph' && !('content' in (content.at(-1) as Block))) content.pop();
  return { type: 'doc', content };
}

/** The same for some blocks; blank lines stay. */
export const cleanBlocks = (nodes: readonly Raw[] | undefined): Block[] =>
  (nodes ?? []).filter((node) => blockTypes.has(node.type ?? '')).map((node) => cleanBlock(node) as unknown as Block);

function cleanBlock(node: Raw): Raw {
  const { type = '' } = node;
  const attrs = attrsOf(type, node.attrs ?? {});
  const content = type === 'paragraph' || type === 'heading' ? inlines(node.content) : cleanBlocks(node.content);
  return {
    type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content: content as Raw[] }),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC') : '');
const span = (value: unknown): number => Math.min(20, Math.max(1, Number(value) || 1));

function attrsOf(type: string, given: Record<string, unknown>): Record<string, unknown> {
  if (type === 'heading') return { level: Number(given.level) === 3 ? 3 : 2 };
  if (type === 'orderedList') return Number(given.start) > 1 ? { start: Math.min(9999, Number(given.start)) } : {};
  if (type === 'picture')
    return Object.fromEntries(['mediaId', 'cutId', 'caption', 'credit', 'alt'].map((key) => [key, text(given[key])]));
  if (type === 'video') return { url: text(given.url), title: text(given.title) };
  if (type !== 'tableCell' && type !== 'tableHeader') return {};
  const spans = { colspan: span(given.colspan), rowspan: span(given.rowspan) };
  return Object.fromEntries(Object.entries(spans).filter(([, n]) => n > 1));
}

function inlines(nodes: readonly Raw[] | undefined): Raw[] {
  return (nodes ?? []).flatMap((node): Raw[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    // Controls cannot be seen, and end readers of XML.
    const words = text(node.text).replace(/[^\P{Cc}\t\n\r]/gu, '');
    if (node.type !== 'text' || words === '') return [];
    const marks = (node.marks ?? []).flatMap(markOf);
    return [{ type: 'text', text: words, ...(marks.length > 0 && { marks }) }];
  });
}

function markOf({ type, attrs }: { type: string; attrs?: Record<string, unknown> | undefined }): Mark[] {
  if (type === 'bold' || type === 'italic' || type === 'underline') return [{ type }];
  const href = text(attrs?.href);
  return type === 'link' && isSafeLink(href) ? [{ type, attrs: { href } }] : [];
}

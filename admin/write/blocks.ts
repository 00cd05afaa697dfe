import type { Block, Inline } from '#lib/article-content.ts';
import { cutAddress } from '../light/cut-address.ts';
import { el } from '../light/dom.ts';
import { say } from './words.ts';

/** Blocks to be read, not written: where two versions stand side by side. */
export const blocksView = (blocks: readonly Block[]): HTMLElement[] => blocks.map(blockView);

function blockView(block: Block): HTMLElement {
  if (block.type === 'paragraph') return el('p', {}, lineView(block.content));
  if (block.type === 'heading')
    return el('p', { class: `part-${block.attrs.level}` }, el('b', {}, lineView(block.content)));
  if (block.type === 'horizontalRule') return el('hr');
  if (block.type === 'video')
    return el('p', { class: 'hint' }, `${say('video.label')}: ${block.attrs.title || block.attrs.url}`);
  if (block.type === 'picture')
    return el(
      'figure',
      { class: 'picture' },
      block.attrs.cutId !== '' && el('img', { src: cutAddress(block.attrs.cutId, '480'), alt: block.attrs.alt }),
      el('figcaption', {}, block.attrs.caption),
    );
  const tag = block.type === 'orderedList' ? 'ol' : block.type === 'bulletList' ? 'ul' : 'div';
  return el(tag, { class: `deep ${block.type}` }, innerView(block.content as Block[]));
}

/** Items, rows and cells are drawn as what they hold. */
const innerView = (nodes: readonly Block[]): HTMLElement[] =>
  nodes.map((node) => {
    const { type, content } = node as { type: string; content?: Block[] };
    if (type === 'listItem') return el('li', {}, blocksView(content ?? []));
    if (type === 'tableRow') return el('div', { class: 'row-of-cells' }, innerView(content ?? []));
    if (type === 'tableCell' || type === 'tableHeader') return el('div', { class: 'cell' }, blocksView(content ?? []));
    return blockView(node);
  });

const lineView = (inlines: readonly Inline[] | undefined): (string | HTMLElement)[] =>
  (inlines ?? []).map((inline) => {
    if (inline.type === 'hardBreak') return el('br');
    const bold = inline.marks?.some(({ type }) => type === 'bold');
    return bold ? el('b', {}, inline.text) : inline.text;
  });

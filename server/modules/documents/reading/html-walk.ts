import { decodeLegacy, encodingOfFont, UNICODE_VIETNAMESE } from '#lib/legacy-encoding.ts';
import { normaliseBullet } from './bullet.ts';
import { parseDeclarations, type StyleSheet } from './html-css.ts';
import { type ItemLabel, ListCounter } from './html-lists.ts';
import {
  attribute,
  declarationsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isHidden,
  type Look,
  lookOf,
} from './html-look.ts';
import { readHtmlTable } from './html-table.ts';
import { BLOCKS, SILENT } from './html-tags.ts';
import type { RawBlock, RawRun } from './raw.ts';

/** State shared by a whole document. */
export interface HtmlWalk {
  sheet: StyleSheet;
  lists: ListCounter;
  /** Page headers and footers that a word processor saved along. */
  margins: string[];
  legacy: Set<string>;
  pictures: number;
}

export function createHtmlWalk(sheet: StyleSheet): HtmlWalk {
  return { sheet, lists: new ListCounter(), margins: [], legacy: new Set(), pictures: 0 };
}

/** Reads the content of an element (body or cell) as blocks. */
export function readFlow(element: HtmlElement, look: Look, walk: HtmlWalk): RawBlock[] {
  const flow = new Flow(walk);
  flow.children(element, look);
  flow.flush(look);
  return flow.blocks;
}

class Flow {
  readonly blocks: RawBlock[] = [];
  private readonly walk: HtmlWalk;
  private runs: RawRun[] = [];
  private pending: ItemLabel | null = null;
  private wordLabel: string | null = null;

  constructor(walk: HtmlWalk) {
    this.walk = walk;
  }

  children(element: HtmlElement, look: Look): void {
    for (const node of element.childNodes) this.node(node, look);
  }

  private node(node: HtmlNode, look: Look): void {
    if (node.nodeName === '#text' && 'value' in node) this.text(node.value, look);
    else if (isElement(node)) this.element(node, look);
  }

  private element(element: HtmlElement, parent: Look): void {
    const tag = element.tagName;
    if (SILENT.has(tag)) return;
    if (tag === 'br') this.push('\n', parent);
    if (tag === 'img') this.walk.pictures++;
    if (tag === 'br' || tag === 'img') return;
    const css = declarationsOf(element, this.walk.sheet);
    if (isHidden(css)) return;
    const look = lookOf(element, css, parent);
    if (isPageMargin(element)) this.walk.margins.push(textOf(element));
    else if (/mso-list:\s*ignore/i.test(attribute(element, 'style') ?? '')) this.wordLabel = textOf(element).trim();
    else if (tag === 'table') this.table(element, look, parent);
    else if (tag === 'ol' || tag === 'ul') this.list(element, look, parent);
    else if (tag === 'li') this.item(element, look, parent);
    else if (BLOCKS.has(tag)) this.block(element, look, parent);
    else this.children(element, look);
  }

  private block(element: HtmlElement, look: Look, parent: Look): void {
    this.flush(parent);
    this.children(element, look);
    this.flush(look, msoLevel(element));
  }

  private table(element: HtmlElement, look: Look, parent: Look): void {
    this.flush(parent);
    this.blocks.push(readHtmlTable(element, { ...look, centred: false }, this.walk, readFlow));
  }

  private list(element: HtmlElement, look: Look, parent: Look): void {
    this.flush(parent);
    this.walk.lists.enter(element, declarationsOf(element, this.walk.sheet));
    this.children(element, look);
    this.flush(look);
    this.walk.lists.leave();
  }

  private item(element: HtmlElement, look: Look, parent: Look): void {
    this.flush(parent);
    const label = this.walk.lists.item(element, startsWithHeading(element));
    this.pending = /display:\s*block|list-style(?:-type)?:\s*none/.test(attribute(element, 'style') ?? '')
      ? null
      : label;
    this.children(element, look);
    this.flush(look);
    this.pending = null;
  }

  private text(value: string, look: Look): void {
    const shown = look.pre ? value : value.replace(/[\t\n\f\r ]+/g, ' ');
    if (shown !== '') this.push(shown, look);
  }

  private push(text: string, look: Look): void {
    const legacy = encodingOfFont(look.font);
    let shown = text;
    if (legacy && !UNICODE_VIETNAMESE.test(text)) {
      shown = decodeLegacy(text, legacy.encoding, legacy.capitals);
      if (shown !== text) this.walk.legacy.add(legacy.encoding.toUpperCase());
    }
    this.runs.push({ text: look.upper ? shown.toUpperCase() : shown, bold: look.bold, italic: look.italic });
  }

  flush(look: Look, level: number | null = null): void {
    const runs = this.runs;
    this.runs = [];
    const word = this.wordLabel;
    this.wordLabel = null;
    if (runs.every((run) => run.text.trim() === '')) return;
    const label = word ? tidyWordLabel(word) : (this.pending?.label ?? null);
    const depth = word ? level : (this.pending?.level ?? null);
    this.pending = null;
    this.blocks.push({
      kind: 'para',
      runs,
      label,
      level: label === null ? null : depth,
      centred: look.centred,
      style: look.style,
    });
  }
}

/** Labels that Word wrote out for browsers without lists: "1.", "a)", "·" in Symbol, "-". */
function tidyWordLabel(label: string): string {
  const clean = label.replace(/[\s\u00A0]+/g, ' ').trim();
  return /^(?:[^\p{L}\p{N}]|o)$/u.test(clean) ? normaliseBullet(clean) : clean;
}

function msoLevel(element: HtmlElement): number | null {
  const found = /level(\d+)/.exec(parseDeclarations(attribute(element, 'style') ?? '')['mso-list'] ?? '');
  return found ? Number(found[1]) - 1 : null;
}

function isPageMargin(element: HtmlElement): boolean {
  return element.tagName === 'div' && /^(?:header|footer)$/i.test(attribute(element, 'title') ?? '');
}

function startsWithHeading(element: HtmlElement): boolean {
  const first = element.childNodes.find((node) => isElement(node));
  return first !== undefined && isElement(first) && /^h[1-6]$/.test(first.tagName);
}

/** Plain text of an element. */
export function textOf(node: HtmlNode): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  if (!('childNodes' in node) || (isElement(node) && SILENT.has(node.tagName))) return '';
  return node.childNodes.map(textOf).join('');
}

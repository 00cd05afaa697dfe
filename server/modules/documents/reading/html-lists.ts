import type { Declarations } from './html-css.ts';
import { attribute, type HtmlElement, isElement } from './html-look.ts';
import { formatNumber } from './number-format.ts';

interface OpenList {
  format: string;
  next: number;
  step: number;
}

const TYPES: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const CSS_TYPES: Record<string, string> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  none: 'none',
};

export interface ItemLabel {
  label: string | null;
  level: number;
}

/** Counts `<ol>` and `<ul>` as a browser does. */
export class ListCounter {
  private readonly open: OpenList[] = [];
  /** Last number printed at each depth: saved lists go on after a paragraph with wrappers that hold no item. */
  private readonly last: (number | undefined)[] = [];

  enter(element: HtmlElement, css: Declarations): void {
    const bullet = element.tagName !== 'ol';
    const css3 = (css['list-style-type'] ?? css['list-style'] ?? '').split(/\s+/).find((word) => word in CSS_TYPES);
    const type = attribute(element, 'type');
    const format = css3 ? CSS_TYPES[css3]! : bullet ? 'bullet' : (TYPES[type ?? '1'] ?? 'decimal');
    const start = Number.parseInt(attribute(element, 'start') ?? '', 10);
    const reversed = attribute(element, 'reversed') !== undefined;
    const goesOn = isWrapper(element) ? (this.last[this.open.length] ?? 0) + 1 : 1;
    this.open.push({ format, next: Number.isFinite(start) ? start : goesOn, step: reversed ? -1 : 1 });
  }

  leave(): void {
    this.open.pop();
  }

  /** @param heading a heading inside the item: word processors number those through ("2.1."), which HTML cannot say */
  item(element: HtmlElement, heading: boolean): ItemLabel {
    const level = Math.max(0, this.open.length - 1);
    const list = this.open.at(-1);
    if (!list) return { label: '•', level: 0 };
    const given = Number.parseInt(attribute(element, 'value') ?? '', 10);
    const number = Number.isFinite(given) ? given : list.next;
    list.next = number + list.step;
    if (list.format === 'none') return { label: null, level };
    if (list.format === 'bullet') return { label: '•', level };
    this.last.length = Math.min(this.last.length, level + 1);
    this.last[level] = number;
    const above = this.open.at(-2);
    const through =
      heading && list.format === 'decimal' && above?.format === 'decimal' ? this.last[level - 1] : undefined;
    const own = formatNumber(number, list.format);
    return { label: through === undefined ? `${own}.` : `${through}.${own}.`, level };
  }
}

/**
 * Word processors take a list up again after a paragraph by an `<ol>` inside an `<ol>` without an item between, and
 * forget the start: such a list goes on where its depth stood.
 */
function isWrapper(element: HtmlElement): boolean {
  const parent = element.parentNode;
  const first = element.childNodes.find(isElement);
  const inside =
    parent && isElement(parent) && parent.tagName === 'ol' && parent.childNodes.find(isElement) === element;
  return inside === true || first?.tagName === 'ol';
}

import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Declarations, parseDeclarations, type StyleSheet } from './html-css.ts';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** How the text of an element reads; handed down from parent to child. */
export interface Look {
  bold: boolean;
  italic: boolean;
  centred: boolean;
  upper: boolean;
  pre: boolean;
  font: string | null;
  /** Innermost heading or paragraph class, as Para.style. */
  style: string | null;
}

export const PLAIN_LOOK: Look = {
  bold: false,
  italic: false,
  centred: false,
  upper: false,
  pre: false,
  font: null,
  style: null,
};

const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ITALIC = new Set(['i', 'em', 'cite', 'dfn', 'address']);

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function declarationsOf(element: HtmlElement, sheet: StyleSheet): Declarations {
  const classes = attribute(element, 'class')?.split(/\s+/).filter(Boolean) ?? [];
  return { ...sheet.of(element.tagName, classes), ...parseDeclarations(attribute(element, 'style') ?? '') };
}

export function isHidden(css: Declarations): boolean {
  return css.display === 'none' || css.visibility === 'hidden' || css['mso-hide'] === 'all';
}

/** Look of an element's content. */
export function lookOf(element: HtmlElement, css: Declarations, parent: Look): Look {
  const tag = element.tagName;
  const weight = css['font-weight'] ?? (/\bbold\b/.test(css.font ?? '') ? 'bold' : undefined);
  const slant = css['font-style'] ?? (/\bitalic\b/.test(css.font ?? '') ? 'italic' : undefined);
  // An attribute on the element itself says more about the author's wish than a rule for all paragraphs.
  const own = parseDeclarations(attribute(element, 'style') ?? '')['text-align'];
  const align = own ?? attribute(element, 'align')?.toLowerCase() ?? css['text-align'];
  const family = css['font-family'] ?? (tag === 'font' ? attribute(element, 'face') : undefined);
  return {
    bold: weight === undefined ? parent.bold || BOLD.has(tag) : /bold|[6-9]00/.test(weight),
    italic: slant === undefined ? parent.italic || ITALIC.has(tag) : /italic|oblique/.test(slant),
    centred:
      tag === 'center' ||
      (align === undefined ? parent.centred && tag !== 'table' : align === 'center' || align === '-webkit-center'),
    upper: css['text-transform'] === undefined ? parent.upper : css['text-transform'] === 'uppercase',
    pre: tag === 'pre' || (css['white-space'] === undefined ? parent.pre : /^pre/.test(css['white-space'])),
    font: family?.split(',')[0]?.replace(/["']/g, '').trim() ?? parent.font,
    style: /^h[1-6]$/.test(tag) ? tag : tag === 'p' ? (attribute(element, 'class') ?? parent.style) : parent.style,
  };
}

import { attr, type Element, elementsOf, isElement, isText, textOf } from './tree.ts';

const beside = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'button',
  'script',
  'style',
  'noscript',
  'template',
]);
const besideNames =
  /comment|binh-luan|related|lien-quan|sidebar|breadcrumb|share|social|menu|banner|advert|tag-list|footer/i;
const paragraphs = new Set(['p', 'blockquote', 'pre', 'h2', 'h3', 'li', 'div', 'td']);

/** True for parts of a page that are not its article: menus, comments, what else the site has to say. */
const isBeside = (e: Element): boolean =>
  beside.has(e.tagName) ||
  (e.tagName !== 'body' &&
    e.tagName !== 'main' &&
    e.tagName !== 'article' &&
    besideNames.test(`${attr(e, 'class')} ${attr(e, 'id')}`));

/** The words of the article: of the element whose own paragraphs weigh most. Empty where the page has none. */
export function articleText(body: Element): string {
  const weights = new Map<Element, number>();
  for (const e of elementsOf(body, isBeside)) {
    if (isBeside(e) || !paragraphs.has(e.tagName)) continue;
    const own = ownWords(e);
    if (own.length < (e.tagName === 'div' || e.tagName === 'td' ? 80 : 25)) continue;
    const weight = 1 + Math.min(own.length / 100, 5) + (own.match(/[,;]/g)?.length ?? 0) / 2;
    const parent = elementAbove(e);
    // A block that is all text by itself (lines divided by <br>) is its own article.
    add(weights, e.tagName === 'div' || e.tagName === 'td' ? e : parent, weight);
    add(weights, e.tagName === 'div' || e.tagName === 'td' ? parent : parent && elementAbove(parent), weight / 2);
  }
  const [best] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  return best ? textOf(best, isBeside) : '';
}

function add(weights: Map<Element, number>, e: Element | undefined, weight: number): void {
  if (e) weights.set(e, (weights.get(e) ?? 0) + weight);
}

const elementAbove = (e: Element): Element | undefined =>
  e.parentNode && isElement(e.parentNode) ? e.parentNode : undefined;

/** Words that stand in the element itself or in its inline parts: not those of blocks inside of it, and no link's. */
function ownWords(e: Element): string {
  const parts: string[] = [];
  const open = [...e.childNodes];
  for (let node = open.shift(); node; node = open.shift()) {
    if (isText(node)) parts.push(node.value);
    else if (
      isElement(node) &&
      !paragraphs.has(node.tagName) &&
      node.tagName !== 'a' &&
      !beside.has(node.tagName) &&
      open.length < 2000
    )
      open.unshift(...node.childNodes.slice(0, 500));
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

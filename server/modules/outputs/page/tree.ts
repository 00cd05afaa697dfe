import type { DefaultTreeAdapterMap } from 'parse5';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];
type Parent = DefaultTreeAdapterMap['parentNode'];

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is DefaultTreeAdapterMap['textNode'] => node.nodeName === '#text';
export const attr = (element: Element, name: string): string =>
  element.attrs.find((a) => a.name === name)?.value.trim() ?? '';

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'head', 'select', 'textarea']);
const blocks = new Set(
  'p div section article li ul ol h1 h2 h3 h4 h5 h6 td th tr table blockquote pre br figcaption dd dt main'.split(' '),
);

/** Every element below, in the order of the page; not below those for which `skip` says so. No recursion: depth is the page's choice. */
export function* elementsOf(root: Parent, skip: (element: Element) => boolean = () => false): Generator<Element> {
  const open: Node[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (skip(node)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!);
  }
}

/** The words of an element with a line for each block; scripts and styles are no words. */
export function textOf(root: Element, skip: (element: Element) => boolean = () => false): string {
  const parts: string[] = [];
  const open: (Node | string)[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (isText(node)) parts.push(node.value.replace(/\s+/g, ' '));
    else if (isElement(node) && !silent.has(node.tagName) && !skip(node)) {
      const line = blocks.has(node.tagName) ? '\n' : '';
      parts.push(line);
      open.push(line);
      for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!);
    }
  }
  const lines = parts.join('').split('\n');
  return lines
    .map((one) => one.replace(/[ \u00a0]+/g, ' ').trim())
    .filter((one) => one !== '')
    .join('\n');
}

type Child = Node | string | number | false | null | undefined | readonly Child[];
type Listener = (event: never) => void;
type Props = Record<string, string | number | boolean | null | undefined | Listener>;

/** A set property says what is there now; an attribute only what was there at first. */
const asProperty = new Set(['value', 'checked', 'disabled', 'hidden']);

/**
 * One element: `el('button', { class: 'main', onclick: send }, 'Gửi')`. Functions become listeners, `true` an empty
 * attribute; what is false, null or undefined is left out, among the children too. Text is text, never markup.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  append(element, children);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (asProperty.has(name)) Reflect.set(element, name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue;
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else element.append(child instanceof Node ? child : String(child));
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** Signs beside words, in the stroke of the admin app's icons; each is a few lines on a field of 24. */
const signs = {
  done: 'M20 6 9 17l-5-5',
  late: 'M12 8v5m0 3.5v.01M10.3 3.9 2.4 17.6A2 2 0 0 0 4.1 20.6h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z',
  due: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  no: 'M5.6 5.6l12.8 12.8M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  change: 'M12 20h9M16.4 3.6a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4Z',
  ask: 'M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  unsent: 'M2 2l20 20M5.8 5.8A7 7 0 0 0 9 19h8.5l1-.1M21.5 16.5A4.5 4.5 0 0 0 17.5 10h-1.8A7 7 0 0 0 10 5.1',
  back: 'M19 12H5m6 6-6-6 6-6',
  open: 'm6 9 6 6 6-6',
} as const;
export type Sign = keyof typeof signs;

/** A sign; the word beside it says the same, so it is not read aloud. */
export const sign = (name: Sign): SVGElement => drawn(name, signs[name]);

/** A sign of a page's own, drawn as one path on a field of 24. */
export function drawn(name: string, d: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', `sign sign-${name}`],
    ['aria-hidden', 'true'],
  ] as const)
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/** Puts a view in place of what stood there. */
export function show(place: Element, ...children: Child[]): void {
  place.replaceChildren();
  append(place, children);
}

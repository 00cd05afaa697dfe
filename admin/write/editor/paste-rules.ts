import { DOMParser, type Schema, type TagParseRule } from '@tiptap/pm/model';

/** What stands before the words of a line of a list: a sign, or a number that the author counts by. */
const isBullet = (element: HTMLElement): boolean => !/^\s*[\p{L}\p{N}]{1,4}[.)]/u.test(element.textContent ?? '');
const bulletOnly = (element: HTMLElement) => (isBullet(element) ? null : false);

/**
 * Word pastes lists as paragraphs: those with a sign become a list, numbers stay as they were typed. Headings of other
 * programs become the two that an article has.
 */
const rules: TagParseRule[] = [
  { tag: 'span[data-style*="mso-list"]', ignore: true, getAttrs: bulletOnly },
  { tag: 'p[class^="MsoList"]', node: 'listItem', getAttrs: bulletOnly },
  { tag: 'b[data-style*="font-weight:normal"]', skip: true },
  { tag: 'span[data-style*="font-weight:700"]', mark: 'bold', consuming: false },
  { tag: 'span[data-style*="font-style:italic"]', mark: 'italic', consuming: false },
  { tag: 'span[data-style*="text-decoration:underline"]', mark: 'underline', consuming: false },
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag, n) => ({ tag, node: 'heading', attrs: { level: n < 2 ? 2 : 3 } })),
];

/** Reads a paste: the schema's own rules, behind those for what other programs bring. */
export const pasteParser = (schema: Schema): DOMParser =>
  new DOMParser(schema, [...rules, ...DOMParser.fromSchema(schema).rules]);

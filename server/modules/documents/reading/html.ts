import { parse } from 'parse5';
import { Unreadable } from './blocks.ts';
import { parseStyleSheet } from './html-css.ts';
import { type HtmlElement, type HtmlNode, isElement, PLAIN_LOOK } from './html-look.ts';
import { createHtmlWalk, readFlow } from './html-walk.ts';
import type { RawReading } from './raw.ts';

/** Larger pages are no plan, and building their tree would take the memory of the process. */
const MAX_HTML_BYTES = 12 * 1024 * 1024;

/** Reads a web page: saved by Word or LibreOffice, printed by another system, or from a portal. Scripts and styles are no text. */
export function readHtml(bytes: Uint8Array): RawReading {
  if (bytes.length > MAX_HTML_BYTES) throw new Unreadable('documents.too-long');
  const document = parse(decodeHtml(bytes));
  const body = findElement(document, 'body');
  if (!body) throw new Unreadable('documents.broken');
  const walk = createHtmlWalk(parseStyleSheet(styleTexts(document).join('\n')));
  const blocks = readFlow(body, PLAIN_LOOK, walk);
  return {
    format: 'html',
    part: 'html',
    blocks,
    margins: walk.margins,
    warnings: [...walk.legacy].map((encoding) => ({ code: 'documents.legacy-font', params: { encoding } })),
    repairs: [],
  };
}

/** By byte order mark, by what the page says, else UTF-8 where possible and the old Western code page where not. */
export function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const stated =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoderFor(stated).decode(bytes);
  }
}

function decoderFor(label: string | undefined): TextDecoder {
  try {
    return new TextDecoder(label && !/^utf-?8$/i.test(label) ? label : 'windows-1252');
  } catch {
    return new TextDecoder('windows-1252');
  }
}

function findElement(node: HtmlNode, tag: string): HtmlElement | undefined {
  if (isElement(node) && node.tagName === tag) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    if (!isElement(child) || !['html', 'head', 'body', tag].includes(child.tagName)) continue;
    const found = findElement(child, tag);
    if (found) return found;
  }
  return undefined;
}

/** Style sheets anywhere in the page. Walks without recursion: pages may nest deeply. */
function styleTexts(document: HtmlNode): string[] {
  const texts: string[] = [];
  const stack: HtmlNode[] = [document];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('childNodes' in node)) continue;
    if (isElement(node) && node.tagName === 'style') {
      texts.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
    } else stack.push(...[...node.childNodes].reverse());
  }
  return texts;
}

import { SaxesParser } from 'saxes';
import { Unreadable } from './blocks.ts';

/** A light tree of an Office part. WordprocessingML elements go by their local name ('p'), others keep a prefix ('mc:Choice'). */
export interface XmlNode {
  name: string;
  /** By local name ('val', 'id'). */
  attrs: Record<string, string>;
  children: XmlNode[];
  text: string;
}

const WORD =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/;
const KNOWN_PREFIX: [RegExp, string][] = [
  [WORD, ''],
  [/markup-compatibility\/2006$/, 'mc:'],
  [/officeDocument\/(?:2006\/)?math$/, 'm:'],
  [/^urn:schemas-microsoft-com:vml$/, 'v:'],
  [/drawingml\/(?:2006\/)?main$/, 'a:'],
];
/** Above these no human wrote the file; the walk below is recursive, so depth is bounded too. */
const MAX_DEPTH = 256;
const MAX_NODES = 2_000_000;

/** Parses one part. @throws Unreadable for broken XML and for any DOCTYPE (the door of entity attacks) */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '#root', attrs: {}, children: [], text: '' };
  const stack: XmlNode[] = [root];
  const prefixes = new Map<string, string>([
    ['w', ''],
    ['xml', 'xml:'],
  ]);
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false });
  const names = new Map<string, string>();
  let nodes = 0;
  parser.on('doctype', () => {
    throw new Unreadable('documents.unsafe-xml');
  });
  parser.on('error', () => {
    throw new Unreadable('documents.broken');
  });
  parser.on('opentag', (tag) => {
    if (stack.length > MAX_DEPTH || ++nodes > MAX_NODES) throw new Unreadable('documents.too-long');
    const attrs = readAttributes(tag.attributes as Record<string, string>, prefixes, names);
    let name = names.get(tag.name);
    if (name === undefined) {
      name = canonicalName(tag.name, prefixes);
      names.set(tag.name, name);
    }
    const node: XmlNode = { name, attrs, children: [], text: '' };
    stack[stack.length - 1]!.children.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => stack.pop());
  const addText = (text: string) => {
    stack[stack.length - 1]!.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  return root;
}

/** Attributes by local name. Namespace declarations are learned; known element names are then looked at anew. */
function readAttributes(
  attributes: Record<string, string>,
  prefixes: Map<string, string>,
  names: Map<string, string>,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const key in attributes) {
    if (key.startsWith('xmlns')) {
      learnPrefix(prefixes, key, attributes[key]!);
      names.clear();
      continue;
    }
    const local = localNames.get(key) ?? rememberLocal(key);
    // Word's editing marks are on every paragraph and mean nothing here.
    if (local.startsWith('rsid')) continue;
    if (out[local] === undefined || key.startsWith('w:')) out[local] = attributes[key]!;
  }
  return out;
}

const localNames = new Map<string, string>();

function rememberLocal(key: string): string {
  const local = key.slice(key.indexOf(':') + 1);
  if (localNames.size < 2000) localNames.set(key, local);
  return local;
}

function learnPrefix(prefixes: Map<string, string>, key: string, uri: string): void {
  const known = KNOWN_PREFIX.find(([pattern]) => pattern.test(uri));
  const prefix = key === 'xmlns' ? '#default' : key.slice(6);
  if (known) prefixes.set(prefix, known[1]);
  else if (prefix === '#default') prefixes.delete(prefix);
}

function canonicalName(name: string, prefixes: Map<string, string>): string {
  const colon = name.indexOf(':');
  if (colon < 0) return (prefixes.get('#default') ?? '') + name;
  const known = prefixes.get(name.slice(0, colon));
  return known === undefined ? name : known + name.slice(colon + 1);
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((item) => item.name === name);
}

export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return node ? node.children.filter((item) => item.name === name) : [];
}

/** `w:val` of a child element. */
export function valOf(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attrs.val;
}

/** An on/off property: absent = undefined, `<w:b/>` = true, `<w:b w:val="0"/>` = false. */
export function toggle(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attrs.val ?? 'true');
}

/** All descendants of that name, in document order, without going into a match. */
export function descendants(node: XmlNode, name: string, found: XmlNode[] = []): XmlNode[] {
  for (const item of node.children) {
    if (item.name === name) found.push(item);
    else descendants(item, name, found);
  }
  return found;
}

import { SaxesParser } from 'saxes';
import { UnreadableTable } from './unreadable-table.ts';

export interface XmlEvents {
  /** Local name (prefix dropped) and attributes under their local names, `r:id` as 'id'. */
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Walks one XML part. A DOCTYPE is refused: workbooks have none, entity attacks do. */
export function readXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  parser.on('doctype', () => {
    throw new UnreadableTable('tables.unsafe');
  });
  parser.on('error', () => {
    throw new UnreadableTable('tables.broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (events.open === undefined) return;
    const named: Record<string, string> = {};
    for (const key in attributes) named[local(key)] = String(attributes[key]);
    events.open(local(name), named);
  });
  parser.on('closetag', ({ name }) => events.close?.(local(name)));
  parser.on('text', (text) => events.text?.(text));
  parser.write(decodeXml(bytes)).close();
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

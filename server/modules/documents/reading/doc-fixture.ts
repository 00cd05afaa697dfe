/** Builds small Word 97-2003 files in code, for tests: one compound file with a Word stream and its table stream. */

export interface DocPara {
  text: string;
  /** Paragraph modifiers, see `sprm`. */
  props?: number[];
  /** Character modifiers of the whole paragraph. */
  chars?: number[];
  style?: number;
  /** 0x0d ends a paragraph, 0x07 a cell or a row. */
  mark?: number;
}

export interface DocFixture {
  paras: DocPara[];
  fonts?: string[];
  /** Levels of one list, which is list 1. */
  levels?: { format: number; text: string }[];
  headers?: string;
}

const SECTOR = 512;
const TEXT_AT = 1024;

/** A property modifier: code and operand bytes. */
export function sprm(code: number, ...operand: number[]): number[] {
  return [code & 0xff, code >> 8, ...operand];
}

export function u16(value: number): [number, number] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

function utf16(text: string): number[] {
  return [...Array(text.length).keys()].flatMap((i) => u16(text.charCodeAt(i)));
}

function put(target: number[], at: number, bytes: readonly number[]): void {
  for (let i = 0; i < bytes.length; i++) target[at + i] = bytes[i]!;
}

export function makeDoc(fixture: DocFixture): Uint8Array {
  const body = fixture.paras.map((para) => para.text + String.fromCharCode(para.mark ?? 13));
  const story = body.join('');
  const text = `${story}${fixture.headers ?? ''}`;
  const word = new Array<number>(TEXT_AT).fill(0);
  word.push(...utf16(text));
  while (word.length % SECTOR !== 0) word.push(0);
  const edges = [TEXT_AT];
  for (const part of body) edges.push(edges.at(-1)! + part.length * 2);
  const paraPage = word.length / SECTOR;
  word.push(
    ...propertyPage(
      edges,
      fixture.paras.map((para) => [...u16(para.style ?? 0), ...(para.props ?? [])]),
      true,
    ),
  );
  word.push(
    ...propertyPage(
      edges,
      fixture.paras.map((para) => para.chars ?? []),
      false,
    ),
  );
  const table: number[] = [];
  const pairs: [number, number[]][] = [
    [1, styleSheet()],
    [12, [...u32(edges[0]!), ...u32(edges.at(-1)!), ...u32(paraPage + 1)]],
    [13, [...u32(edges[0]!), ...u32(edges.at(-1)!), ...u32(paraPage)]],
    [15, fontTable(fixture.fonts ?? ['Times New Roman'])],
    [33, [2, ...u32(16), ...u32(0), ...u32(text.length), ...u16(0), ...u32(TEXT_AT), ...u16(0)]],
    [74, fixture.levels ? [...u32(1), ...u32(7), ...new Array<number>(12).fill(0), ...u32(0xffffffff)] : []],
    // Last, because the levels follow outside the stated length.
    [73, fixture.levels ? listTable(fixture.levels) : []],
  ];
  for (const [index, bytes] of pairs) {
    const stated = index === 73 && bytes.length > 0 ? 30 : bytes.length;
    put(word, 154 + index * 8, [...u32(table.length), ...u32(stated)]);
    table.push(...bytes);
  }
  put(word, 0, [...u16(0xa5ec), ...u16(193)]);
  put(word, 32, u16(14));
  put(word, 62, u16(22));
  put(word, 64 + 12, u32(story.length));
  put(word, 64 + 20, u32(fixture.headers?.length ?? 0));
  put(word, 152, u16(93));
  return compound({ WordDocument: word, '0Table': table });
}

/** One page of properties: places, pointers, and the modifiers from the end backwards. */
function propertyPage(edges: number[], properties: number[][], paragraphs: boolean): number[] {
  const page = new Array<number>(SECTOR).fill(0);
  const count = properties.length;
  put(page, 0, edges.flatMap(u32));
  let end = SECTOR - 1;
  properties.forEach((bytes, i) => {
    const even = paragraphs && bytes.length % 2 === 1 ? [...bytes, 0] : bytes;
    const block = paragraphs ? [0, even.length / 2, ...even] : [bytes.length, ...bytes];
    end = Math.floor((end - block.length) / 2) * 2;
    put(page, end, block);
    page[(count + 1) * 4 + i * (paragraphs ? 13 : 1)] = end / 2;
  });
  page[SECTOR - 1] = count;
  return page;
}

function styleSheet(): number[] {
  const style = (builtIn: number, base: number, name: string, chars: number[]): number[] => {
    const head = [...u16(builtIn), ...u16(1 | (base << 4)), ...u16(2), ...u16(0), ...u16(0)];
    const upx = [...u16(2), ...u16(0), ...u16(chars.length), ...chars];
    const body = [...head, ...u16(name.length), ...utf16(name), 0, 0, ...upx];
    return [...u16(body.length), ...body];
  };
  const info = [...u16(2), ...u16(10), ...new Array<number>(14).fill(0)];
  return [...u16(info.length), ...info, ...style(0, 0xfff, 'Normal', []), ...style(1, 0, 'heading 1', sprm(0x0835, 1))];
}

function fontTable(names: string[]): number[] {
  const entries = names.flatMap((name) => {
    const entry = [...new Array<number>(39).fill(0), ...utf16(name), 0, 0];
    return [entry.length, ...entry];
  });
  return [...u16(names.length), 0, 0, ...entries];
}

/** One list (id 7) with its nine levels; the levels stand behind the stated 30 bytes. */
function listTable(levels: { format: number; text: string }[]): number[] {
  const list = [...u32(7), ...new Array<number>(24).fill(0)];
  const all = Array.from({ length: 9 }, (_, i) => levels[i] ?? { format: 0, text: '' });
  const written = all.flatMap(({ format, text }) => {
    const stored = text.replace(/%(\d)/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1));
    return [...u32(1), format, ...new Array<number>(23).fill(0), ...u16(stored.length), ...utf16(stored)];
  });
  return [...u16(1), ...list, ...written];
}

/** A compound file with large streams only. */
function compound(streams: Record<string, number[]>): Uint8Array {
  const sectors: number[][] = [];
  const next: number[] = [];
  const add = (bytes: number[]): number => {
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      sectors.push([
        ...bytes.slice(at, at + SECTOR),
        ...new Array<number>(Math.max(0, at + SECTOR - bytes.length)).fill(0),
      ]);
      next.push(at + SECTOR < bytes.length ? sectors.length : 0xfffffffe);
    }
    return first;
  };
  const entry = (name: string, kind: number, start: number, size: number): number[] => {
    const bytes = new Array<number>(128).fill(0);
    put(bytes, 0, utf16(name));
    put(bytes, 64, [...u16(name.length * 2 + 2), kind]);
    put(bytes, 116, [...u32(start), ...u32(size)]);
    return bytes;
  };
  const entries = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.max(4096, bytes.length);
    return entry(name, 2, add([...bytes, ...new Array<number>(size - bytes.length).fill(0)]), size);
  });
  const directory = add([...entry('Root Entry', 5, 0xfffffffe, 0), ...entries.flat()]);
  const table = sectors.length;
  next.push(0xfffffffd);
  sectors.push([...next, ...new Array<number>(128 - next.length).fill(0xffffffff)].flatMap(u32));
  const header = new Array<number>(SECTOR).fill(0xff);
  put(header, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  put(header, 30, u16(9));
  put(header, 48, u32(directory));
  put(header, 60, [...u32(0xfffffffe), ...u32(0), ...u32(0xfffffffe), ...u32(0), ...u32(table)]);
  return Uint8Array.from([...header, ...sectors.flat()]);
}

import type { DraftTime } from '#lib/plan-draft.ts';
import { findCounts } from './counts.ts';
import { foldLetters } from './fold.ts';
import { isLine, joinPieces, type Line, type Piece, piece } from './lines.ts';
import type { Activity } from './matrix.ts';
import { type Node, walk } from './node.ts';
import { readTime, type YearSense } from './time.ts';
import { splitUnits } from './units.ts';

export type FactKind = 'lead' | 'coordinating' | 'time' | 'product' | 'budget' | 'place';

/** Words before a colon that say something about the activity above them. Evidence: plans of ministries and provinces. */
const FACT_WORDS: [FactKind, RegExp][] = [
  ['coordinating', /^(?:cac )?(?:don vi |co quan |bo phan )?phoi hop(?: thuc hien)?$/],
  [
    'lead',
    /^(?:(?:don vi|co quan|bo phan|ca nhan|nguoi) )?(?:chu tri|dau moi|phu trach|chiu trach nhiem|thuc hien)(?: (?:thuc hien|chinh|tham muu|trien khai|to chuc))?$|^phan cong(?: thuc hien)?$/,
  ],
  [
    'time',
    /^(?:thoi gian|thoi han|thoi diem|tien do)(?:(?:,| va)? (?:thuc hien|hoan thanh|trien khai|to chuc|du kien|ket thuc|dia diem))*$|^hoan thanh$/,
  ],
  [
    'product',
    /^(?:san pham|ket qua|dau ra)(?:(?:,|\/| va)? (?:du kien|dau ra|can dat|ket qua|san pham|truyen thong|thuc hien))*$/,
  ],
  ['budget', /^(?:du toan )?kinh phi(?: (?:thuc hien|du kien))?$/],
  ['place', /^dia diem(?: (?:to chuc|thuc hien))?$/],
];

interface Fact {
  kind: FactKind;
  value: Piece;
}

/** "Đơn vị chủ trì: Vụ A; phối hợp: Vụ B." → two facts; empty when the paragraph is no such line. */
export function factsIn(line: Line): Fact[] {
  const found: { kind: FactKind; from: number; at: number }[] = [];
  for (const match of line.fold.matchAll(/(?:^|[;.]\s+)\(?([^:;.]{3,45}):/g)) {
    const kind = kindOf(match[1]!);
    if (kind === null && found.length === 0) return [];
    if (kind !== null) found.push({ kind, from: match.index + match[0].length, at: match.index });
  }
  return found.map(({ kind, from }, i) => {
    const value = piece(line, from, found[i + 1]?.at ?? line.text.length);
    const end = value.text.replace(/[\s;.)]+$/, '').length;
    return { kind, value: piece(line, value.spans[0]!.from, value.spans[0]!.from + end) };
  });
}

const kindOf = (words: string): FactKind | null =>
  FACT_WORDS.find(([, pattern]) => pattern.test(words.trim()))?.[0] ?? null;

export const isFactLine = (line: Line): boolean => /:/.test(line.text.slice(0, 60)) && factsIn(line).length > 0;

/** What is to be done with the lines below it that say who, when and with what result. */
interface Block {
  node: Node;
  content: Piece;
  facts: Fact[];
}

/** Activities that are printed as blocks: a point, and under it "Đơn vị chủ trì: …", "Thời gian: …", "Sản phẩm: …". */
export function readBlocks(root: Node, years: YearSense | null): Activity[] {
  const blocks = [...walk(root)].filter((node) => node.role !== 'duty' || node.title === null).flatMap(blocksOf);
  return blocks.filter(isActivity).map((block) => activityOf(block, years));
}

/** One fact alone may be a remark; time or result beside another makes it an entry of a programme. */
function isActivity({ facts }: Block): boolean {
  const kinds = new Set(facts.map((fact) => fact.kind));
  return kinds.size >= 2 && (kinds.has('time') || kinds.has('product'));
}

function blocksOf(node: Node): Block[] {
  const own = node.title ?? node.inline;
  const blocks: Block[] = own ? [{ node, content: own, facts: [] }] : [];
  let fresh = true;
  for (const line of node.body.filter(isLine)) {
    const facts = line.text === '' ? [] : factsIn(line);
    const last = blocks.at(-1);
    if (facts.length > 0) last?.facts.push(...facts);
    else if (line.text !== '' && (!last || last.facts.length > 0 || (fresh && last.content === own)))
      blocks.push({ node, content: piece(line), facts: [] });
    fresh = facts.length > 0;
  }
  return headedBy(blocks, own);
}

/** A title over one description and its facts is what the activity is called. */
function headedBy(blocks: Block[], own: Piece | null): Block[] {
  const [head, only, ...more] = blocks;
  if (!own || !head || !only || more.length > 0 || head.facts.length > 0 || only.facts.length === 0) return blocks;
  return [{ ...only, content: own }];
}

function activityOf({ node, content, facts }: Block, years: YearSense | null): Activity {
  const all = (kind: FactKind): Piece | null => {
    const values = facts.filter((fact) => fact.kind === kind).map((fact) => fact.value);
    return values.length > 0 ? joinPieces(values, '; ') : null;
  };
  const units = (kind: FactKind) => splitUnits(all(kind)?.text ?? '');
  const product = all('product') ?? { text: '', spans: [] };
  const counts = findCounts(product.text || content.text);
  return {
    no: node.number?.name ?? null,
    content,
    product,
    theme: null,
    counts: counts.map(({ count, unit }) => ({ count, unit })),
    leadUnits: units('lead'),
    coordinatingUnits: units('coordinating'),
    time: timeOf(all('time')?.text ?? '', years),
    budget: all('budget')?.text ?? null,
    channel: null,
    spans: facts.flatMap((fact) => fact.value.spans),
    sure: 0.75,
  };
}

const timeOf = (text: string, years: YearSense | null): DraftTime =>
  readTime(text, years, { cell: true, closing: /^(?:hoan thanh|xong)/.test(foldLetters(text)) });

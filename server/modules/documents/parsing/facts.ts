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
export const factsIn = (line: Line): Fact[] => factsBetween(line, 0, line.text.length);

/** Facts in a bracket that ends a paragraph: "… (Thời gian: tháng 3/2026; chủ trì: Phòng A)", "… (Quý II/2026)". */
export function bracketFacts(line: Line): { at: number; facts: Fact[] } | null {
  const bracket = /\(([^()]{5,300})\)[\s.;]*$/.exec(line.text);
  if (!bracket) return null;
  const from = bracket.index + 1;
  const facts = factsBetween(line, from, from + bracket[1]!.length);
  return facts.length > 0 ? { at: bracket.index, facts } : null;
}

const TIME_ALONE = /^(?:hoan thanh |xong |trong |truoc |den |het |tu )*(?:thang|quy|ngay|tuan|hoc ky)\s*[\divx]/;

function factsBetween(line: Line, start: number, end: number): Fact[] {
  const fold = line.fold.slice(start, end);
  const found: { kind: FactKind; from: number; at: number }[] = [];
  if (start > 0 && TIME_ALONE.test(fold)) found.push({ kind: 'time', from: 0, at: 0 });
  for (const match of fold.matchAll(/(?:^|[;.]\s+)\(?([^:;.]{3,45}):/g)) {
    const kind = kindOf(match[1]!);
    if (kind === null && found.length === 0) return [];
    if (kind !== null) found.push({ kind, from: match.index + match[0].length, at: match.index });
  }
  return found.map(({ kind, from }, i) => {
    const value = piece(line, start + from, start + (found[i + 1]?.at ?? fold.length));
    const at = value.spans[0]!.from;
    return { kind, value: piece(line, at, at + value.text.replace(/[\s;.)]+$/, '').length) };
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
function isActivity({ node, facts }: Block): boolean {
  const kinds = new Set(facts.map((fact) => fact.kind));
  if (node.role === 'activity' && kinds.has('time')) return true;
  return kinds.size >= 2 && (kinds.has('time') || kinds.has('product'));
}

/** Points of a section that all say when: "Nhiệm vụ cụ thể" is a programme then. */
export function isProgramme(node: Node): boolean {
  const points = node.children.filter((child) => child.children.length === 0 && child.body.length === 0);
  const dated = points.filter((child) => bracketFacts(child.line!)?.facts.some((fact) => fact.kind === 'time'));
  return points.length >= 2 && points.length === node.children.length && dated.length >= points.length * 0.6;
}

function blocksOf(node: Node): Block[] {
  const own = ownBlock(node);
  const blocks: Block[] = own ? [own] : [];
  let fresh = true;
  for (const line of node.body.filter(isLine)) {
    const facts = line.text === '' ? [] : factsIn(line);
    const last = blocks.at(-1);
    if (facts.length > 0) last?.facts.push(...facts);
    else if (line.text !== '' && (!last || last.facts.length > 0 || (fresh && last === own)))
      blocks.push(blockOf(node, line));
    fresh = facts.length > 0;
  }
  return headedBy(blocks, own);
}

function ownBlock(node: Node): Block | null {
  const own = node.title ?? node.inline;
  if (!own || !node.line) return null;
  const block = blockOf(node, node.line);
  return block.facts.length > 0 ? block : { node, content: own, facts: [] };
}

function blockOf(node: Node, line: Line): Block {
  const bracket = bracketFacts(line);
  return { node, content: piece(line, 0, bracket?.at), facts: [...(bracket?.facts ?? [])] };
}

/** A title over one description and its facts is what the activity is called. */
function headedBy(blocks: Block[], own: Block | null): Block[] {
  const [head, only, ...more] = blocks;
  if (!own || head !== own || !only || more.length > 0 || head.facts.length > 0 || only.facts.length === 0)
    return blocks;
  return [{ ...only, content: own.content }];
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

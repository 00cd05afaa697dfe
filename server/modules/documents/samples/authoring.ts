/** Short words to write sample plans with: document text and its labels in one call each. */
import type {
  GoldChannel,
  GoldDeliverable,
  GoldQuota,
  GoldReference,
  GoldReporting,
  GoldTime,
  Mode,
} from './gold-format.ts';
import type { ActorLabel, AreaLabel, Basis, Cell, Heading, Leaf, Node, Role, Row } from './source.ts';

const leaf =
  (role: Role) =>
  (text: string, mark = '', bold = false): Leaf => ({ node: 'leaf', role, mark, text, ...(bold ? { bold } : {}) });
export const say = leaf('plain');
export const purpose = leaf('purpose');
export const requirement = leaf('requirement');
export const intro = leaf('intro');
export const solution = leaf('solution');
export const item = leaf('item');
export const duty = leaf('duty');
export const budget = leaf('budget');

/** The same kind of paragraph several times: all(duty, '-')('…', '…'). */
export const all =
  (make: (text: string, mark?: string) => Leaf, mark = '') =>
  (...texts: string[]): Leaf[] =>
    texts.map((text) => make(text, mark));

interface HeadingOptions {
  label?: string;
  tail?: string;
  runIn?: Leaf;
  area?: AreaLabel | true;
  actor?: ActorLabel;
}

const heading =
  (level: 1 | 2 | 3) =>
  (number: string | null, title: string | null, options: HeadingOptions = {}, ...children: Node[]): Heading => ({
    node: 'heading',
    level,
    number,
    title,
    label: options.label ?? (number === null ? '' : /^[a-zđ]$/.test(number) ? `${number})` : `${number}.`),
    tail: options.tail ?? '',
    runIn: options.runIn ?? null,
    children,
    ...(options.area ? { area: options.area } : {}),
    ...(options.actor ? { actor: options.actor } : {}),
  });
export const section = heading(1);
export const part = heading(2);
export const point = heading(3);

/** Who acts, with duties under an own-line heading. */
export const actor = (number: string | null, title: string, tail: string, ...duties: Node[]): Heading =>
  part(number, title, { tail, actor: {} }, ...duties);

/** A content area with an own-line title and items. */
export const area = (number: string | null, title: string, label: AreaLabel | true, ...items: Node[]): Heading =>
  part(number, title, { area: label, tail: label === true ? '' : ` ${label.raw}` }, ...items);

/** A content area whose text goes on in the paragraph of its title: '1. Giáo dục mầm non: …'. */
export const areaLine = (number: string | null, title: string, text: string, label: AreaLabel | true = true): Heading =>
  part(number, title, { area: label, tail: ':', runIn: item(text) });

/** Who leads an area, in the usual bracket: '(A và B làm đầu mối, C phối hợp)'. */
export const led = (focal: string[], support: string[] = []): AreaLabel => ({
  focal,
  with: support,
  raw: `(${focal.join(' và ')} làm đầu mối${support.length ? `, ${support.join(', ')} phối hợp` : ''})`,
});

/** A citation: type, ref, ISO date, issuer, title, and the words as printed. */
export const ref = (
  type: string,
  number: string | null,
  date: string | null,
  issuer: string | null,
  title: string | null,
  text: string,
): GoldReference => ({ type, ref: number, issuer, date, title, text });

const isoOf = (printed: string): string => {
  const [, day = '', month = '', year = ''] = /(\d+)\D+(\d+)\D+(\d{4})/.exec(printed) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** One line of the preamble with one basis: base('Căn cứ', 'Nghị định', '30/2020/NĐ-CP', '05/3/2020', 'Chính phủ', 'về …'). */
export function base(
  lead: string,
  type: string,
  number: string,
  day: string | null,
  issuer: string,
  title: string,
  end = ';',
): { text: string; bases: Basis[] } {
  const text = `${lead} ${type} số ${number}${day ? ` ngày ${day}` : ''} của ${issuer} ${title}${end}`;
  return { text, bases: [{ lead, type, ref: number, issuer, date: day && isoOf(day), title, text }] };
}

/** A line of the preamble that names no document, or whose bases are spelt out. */
export const preambleLine = (text: string, ...bases: Basis[]): { text: string; bases: Basis[] } => ({ text, bases });

/** '06 bài báo, 02 phóng sự' → counts; a question mark at the end marks an estimate. */
const countsOf = (text: string): [number, string][] =>
  text
    .split(/, /)
    .filter(Boolean)
    .map((one) => {
      const [, count = '', unit = ''] = /^(\d+) (.+)$/.exec(one) ?? [];
      return [Number(count), unit];
    });

/** A table row that is an activity: its cells, its counts ('6 bài báo, 2 phóng sự') and its time. Units are taken from the cells. */
export const act = (
  cells: Cell[],
  counts: string,
  time: Partial<GoldTime> = {},
  more: Omit<NonNullable<Row['activity']>, 'counts' | 'time'> = {},
): Row => ({ cells, activity: { counts: countsOf(counts), time, ...more } });

export const quota = (
  actor: string,
  kind: GoldQuota['kind'],
  minCount: number | null,
  per: GoldQuota['per'],
  product: string,
  text: string,
  receiver: string | null = null,
  deadline: string | null = null,
): GoldQuota => ({ actor, kind, product, minCount, per, deadline, to: receiver, text });

export const deliverable = (
  actor: string | null,
  count: number | null,
  product: string,
  due: string | null,
  text: string,
): GoldDeliverable => ({ actor, product, count, due, text });

export const report = (
  from: string | null,
  receiver: string | null,
  what: string,
  when: string | null,
  text: string,
): GoldReporting => ({ from, to: receiver, what, when, text });

export const channel = (
  kind: GoldChannel['kind'],
  name: string,
  role: GoldChannel['role'] = 'main',
  text = name,
): GoldChannel => ({ kind, name, role, text });

export interface Receiver {
  text: string;
  name: string;
  mode: Mode;
}

/** A recipient as printed: to('Các sở GDĐT (để t/h)', 't/h'). The name is what stands before the bracket or after 'Lưu:'. */
export const to = (text: string, mode: Mode = null): Receiver => ({
  text,
  name: text.replace(/^Lưu\s*:\s*/, '').replace(/\s*\([^()]*\)$/, ''),
  mode,
});

import type { DocumentCell, PlanDocument } from '#lib/plan-document.ts';
import type { Db } from '#platform/tx.ts';
import type { Sheet } from '../documents/exports.ts';
import type { Unit } from '../org/org.ts';
import { listOutputs, type OutputFact, type Span } from './facts.sql.ts';
import { letterheadOf } from './letterhead.ts';
import { countsWords, daysWords, momentWords, spanWords } from './words.ts';

/** More rows than anybody prints; what is left out is said below the table. */
const most = 3000;

const placeOf = (fact: OutputFact): string => [fact.outlet, fact.url].filter(Boolean).join('\n');
/** Where it stands and stood: its own site, the press, who above picked it. */
const standing = (fact: OutputFact): string =>
  [
    placeOf(fact),
    fact.placed && `Báo, đài: ${fact.placed}`,
    fact.picked_by && `${fact.picked_by} chọn`,
    !fact.published_on && momentWords(fact),
  ]
    .filter(Boolean)
    .join('\n');
const kindOf = (fact: OutputFact): string => fact.kind ?? countsWords(fact.counts);
const titleOf = (fact: OutputFact): string => (fact.languages ? `${fact.title}\n(${fact.languages})` : fact.title);
const byOf = (fact: OutputFact): string => [fact.author_name, fact.team_name].filter(Boolean).join('\n');

/** Units as titles between the rows where there are several, otherwise the rows alone. */
function* grouped(facts: readonly OutputFact[]): Generator<{ unit: string } | { n: number; fact: OutputFact }> {
  const several = new Set(facts.map((fact) => fact.unit_name)).size > 1;
  let unit: string | undefined;
  let n = 0;
  for (const fact of facts) {
    if (several && fact.unit_name !== unit) yield { unit: fact.unit_name };
    unit = fact.unit_name;
    yield { n: ++n, fact };
  }
}

/** "Danh mục tin, bài" on paper: one table, its sum, what was left out. */
export async function outputListPaper(db: Db, unit: Unit, span: Span, on: string): Promise<PlanDocument> {
  const facts = await listOutputs(db, span, most);
  const shown = facts.slice(0, most);
  const rows = [...grouped(shown)].map((one): DocumentCell[] =>
    'unit' in one
      ? [{ text: one.unit, colSpan: 6, bold: true }]
      : [
          { text: String(one.n) },
          { text: titleOf(one.fact) },
          { text: kindOf(one.fact) },
          { text: byOf(one.fact) },
          { text: daysWords(one.fact) },
          { text: standing(one.fact) },
        ],
  );
  const columns = [
    { title: 'TT', width: 5, align: 'center' as const },
    { title: 'Tên tin, bài, sản phẩm', width: 28 },
    { title: 'Thể loại', width: 12 },
    { title: 'Tác giả, tổ', width: 14 },
    { title: 'Mốc thời gian', width: 22 },
    { title: 'Nơi đăng, phát', width: 23 },
  ];
  const none = 'Trong thời gian này chưa có tin, bài, sản phẩm nào được ghi nhận.';
  const more = facts.length > most ? ` Danh mục này ghi ${most} sản phẩm đầu; bản đầy đủ ở tệp .xlsx.` : '';
  return {
    ...(await letterheadOf(db, unit, on, 'DANH MỤC', 'DM')),
    title: `Tin, bài, sản phẩm truyền thông ${spanWords(span.from, span.to)}`,
    bases: [],
    opening: null,
    sections: [
      {
        numeral: '',
        title: '',
        blocks: shown.length > 0 ? [{ kind: 'table', table: { columns, rows } }] : [{ kind: 'paragraph', text: none }],
      },
    ],
    closing: shown.length > 0 ? `Danh mục có ${shown.length} tin, bài, sản phẩm.${more}` : null,
  };
}

export async function outputListSheet(db: Db, unit: Unit, span: Span): Promise<Sheet[]> {
  const facts = await listOutputs(db, span, 50_000);
  const day = (value: string | null) => (value ? { date: value } : null);
  return [
    {
      name: 'Danh mục tin, bài',
      titles: ['DANH MỤC TIN, BÀI, SẢN PHẨM TRUYỀN THÔNG', unit.name, spanWords(span.from, span.to)],
      columns: [
        { title: 'TT', width: 5, align: 'center' },
        { title: 'Đơn vị', width: 28 },
        { title: 'Tổ', width: 18 },
        { title: 'Tên tin, bài, sản phẩm', width: 48 },
        { title: 'Thể loại', width: 18 },
        { title: 'Tác giả', width: 20 },
        { title: 'Ngày', width: 11, align: 'center' },
        { title: 'Nơi đăng, phát', width: 22 },
        { title: 'Địa chỉ', width: 40, wrap: false },
        { title: 'Báo, đài đã đăng', width: 30 },
        { title: 'Ngôn ngữ', width: 16 },
        { title: 'Đã gửi', width: 11, align: 'center' },
        { title: 'Được duyệt', width: 11, align: 'center' },
        { title: 'Được đăng', width: 11, align: 'center' },
        { title: 'Được chọn', width: 11, align: 'center' },
        { title: 'Đơn vị chọn', width: 24 },
      ],
      rows: facts
        .slice(0, 50_000)
        .map((fact, i) => [
          i + 1,
          fact.unit_name,
          fact.team_name,
          fact.title,
          kindOf(fact),
          fact.author_name,
          day(fact.made_on),
          fact.outlet,
          fact.url,
          fact.placed,
          fact.languages,
          day(fact.sent_on),
          day(fact.approved_on),
          day(fact.published_on),
          day(fact.picked_on),
          fact.picked_by,
        ]),
    },
  ];
}

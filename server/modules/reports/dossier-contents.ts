import { shortDay } from '#lib/format.ts';
import type { DocumentCell, PlanDocument } from '#lib/plan-document.ts';
import { slugOf } from '#lib/text.ts';
import type { Sheet } from '../documents/exports.ts';
import type { ProofRow } from './dossiers.sql.ts';
import { countsWords } from './words.ts';

/** More than this is no file to hand over: the table of contents says what was left out. */
export const limits = { proofs: 2000, bytes: 500 * 1024 * 1024 } as const;

export interface Filed {
  /** Number in the table of contents: '02.03'. */
  no: string;
  row: ProofRow;
  /** Where its files stand in the ZIP. */
  files: { id: string; path: string; packed: boolean }[];
  leftOut: boolean;
}

const packedEnding = /\.(jpe?g|png|webp|gif|pdf|docx|xlsx|pptx|zip|mp[34]|m4a|mov)$/i;
const two = (n: number) => String(n).padStart(2, '0');
const short = (text: string, most: number) => slugOf(text).slice(0, most).replace(/-+$/, '') || 'muc';

/** A folder for each activity, numbered in the order of the plans; files named by number, day and title. */
export function fileAway(rows: readonly ProofRow[]): Filed[] {
  let bytes = 0;
  const folders = new Map<string, { at: string; name: string; n: number }>();
  return rows.map((row): Filed => {
    const at = two(folders.size + 1);
    const folder = folders.get(row.line_id) ?? { at, name: `${at}-${short(row.line_text, 50)}`, n: 0 };
    folders.set(row.line_id, folder);
    folder.n += 1;
    const no = `${folder.at}.${two(folder.n)}`;
    bytes += row.files.reduce((sum, file) => sum + Number(file.bytes), 0);
    const leftOut = bytes > limits.bytes;
    const files = leftOut
      ? []
      : row.files.map((file, i) => ({
          id: file.id,
          path: `${folder.name}/${no}-${row.made_on}-${short(row.title, 50)}${i > 0 ? `-${i + 1}` : ''}${file.snapshot ? '-ban-chup' : ''}${endingOf(file.name)}`,
          packed: packedEnding.test(file.name),
        }));
    return { no, row, files, leftOut };
  });
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';

const stateOf = ({ row }: Filed): string => {
  if (row.state === 'confirmed') return `Đã xác nhận${row.confirmed_name ? ` (${row.confirmed_name})` : ''}`;
  return row.counted ? 'Đã ghi nhận' : 'Chờ xác nhận';
};
const aboutOf = ({ row }: Filed): string =>
  [row.outlet, row.place, row.participants === null ? null : `${row.participants} người dự`, row.url]
    .filter(Boolean)
    .join('\n');

/** Mục lục on paper: a title row for each activity, a numbered row for each piece of evidence. */
export function contentsTable(filed: readonly Filed[]): PlanDocument['sections'][number]['blocks'] {
  if (filed.length === 0)
    return [{ kind: 'paragraph', text: 'Trong thời gian này chưa có minh chứng nào được ghi nhận.' }];
  let line: string | undefined;
  const rows = filed.flatMap((one): DocumentCell[][] => {
    const title = one.row.line_id === line ? [] : [[{ text: one.row.line_text, colSpan: 5, bold: true }]];
    line = one.row.line_id;
    const { title: name, counts, made_on } = one.row;
    const cell = (text: string) => ({ text });
    return [
      ...title,
      [one.no, `${name}\n${countsWords(counts)}`, shortDay(made_on), aboutOf(one), stateOf(one)].map(cell),
    ];
  });
  return [
    {
      kind: 'table',
      table: {
        columns: [
          { title: 'Số', width: 9, align: 'center' },
          { title: 'Minh chứng', width: 36 },
          { title: 'Ngày', width: 13, align: 'center' },
          { title: 'Nơi đăng, địa chỉ', width: 26 },
          { title: 'Tình trạng', width: 16 },
        ],
        rows,
      },
    },
  ];
}

export const contentsSheet = (filed: readonly Filed[], titles: string[]): Sheet => ({
  name: 'Mục lục',
  titles,
  columns: [
    { title: 'Số', width: 8, align: 'center' },
    { title: 'Kế hoạch', width: 30 },
    { title: 'Hoạt động', width: 40 },
    { title: 'Minh chứng', width: 40 },
    { title: 'Loại', width: 18 },
    { title: 'Ngày', width: 11, align: 'center' },
    { title: 'Nơi đăng', width: 22 },
    { title: 'Địa chỉ', width: 36, wrap: false },
    { title: 'Tình trạng', width: 24 },
    { title: 'Người ghi', width: 20 },
    { title: 'Tệp trong hồ sơ', width: 40, wrap: false },
  ],
  rows: filed.map((one) => [
    one.no,
    one.row.plan_title,
    one.row.line_text,
    one.row.title,
    countsWords(one.row.counts),
    { date: one.row.made_on },
    one.row.outlet,
    one.row.url,
    stateOf(one),
    one.row.recorded_name,
    one.leftOut ? 'Chưa đưa vào vì hồ sơ quá lớn' : one.files.map((file) => file.path).join('; '),
  ]),
});

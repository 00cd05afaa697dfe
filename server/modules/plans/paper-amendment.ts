import { formatVnd } from '#lib/format.ts';
import type { ContentLine, PlanContent } from '#lib/plan-diff.ts';
import type { DocumentBlock, DocumentSection, PlanDocument } from '#lib/plan-document.ts';
import type { Part } from '#lib/plan-parts.ts';
import { amendments, type LineAmendment } from './amended-content.ts';
import { amendedValues, asLine, type NamedValue } from './amended-values.ts';
import type { Amended } from './editions.ts';
import { paperOf } from './paper.ts';
import { matrixTable } from './paper-matrix.ts';
import type { PlanWhole } from './plans.contract.ts';
import { dayInWords } from './wording.ts';

/** Sections of a plan on paper, in their order, and what stands in each. */
const sections: readonly { parts: readonly Part[]; budget?: true }[] = [
  { parts: ['purpose', 'requirement', 'audience', 'message'] },
  { parts: ['area'] },
  { parts: ['solution'] },
  { parts: ['activity'] },
  { parts: ['channel'] },
  { parts: [], budget: true },
  { parts: ['actor', 'duty', 'quota', 'deliverable', 'reporting'] },
];
const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

const placeNames: Partial<Record<Part, string>> = {
  purpose: 'Mục đích',
  requirement: 'Yêu cầu',
  audience: 'Đối tượng truyền thông',
  message: 'Thông điệp chính',
  area: 'Nội dung truyền thông',
  solution: 'Nhiệm vụ, giải pháp',
  activity: 'Các hoạt động triển khai',
  channel: 'Kênh truyền thông',
  actor: 'Tổ chức thực hiện',
  duty: 'Tổ chức thực hiện',
  quota: 'Chỉ tiêu tin, bài và sản phẩm truyền thông',
  deliverable: 'Chỉ tiêu tin, bài và sản phẩm truyền thông',
  reporting: 'Chế độ thông tin, báo cáo',
};

/** An amendment on paper: what is changed, what comes, what goes, and that the rest stays (Decree 30/2020/NĐ-CP, Annex I). */
export function amendmentPaper(whole: PlanWhole, { plan, before, after }: Amended): PlanDocument {
  const at = placesIn(before);
  const changes = amendments(before, after);
  const of = (change: LineAmendment['change']) => changes.filter((x) => x.change === change);
  const kept = `Các nội dung khác của Kế hoạch số ${plan.number}/${plan.symbol}${plan.issuedOn ? ` ${dayInWords(plan.issuedOn)}` : ''} giữ nguyên, không thay đổi.`;
  const parts: [string, DocumentBlock[]][] = [
    ['SỬA ĐỔI', numbered(allChanged(of('changed'), before, after, at))],
    [
      'BỔ SUNG',
      added(
        of('added').map((x) => x.after!),
        after,
        at,
      ),
    ],
    ['BÃI BỎ', numbered(of('removed').map((x) => `${named(x.before!)} tại ${at(x.before!)}.`))],
    ['TỔ CHỨC THỰC HIỆN', [{ kind: 'paragraph', text: kept }]],
  ];
  return {
    ...paperOf(whole),
    sections: parts
      .filter(([, blocks]) => blocks.length > 0)
      .map(([title, blocks], i): DocumentSection => ({ numeral: numerals[i]!, title, blocks })),
  };
}

type PlaceOf = (line: { part: string }) => string;

/** Where a line stands in the amended plan: 'mục IV (Các hoạt động triển khai)'; empty sections have no number there. */
function placesIn(content: PlanContent): PlaceOf {
  const parts = new Set(content.lines.map((l) => l.part));
  const printed = sections.filter(({ parts: own, budget }) =>
    budget ? content.header.budgetSource || content.header.budgetAmountVnd !== null : own.some((p) => parts.has(p)),
  );
  return ({ part }) => {
    const at = printed.findIndex((s) => (part === 'budget' ? s.budget : s.parts.includes(part as Part)));
    const name = part === 'budget' ? 'Kinh phí' : (placeNames[part as Part] ?? '');
    return at < 0 ? `mục ${name}` : `mục ${numerals[at]} (${name})`;
  };
}

const numbered = (texts: readonly string[]): DocumentBlock[] =>
  texts.map((text, i) => ({ kind: 'lead', number: `${i + 1}`, lead: '', text }));

/** In quotation marks: those inside become single ones, and the full stop of the text is not needed before ours. */
const quoted = (words: string): string =>
  `“${words
    .trim()
    .replace(/[\s.;]+$/u, '')
    .replaceAll('“', '‘')
    .replaceAll('”', '’')}”`;

/** '“Tuyến bài …”'; a line that has a title is called by it. */
function named(line: ContentLine): string {
  const words = typeof line.detail.title === 'string' && line.detail.title ? line.detail.title : line.text;
  return `${line.part === 'activity' ? 'Hoạt động ' : ''}${quoted(words)}`;
}

/** 'nội dung “cũ” thành “mới”'; what was or becomes empty is said as such. */
function becomes({ name, before, after }: NamedValue): string {
  const label = name ? `${name} ` : '';
  if (!before) return `bổ sung ${label}${quoted(after)}`;
  if (!after) return `bỏ ${label}${quoted(before)}`;
  return `${label}${quoted(before)} thành ${quoted(after)}`;
}

function changed({ before, after }: LineAmendment, at: PlaceOf): string[] {
  const values = amendedValues(before!, after!);
  if (values.length === 0) return [];
  const words = values.map(becomes).join('; ');
  const [only] = values;
  // A text that stands for itself needs no name before it: the old one says which it is.
  if (values.length === 1 && !only!.name) return [`Tại ${at(before!)}: sửa đổi ${words}.`];
  return [`${named(before!)} tại ${at(before!)}: sửa đổi ${words}.`];
}

/** In the order of the paper: money stands before those who carry the plan out. */
function allChanged(lines: LineAmendment[], before: PlanContent, after: PlanContent, at: PlaceOf): string[] {
  const last = sections.at(-1)!.parts;
  const [end, first] = [true, false].map((wanted) =>
    lines.filter((x) => last.includes(x.before!.part as Part) === wanted).flatMap((x) => changed(x, at)),
  );
  return [...first!, ...budgetChange(before, after, at), ...end!];
}

function budgetChange(before: PlanContent, after: PlanContent, at: PlaceOf): string[] {
  const money = (v: unknown) => (typeof v === 'number' ? formatVnd(v) : '');
  const values: NamedValue[] = [
    { name: '', before: String(before.header.budgetSource ?? ''), after: String(after.header.budgetSource ?? '') },
    {
      name: 'tổng kinh phí dự kiến',
      before: money(before.header.budgetAmountVnd),
      after: money(after.header.budgetAmountVnd),
    },
  ].filter((v) => v.before !== v.after);
  return values.length > 0 ? [`Tại ${at({ part: 'budget' })}: sửa đổi ${values.map(becomes).join('; ')}.`] : [];
}

/** New lines by where they come; new activities as rows of the matrix. */
function added(lines: readonly ContentLine[], after: PlanContent, at: PlaceOf): DocumentBlock[] {
  const activities = lines.filter((l) => l.part === 'activity');
  const others = lines.filter((l) => l.part !== 'activity');
  const bearer = (line: ContentLine) => after.lines.find((l) => l.id === line.parentId);
  const words = others.map((line) => {
    const under = bearer(line);
    const title = typeof line.detail.title === 'string' && line.detail.title ? `${line.detail.title}: ` : '';
    const where = under ? `${at(line)}, phần ${named(under)}` : at(line);
    return `Vào ${where}: ${quoted(`${title}${line.text}`)}.`;
  });
  if (activities.length === 0) return numbered(words);
  return [
    ...numbered([...words, `Vào ${at(activities[0]!)} các hoạt động sau:`]),
    { kind: 'table', table: matrixTable(activities.map(asLine)) },
  ];
}

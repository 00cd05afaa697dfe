import { dayOf } from '#lib/format.ts';
import type { DocumentBlock, DocumentSection, PlanDocument } from '#lib/plan-document.ts';
import type { DetailOf } from '#lib/plan-parts.ts';
import { capital } from './activity-text.ts';
import { matrixTable } from './paper-matrix.ts';
import type { PlanLine, PlanWhole } from './plans.contract.ts';
import { inPaperOrder } from './versions.ts';
import { abstractOf } from './wording.ts';

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

type Section = { title: string; blocks: DocumentBlock[] };

/** The plan as it stands on paper: parts that are empty leave no trace, sections are numbered without gaps. */
export function paperOf({ plan, lines: unordered }: PlanWhole): PlanDocument {
  const lines = inPaperOrder(unordered);
  const of = (part: PlanLine['part']) => lines.filter((l) => l.part === part && l.parentId === null);
  const children = (id: string) => lines.filter((l) => l.parentId === id);
  const sections: Section[] = [
    { title: 'MỤC ĐÍCH, YÊU CẦU', blocks: aims(of) },
    { title: 'NỘI DUNG TRUYỀN THÔNG', blocks: of('area').flatMap((l, i) => areaBlocks(l, i + 1, children(l.id))) },
    { title: 'NHIỆM VỤ, GIẢI PHÁP', blocks: of('solution').map((l, i) => numbered(i + 1, l.text)) },
    {
      title: 'CÁC HOẠT ĐỘNG TRIỂN KHAI',
      blocks: of('activity').length > 0 ? [{ kind: 'table', table: matrixTable(of('activity')) }] : [],
    },
    { title: 'KÊNH TRUYỀN THÔNG', blocks: of('channel').map((l) => ({ kind: 'dash', text: capital(l.text) })) },
    { title: 'KINH PHÍ', blocks: budgetBlocks(plan.budgetSource, plan.budgetAmountVnd) },
    { title: 'TỔ CHỨC THỰC HIỆN', blocks: carryingOut(of, children) },
  ];
  return {
    upperBody: plan.upperBody,
    issuingBody: plan.issuingBody,
    number: plan.number,
    symbol: plan.symbol,
    place: plan.place,
    date: plan.issuedOn,
    year: plan.issuedOn ? Number(plan.issuedOn.slice(0, 4)) : Number(dayOf(plan.updatedAt).slice(0, 4)),
    docType: 'KẾ HOẠCH',
    title: abstractOf(plan.title),
    bases: of('basis').map((l) => (opensBasis.test(l.text) ? l.text : `Căn cứ ${l.text}`)),
    opening: plan.opening,
    sections: sections
      .filter((s) => s.blocks.length > 0)
      .map((s, i): DocumentSection => ({ numeral: numerals[i]!, ...s })),
    closing: plan.closing,
    recipients: of('recipient').map(recipientText),
    signerTitle: signerTitle(plan),
    signerName: plan.signer.name,
    draftMark: plan.state === 'draft' || plan.state === 'consulting' || plan.state === 'submitted' ? 'DỰ THẢO' : null,
  };
}

/** How a basis begins; one that begins otherwise is introduced. */
const opensBasis = /^(căn cứ|((để|tiếp tục|tổ chức|triển khai) )?thực hiện|triển khai|theo|xét|trên cơ sở|được sự)\s/iu;

type Of = (part: PlanLine['part']) => PlanLine[];

function aims(of: Of): DocumentBlock[] {
  const groups: [string, PlanLine[]][] = [
    ['Mục đích', of('purpose')],
    ['Yêu cầu', of('requirement')],
    ['Đối tượng truyền thông', of('audience')],
    ['Thông điệp chính', of('message')],
  ];
  return groups
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], i) => [{ kind: 'heading', number: `${i + 1}`, text: title } as const, ...listed(lines)]);
}

/** One line is a paragraph, several are dashes. */
const listed = (lines: readonly PlanLine[]): DocumentBlock[] =>
  lines.map((l) => ({ kind: lines.length === 1 ? 'paragraph' : 'dash', text: l.text }));
const numbered = (n: number, text: string): DocumentBlock => ({ kind: 'lead', number: `${n}`, lead: '', text });

function areaBlocks(line: PlanLine, n: number, items: readonly PlanLine[]): DocumentBlock[] {
  const { title, focalUnits = [], coordinatingUnits = [] } = line.detail as Partial<DetailOf<'area'>>;
  const named = (units: { name: string }[]) => units.map((u) => u.name).join(', ');
  const who = [
    focalUnits.length > 0 ? `${named(focalUnits)} làm đầu mối` : '',
    coordinatingUnits.length > 0 ? `phối hợp: ${named(coordinatingUnits)}` : '',
  ]
    .filter(Boolean)
    .join('; ');
  const text = [line.text, who && `(${who})`].filter(Boolean).join(' ');
  const head: DocumentBlock = !title
    ? numbered(n, text)
    : text
      ? { kind: 'lead', number: `${n}`, lead: `${title}:`, text }
      : { kind: 'heading', number: `${n}`, text: title };
  return [head, ...items.map((item): DocumentBlock => ({ kind: 'dash', text: item.text }))];
}

function budgetBlocks(source: string | null, amountVnd: number | null): DocumentBlock[] {
  const amount =
    amountVnd === null ? null : `Tổng kinh phí dự kiến: ${new Intl.NumberFormat('vi-VN').format(amountVnd)} đồng.`;
  return [source, amount].filter((t): t is string => !!t).map((text) => ({ kind: 'paragraph', text }));
}

function carryingOut(of: Of, children: (id: string) => PlanLine[]): DocumentBlock[] {
  const groups: [string, DocumentBlock[]][] = [
    ...of('actor').map((a): [string, DocumentBlock[]] => [a.text, listed(children(a.id))]),
    [
      'Chỉ tiêu tin, bài và sản phẩm truyền thông',
      [...of('quota').map(quotaBlock), ...listed(of('deliverable')).map(asDash)],
    ],
    ['Chế độ thông tin, báo cáo', listed(of('reporting'))],
  ];
  return groups
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], i) => [{ kind: 'heading', number: `${i + 1}`, text: title } as const, ...blocks]);
}

const asDash = (b: DocumentBlock): DocumentBlock => (b.kind === 'paragraph' ? { kind: 'dash', text: b.text } : b);

function quotaBlock(line: PlanLine): DocumentBlock {
  const { actor } = line.detail as Partial<DetailOf<'quota'>>;
  return { kind: 'dash', text: asSentence(actor ? `${actor}: ${line.text}` : line.text) };
}

/** Quotas are cut out of longer sentences: on paper each begins with a capital and ends with a full stop. */
const asSentence = (text: string): string => `${capital(text.trim().replace(/[\s.;,]+$/u, ''))}.`;

function recipientText(line: PlanLine): string {
  const { mode } = line.detail as Partial<DetailOf<'recipient'>>;
  if (mode === 'archive') return /^lưu\s*:/iu.test(line.text) ? line.text : `Lưu: ${line.text}`;
  return mode && !/\(để /u.test(line.text) ? `${line.text} (để ${mode})` : line.text;
}

function signerTitle(plan: PlanWhole['plan']): string[] {
  const { mode, onBehalf, position } = plan.signer;
  const title = (position ?? '').toUpperCase();
  return mode ? [`${mode} ${(onBehalf ?? '').toUpperCase()}`.trim(), title].filter(Boolean) : [title].filter(Boolean);
}

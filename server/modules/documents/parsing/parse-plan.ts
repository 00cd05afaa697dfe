import type { PlanDraft } from '#lib/plan-draft.ts';
import type { Reading } from '../reading/blocks.ts';
import { findAbbreviations } from './abbreviations.ts';
import { type AreasFound, readAreas } from './areas.ts';
import { type BudgetFound, readBudget } from './budget.ts';
import { type Channel, type ChannelSource, namesChannel, readChannels } from './channels.ts';
import { type Citation, readCitations } from './citations.ts';
import { buildDraft } from './draft.ts';
import { type Responsibility, readDuties } from './duties.ts';
import { type HeaderFound, inferIssuingBody, readLetterhead } from './header.ts';
import { textPieces } from './items.ts';
import { type Entry, isLine, joinPieces, type Line, type Piece, piece, toEntries, toLine } from './lines.ts';
import { readListed } from './listed.ts';
import { type Activity, readMatrix, settleFormColumn } from './matrix.ts';
import { type Node, newNode, walk } from './node.ts';
import { buildOutline } from './outline.ts';
import { findPeriod, type PeriodFound } from './period.ts';
import { type PreambleFound, readPreamble } from './preamble.ts';
import { type Aim, readAims } from './purposes.ts';
import { type Quota, readQuotas } from './quotas.ts';
import { type Recipient, readRecipients } from './recipients.ts';
import { findRegions, type Regions } from './regions.ts';
import { type Deliverable, type Report, readDeliverables, readReports } from './reporting.ts';
import { isPlainRole } from './roles.ts';
import { readSigner, type SignerFound } from './signer.ts';
import { readSolutions, type Solution } from './solutions.ts';
import { areasOfTable, dutiesOfTable, findTables, itemsOfTable, type TableFound } from './tables.ts';

/** Everything found in a plan, before it is written as a draft. */
export interface Findings {
  reading: Reading;
  regions: Regions;
  root: Node;
  header: HeaderFound;
  preamble: PreambleFound;
  closing: Piece | null;
  period: { found: PeriodFound; piece: Piece; sure: number } | null;
  aims: Aim[];
  areas: AreasFound;
  solutions: Solution[];
  activities: Activity[];
  duties: Responsibility[];
  quotas: Quota[];
  deliverables: Deliverable[];
  reports: Report[];
  channels: Channel[];
  budget: BudgetFound | null;
  recipients: Recipient[];
  signer: SignerFound | null;
  citations: Citation[];
  tables: TableFound[];
  abbreviations: ReturnType<typeof findAbbreviations>;
  lines: Line[];
}

/** From the blocks of a document to the draft of a plan. Pure; a few milliseconds for a plan. */
export function parsePlan(reading: Reading): PlanDraft {
  return buildDraft(findAll(reading));
}

function findAll(reading: Reading): Findings {
  const entries = toEntries(reading);
  const lines = allLines(entries);
  const regions = findRegions(entries);
  const root = buildOutline(regions.body);
  settleForms(root);
  const annexNode = newNode(null, null);
  const tables = findTables(root, regions.annex, annexNode);
  const abbreviations = findAbbreviations(lines);
  const preamble = withoutSection(readPreamble(regions.preamble), root);
  const closing =
    regions.closing.length > 0
      ? joinPieces(
          regions.closing.map((line) => piece(line)),
          ' ',
        )
      : null;
  const header = completeHeader(readLetterhead(regions.letterhead, regions.signer), preamble, closing);
  const period = choosePeriod(regions, preamble, closing, header);
  const years = period?.found.period ?? null;
  const duties = [...readDuties(root), ...ofKind(tables, 'duties').flatMap(dutiesOfTable)];
  const areas = readAreas(root);
  const solutions = [
    ...readSolutions(root),
    ...ofKind(tables, 'solutions').flatMap((table) =>
      itemsOfTable(table, null).map((found) => ({ piece: found, sure: 0.85 })),
    ),
  ];
  const matrix = ofKind(tables, 'activities').flatMap((table) => readMatrix(table.grid, years, abbreviations));
  const owed = [
    ...duties.flatMap((duty) => duty.duties.map((one) => ({ actor: duty.actor?.text ?? null, text: one.piece }))),
    ...solutions.map((one) => ({ actor: null, text: one.piece })),
    ...channelTexts(root),
  ];
  return {
    reading,
    regions,
    root,
    header,
    preamble,
    closing,
    period,
    aims: [...readAims(root), ...ofKind(tables, 'aims').flatMap(aimsOfTable)],
    areas: { areas: [...areas.areas, ...ofKind(tables, 'areas').flatMap(areasOfTable)], intro: areas.intro },
    solutions,
    activities: matrix.length > 0 ? matrix : readListed(root, years, abbreviations),
    duties,
    quotas: owed.flatMap(({ actor, text }) => readQuotas(actor, text)),
    deliverables: owed.flatMap(({ actor, text }) => (actor === null ? [] : readDeliverables(actor, text, years))),
    reports: [...owed, ...reportTexts(root)].flatMap(({ actor, text }) => readReports(actor, text, years)),
    channels: readChannels(channelSources(root, tables, regions)),
    budget: readBudget(root),
    recipients: readRecipients(regions.recipients),
    signer: readSigner(regions.signer),
    citations: readCitations(
      lines.filter((line) => !regions.letterhead.includes(line)),
      preamble.bases,
      header.number && header.symbol ? `${header.number.value}/${header.symbol.value}` : null,
    ),
    tables,
    abbreviations,
    lines,
  };
}

/** Parts about channels may say how often something appears there. */
function channelTexts(root: Node): { actor: null; text: Piece }[] {
  const lines = [...walk(root)]
    .filter((node) => node.role === 'channel')
    .flatMap((node) => [...(node.inline ? [node.inline] : []), ...node.body.filter(isLine).map((line) => piece(line))]);
  return lines.map((text) => ({ actor: null, text }));
}

/** Paragraphs below "Chế độ báo cáo": what they ask for binds nobody by name. */
function reportTexts(root: Node): { actor: null; text: Piece }[] {
  const nodes = [...walk(root)].filter((node) => node.role === 'reporting');
  return nodes.flatMap((node) => textPieces(node)).map((text) => ({ actor: null, text }));
}

/** "Hình thức truyền thông" that only lists channels is a part about channels, not about measures. */
function settleForms(root: Node): void {
  for (const node of walk(root)) {
    if (node.role !== 'solution' || !isForm(node)) continue;
    const below = [node, ...walk(node)];
    const lines = below.flatMap((one) => [...(one !== node && one.line ? [one.line] : []), ...one.body.filter(isLine)]);
    const named = lines.filter((line) => namesChannel(line)).length;
    if (named > 0 && named >= lines.length / 2) for (const one of below) one.role = 'channel';
  }
}

const isForm = (node: Node): boolean => {
  const fold = node.line?.fold ?? '';
  return (
    isPlainRole(fold) &&
    /hinh thuc|phuong thuc|cach thuc|phuong tien/.test(fold) &&
    !/giai phap|bien phap|nhiem vu/.test(fold)
  );
};

const ofKind = (tables: TableFound[], kind: TableFound['kind']): TableFound[] =>
  tables.filter((table) => table.kind === kind);

function allLines(entries: readonly Entry[]): Line[] {
  return entries.flatMap((entry) =>
    isLine(entry) ? [entry] : entry.table.cells.flatMap((cell) => cell.paras.map(toLine)),
  );
}

function aimsOfTable(table: TableFound): Aim[] {
  const { columns } = table.grid;
  const kinds = (['purpose', 'requirement'] as const).filter((kind) => columns.includes(kind));
  const single = table.node.role === 'requirement' ? ('requirement' as const) : ('purpose' as const);
  const read = kinds.length > 0 ? kinds : [single];
  return read.flatMap((kind) =>
    itemsOfTable(table, kinds.length > 0 ? kind : null).map((found) => ({ piece: found, kind, sure: 0.85 })),
  );
}

/** A section "Căn cứ" lists the bases that others print before the first section. */
function withoutSection(preamble: PreambleFound, root: Node): PreambleFound {
  const section = root.children.find((node) => node.role === 'basis');
  if (!section) return preamble;
  const lines = [
    ...section.body.filter(isLine),
    ...[...walk(section)].flatMap((node) => [...(node.line ? [node.line] : []), ...node.body.filter(isLine)]),
  ];
  const listed = readPreamble(lines, true);
  return {
    bases: [...preamble.bases, ...listed.bases],
    others: [...preamble.others, ...listed.others],
    opening: preamble.opening,
  };
}

function completeHeader(header: HeaderFound, preamble: PreambleFound, closing: Piece | null): HeaderFound {
  if (header.issuingBody) return header;
  const inferred = inferIssuingBody(preamble.opening, closing);
  return inferred ? { ...header, issuingBody: inferred } : header;
}

function choosePeriod(
  regions: Regions,
  preamble: PreambleFound,
  closing: Piece | null,
  header: HeaderFound,
): Findings['period'] {
  const texts: [Piece | null, number][] = [
    [regions.title?.title ?? null, 0.95],
    [preamble.opening, 0.85],
    [closing, 0.8],
    ...regions.preamble.map((line): [Piece, number] => [piece(line), 0.7]),
  ];
  for (const [text, sure] of texts) {
    const found = text && findPeriod(text.text);
    if (found) return { found, piece: text, sure };
  }
  const title = regions.title?.title;
  const quoted = title && findPeriod(title.text, true);
  if (quoted) return { found: quoted, piece: title, sure: 0.5 };
  const date = header.date;
  if (!date?.value.year) return null;
  const year = date.value.year;
  return {
    found: { period: { kind: 'calendarYear', from: year, to: year }, from: 0, to: 0 },
    piece: date.piece,
    sure: 0.4,
  };
}

/** Where channels may be named, the parts that are about channels first. */
function channelSources(root: Node, tables: TableFound[], regions: Regions): ChannelSource[] {
  const sources: ChannelSource[] = [];
  const add = (line: Line, place: ChannelSource['place'], from = 0) =>
    sources.push({ line, from, to: line.text.length, place });
  const visit = (node: Node, above: ChannelSource['place']) => {
    const place = above === 'channel' && node.roles.length === 0 ? above : placeOf(node);
    const headed = node.title !== null && node.body.length + node.children.length > 0;
    if (node.line && (node.inline || place === 'channel'))
      add(node.line, place, place === 'channel' && headed ? node.line.text.length : 0);
    for (const entry of node.body) if (isLine(entry)) add(entry, place);
    for (const child of node.children) visit(child, place);
  };
  for (const section of root.children) visit(section, 'other');
  for (const { grid } of tables) {
    settleFormColumn(grid).columns.forEach((column, i) => {
      if (column !== 'channel' && column !== 'coordinating' && column !== 'product') return;
      for (const row of grid.rows)
        for (const para of row[i]?.own ? (row[i]?.cell?.paras ?? []) : [])
          add(toLine(para), column === 'channel' ? 'channel' : 'other');
    });
  }
  return sources.filter((source) => !regions.letterhead.includes(source.line));
}

function placeOf(node: Node): ChannelSource['place'] {
  if (node.role === 'channel' || node.roles.includes('channel')) return 'channel';
  if (node.role === 'solution' && /hinh thuc|phuong thuc|cach thuc/.test(node.line?.fold ?? '')) return 'channel';
  if (node.role === 'solution') return 'duty';
  return node.role === 'duty' ? 'duty' : 'other';
}

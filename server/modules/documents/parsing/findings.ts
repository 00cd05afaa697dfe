import type { Reading } from '../reading/blocks.ts';
import { findAbbreviations } from './abbreviations.ts';
import { type AreasFound, readAreas } from './areas.ts';
import { type BudgetFound, readBudget } from './budget.ts';
import { channelSources } from './channel-sources.ts';
import { type Channel, readChannels } from './channels.ts';
import { type Citation, readCitations } from './citations.ts';
import { type Responsibility, readDuties } from './duties.ts';
import { readBlocks } from './facts.ts';
import { withoutFlatTables } from './flat-tables.ts';
import { settleForms, settleProgrammes } from './forms.ts';
import { type HeaderFound, inferIssuingBody, readLetterhead } from './header.ts';
import { type Entry, isLine, joinPieces, type Line, type Piece, piece, toEntries, toLine } from './lines.ts';
import { readListed } from './listed.ts';
import { type Activity, readMatrix } from './matrix.ts';
import { type Node, newNode } from './node.ts';
import { buildOutline } from './outline.ts';
import { type Owed, owedTexts, reportTexts } from './owed.ts';
import { type ChosenPeriod, choosePeriod } from './plan-period.ts';
import { type PreambleFound, readPreamble, withBasisSection } from './preamble.ts';
import { type Aim, readAims } from './purposes.ts';
import { type Quota, readQuotas } from './quotas.ts';
import { type Recipient, readRecipients } from './recipients.ts';
import { findRegions, type Regions } from './regions.ts';
import { type Deliverable, type Report, readDeliverables, readReports } from './reporting.ts';
import { readSigner, type SignerFound } from './signer.ts';
import { readSolutions, type Solution } from './solutions.ts';
import {
  aimsOfTable,
  areasOfTable,
  dutiesOfTable,
  findTables,
  solutionsOfTable,
  type TableFound,
  tablesOf,
} from './tables.ts';
import { inferTitle } from './title.ts';

/** The name of the document and its abstract. */
interface Named {
  docType: Piece;
  title: Piece | null;
  sure: number;
}

/** What stands around the sections: letterhead, title, bases, closing, recipients, signature. */
interface Form {
  header: HeaderFound;
  preamble: PreambleFound;
  closing: Piece | null;
  period: ChosenPeriod | null;
  named: Named | null;
  recipients: Recipient[];
  signer: SignerFound | null;
  citations: Citation[];
}

/** What the sections say. */
interface Content {
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
}

/** Everything found in a plan, before it is written as a draft. */
export interface Findings extends Form, Content {
  reading: Reading;
  regions: Regions;
  root: Node;
  tables: TableFound[];
  abbreviations: ReturnType<typeof findAbbreviations>;
  lines: Line[];
}

export function findAll(reading: Reading): Findings {
  const entries = toEntries(reading);
  const lines = allLines(entries);
  const regions = findRegions(entries);
  const root = buildOutline(withoutFlatTables(regions.body));
  settleForms(root);
  settleProgrammes(root);
  const tables = findTables(root, regions.annex, newNode(null, null));
  const abbreviations = findAbbreviations(lines);
  const form = readForm(regions, root, lines);
  const content = readContent(root, tables, abbreviations, form.period);
  return { reading, regions, root, tables, abbreviations, lines, ...form, ...content };
}

function readForm(regions: Regions, root: Node, lines: readonly Line[]): Form {
  const preamble = withBasisSection(readPreamble(regions.preamble), root);
  const closing = closingOf(regions);
  const header = completeHeader(readLetterhead(regions.letterhead, regions.signer), preamble, closing);
  const own = header.number && header.symbol ? `${header.number.value}/${header.symbol.value}` : null;
  const body = lines.filter((line) => !regions.letterhead.includes(line));
  return {
    header,
    preamble,
    closing,
    period: choosePeriod(regions, preamble, closing, header),
    named: nameOf(regions, preamble),
    recipients: readRecipients(regions.recipients),
    signer: readSigner(regions.signer),
    citations: readCitations(body, preamble.bases, own),
  };
}

function readContent(
  root: Node,
  tables: readonly TableFound[],
  known: Findings['abbreviations'],
  period: ChosenPeriod | null,
): Content {
  const years = period?.found.period ?? null;
  const areas = readAreas(root);
  const duties = [...readDuties(root), ...tablesOf(tables, 'duties').flatMap(dutiesOfTable)];
  const solutions = [...readSolutions(root), ...tablesOf(tables, 'solutions').flatMap(solutionsOfTable)];
  const matrix = tablesOf(tables, 'activities').flatMap((table) => readMatrix(table.grid, years, known));
  const owed = owedTexts(root, duties, solutions);
  const binding = owed.filter((one): one is Owed & { actor: string } => one.actor !== null);
  return {
    aims: [...readAims(root), ...tablesOf(tables, 'aims').flatMap(aimsOfTable)],
    areas: { areas: [...areas.areas, ...tablesOf(tables, 'areas').flatMap(areasOfTable)], intro: areas.intro },
    solutions,
    activities: matrix.length > 0 ? matrix : withListed(readBlocks(root, years), readListed(root, years, known)),
    duties,
    quotas: owed.flatMap(({ actor, text }) => readQuotas(actor, text)),
    deliverables: binding.flatMap(({ actor, text }) => readDeliverables(actor, text, years)),
    reports: [...owed, ...reportTexts(root)].flatMap(({ actor, text }) => readReports(actor, text, years)),
    channels: readChannels(channelSources(root, tables)),
    budget: readBudget(root),
  };
}

function allLines(entries: readonly Entry[]): Line[] {
  return entries.flatMap((entry) =>
    isLine(entry) ? [entry] : entry.table.cells.flatMap((cell) => cell.paras.map(toLine)),
  );
}

function nameOf({ title }: Regions, { opening }: PreambleFound): Named | null {
  if (title) return { ...title, sure: 0.92 };
  const inferred = inferTitle(opening);
  return inferred && { ...inferred, sure: 0.5 };
}

/** Points of a programme that say nothing more than what is done stand beside those with facts. */
function withListed(blocks: Activity[], listed: Activity[]): Activity[] {
  const taken = new Set(blocks.flatMap((one) => [...one.content.spans, ...one.spans].map((span) => span.block)));
  const further = listed.filter((one) => one.content.spans.every((span) => !taken.has(span.block)));
  const place = (one: Activity): number => one.content.spans[0]?.block ?? 0;
  return [...blocks, ...further].sort((a, b) => place(a) - place(b));
}

function closingOf(regions: Regions): Piece | null {
  const pieces = regions.closing.map((line) => piece(line));
  return pieces.length > 0 ? joinPieces(pieces, ' ') : null;
}

function completeHeader(header: HeaderFound, preamble: PreambleFound, closing: Piece | null): HeaderFound {
  if (header.issuingBody) return header;
  const inferred = inferIssuingBody(preamble.opening, closing);
  return inferred ? { ...header, issuingBody: inferred } : header;
}

/** Gold labels of a sample plan, taken from its annotated source. */
import type {
  Gold,
  GoldActivity,
  GoldArea,
  GoldBasis,
  GoldReference,
  GoldResponsibility,
  GoldSection,
  GoldSubsection,
  GoldText,
} from './gold-format.ts';
import { fieldOf, filled, startsCell } from './grid.ts';
import type { Basis, Heading, Leaf, Node, Role, Row, SamplePlan, Table } from './source.ts';

/** Every node of the tree in reading order; a heading's own paragraph comes before what stands under it. */
export function* walk(nodes: Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if (node.node !== 'heading') continue;
    if (node.runIn) yield node.runIn;
    yield* walk(node.children);
  }
}

const leaves = (nodes: Node[]): Leaf[] => [...walk(nodes)].filter((node) => node.node === 'leaf');
const ofRole = (nodes: Node[], role: Role): GoldText[] =>
  leaves(nodes)
    .filter((leaf) => leaf.role === role)
    .map(({ text }) => ({ text }));

const headings = (nodes: Node[]): Heading[] => nodes.filter((node) => node.node === 'heading');

function subsections(nodes: Node[]): GoldSubsection[] {
  return headings(nodes).map((node) => {
    const children = subsections(node.children);
    return { number: node.number, title: node.title, ...(children.length ? { children } : {}) };
  });
}

const sections = (nodes: Node[]): GoldSection[] =>
  headings(nodes).map((node) => ({
    numeral: node.number,
    title: node.title ?? '',
    children: subsections(node.children),
  }));

function areaOf(node: Heading | Leaf): GoldArea {
  const plain = { number: null, title: null, focalRaw: null, focalUnits: [], coordinatingUnits: [] };
  if (node.node === 'leaf') return { ...plain, text: { text: node.text } };
  const label = node.area === true || !node.area ? null : node.area;
  const items = ofRole(node.children, 'item');
  return {
    number: node.number,
    title: node.title,
    ...(items.length ? { items } : {}),
    text: { text: node.runIn ? node.runIn.text : items.map(({ text }) => text).join('\n') },
    focalRaw: label?.raw ?? null,
    focalUnits: label?.focal ?? [],
    coordinatingUnits: label?.with ?? [],
  };
}

const areas = (nodes: Node[]): GoldArea[] =>
  [...walk(nodes)].flatMap((node) => {
    if (node.node === 'table') return tableAreas(node);
    return (node.node === 'heading' && node.area) || (node.node === 'leaf' && node.role === 'area')
      ? [areaOf(node)]
      : [];
  });

function tableAreas(table: Table): GoldArea[] {
  const grid = filled(table);
  return table.rows.flatMap((row, r) => {
    if (row.is !== 'area') return [];
    const focal = fieldOf(table, grid, r, 'focal');
    return [
      {
        number: fieldOf(table, grid, r, 'no')?.replace(/\.$/, '') || null,
        title: fieldOf(table, grid, r, 'area'),
        text: { text: fieldOf(table, grid, r, 'item') ?? '' },
        focalRaw: focal,
        focalUnits: focal ? focal.split(/; ?/) : [],
        coordinatingUnits: [],
      },
    ];
  });
}

const tableTexts = (nodes: Node[], is: Row['is']): GoldText[] =>
  [...walk(nodes)].flatMap((node) => {
    if (node.node !== 'table') return [];
    const grid = filled(node);
    return node.rows.flatMap((row, r) => (row.is === is ? [{ text: fieldOf(node, grid, r, 'item') ?? '' }] : []));
  });

function activity(table: Table, grid: string[][], row: Row, r: number, year: number | null): GoldActivity {
  const label = row.activity!;
  const product = label.product === undefined ? fieldOf(table, grid, r, 'product') : label.product;
  const no = startsCell(table, row, 'no') ? fieldOf(table, grid, r, 'no')!.replace(/\.$/, '') : '';
  const theme = fieldOf(table, grid, r, 'theme');
  return {
    no: no || null,
    content: { text: fieldOf(table, grid, r, 'content') ?? '' },
    product: product ? { text: product } : null,
    ...(theme ? { theme } : {}),
    counts: (label.counts ?? []).map(([count, unit]) => ({
      count,
      unit,
      ...(label.estimated ? { estimated: true } : {}),
    })),
    leadUnits: label.lead ?? unitsOf(fieldOf(table, grid, r, 'lead')),
    time: {
      text: fieldOf(table, grid, r, 'time'),
      quarters: [],
      months: [],
      year,
      deadline: null,
      ...label.time,
    },
    coordinatingUnits: label.with ?? unitsOf(fieldOf(table, grid, r, 'with')),
  };
}

/** Units of a cell: the samples separate them by semicolons, or spell the list out. */
const unitsOf = (cell: string | null): string[] => (cell ?? '').split(/;\s*/).filter(Boolean);

const tablesOf = (plan: SamplePlan): Table[] => [
  ...[...walk(plan.body)].filter((node) => node.node === 'table'),
  ...(plan.annex?.tables ?? []),
];

/** In the plan of one calendar year a quarter or month without a year is that year's. */
function activities(plan: SamplePlan): GoldActivity[] {
  const year = plan.period.kind === 'calendarYear' ? plan.period.from : null;
  return tablesOf(plan).flatMap((table) => {
    const grid = filled(table);
    return table.rows.flatMap((row, r) => (row.activity ? [activity(table, grid, row, r, year)] : []));
  });
}

const dutyOf = (text: string) => ({ text, tasks: text.split(/(?<=\.)\s+(?=\p{Lu})/u) });

function responsibilities(nodes: Node[]): GoldResponsibility[] {
  return [...walk(nodes)].flatMap((node) => {
    if (node.node === 'table') return tableDuties(node);
    if (node.node !== 'heading' || !node.actor) return [];
    const { name, ...others } = node.actor;
    const duties = leaves([{ ...node, children: node.children.filter((child) => child.node === 'leaf') }]);
    return [
      {
        number: node.number,
        ...others,
        actor: name ?? node.title,
        duties: duties.filter(({ role }) => role === 'duty').map(({ text }) => dutyOf(text)),
      },
    ];
  });
}

function tableDuties(table: Table): GoldResponsibility[] {
  const grid = filled(table);
  const out: GoldResponsibility[] = [];
  table.rows.forEach((row, r) => {
    if (row.is !== 'duty') return;
    const text = fieldOf(table, grid, r, 'duty') ?? '';
    if (startsCell(table, row, 'actor')) {
      const number = fieldOf(table, grid, r, 'no')?.replace(/\.$/, '') || null;
      out.push({ number, actor: fieldOf(table, grid, r, 'actor'), duties: [] });
    }
    out.at(-1)!.duties.push(dutyOf(text));
  });
  return out;
}

function basisOf({ lead, ...basis }: Basis): GoldBasis {
  const found = /^(\d+)(?:\/(\d{4}))?[/-](.+)$/.exec(basis.ref ?? '');
  return {
    lead,
    number: found?.[1] ?? null,
    year: found?.[2] ? Number(found[2]) : null,
    symbol: found?.[3] ?? null,
    ...basis,
  };
}

const modeRaw = (text: string): string | null =>
  text.startsWith('Lưu') ? 'Lưu' : (/\(\s*([^()]*)\)\s*$/.exec(text)?.[1] ?? null);

function budgetOf(plan: SamplePlan): Gold['budget'] {
  const text = ofRole(plan.body, 'budget')[0]?.text ?? '';
  return plan.labels.budget && { ...plan.labels.budget, text };
}

function listsOf(plan: SamplePlan) {
  const { body, labels } = plan;
  return {
    sections: sections(body),
    purposes: [...ofRole(body, 'purpose'), ...tableTexts(body, 'purpose')],
    requirements: [...ofRole(body, 'requirement'), ...tableTexts(body, 'requirement')],
    contentIntro: ofRole(body, 'intro'),
    contentAreas: areas(body),
    solutions: [...ofRole(body, 'solution'), ...tableTexts(body, 'solution')],
    activities: activities(plan),
    responsibilities: responsibilities(body),
    quotas: labels.quotas,
    deliverables: labels.deliverables,
    reporting: labels.reporting,
    channels: labels.channels,
  };
}

/** The gold labels of a plan, in the format of gold-format.ts. */
export function goldOf(plan: SamplePlan): Gold {
  const { header, labels } = plan;
  const lists = listsOf(plan);
  const signerText = [...plan.signer.lines, plan.signer.name ?? ''].join(' ').trim();
  const { lines: _lines, ...signer } = plan.signer;
  return {
    schema: 'plan-gold/1',
    name: plan.name,
    level: plan.level,
    header: { ...header.gold, numberRaw: { text: header.number }, placeDateRaw: { text: header.placeDate } },
    docType: plan.docType,
    title: { text: plan.titleLines.join(' '), norm: plan.titleNorm },
    period: plan.period,
    legalBases: plan.preamble.flatMap((line) => line.bases.map(basisOf)),
    opening: plan.opening ? { text: plan.opening } : null,
    ...lists,
    budget: budgetOf(plan),
    recipients: plan.recipients.map((one) => ({ ...one, modeRaw: modeRaw(one.text) })),
    signer: { ...signer, text: signerText },
    closing: plan.closing ? { text: plan.closing } : null,
    citedDocuments: labels.cited satisfies GoldReference[],
    abbreviations: (labels.abbreviations ?? []).map(([short, long]) => ({ short, long, text: `${long} (${short})` })),
    noise: labels.noise ?? [],
    counts: countsOf(lists, plan),
  };
}

function countsOf(lists: ReturnType<typeof listsOf>, plan: SamplePlan): Record<string, number> {
  const counts = Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.length]));
  return {
    ...counts,
    legalBases: plan.preamble.reduce((sum, line) => sum + line.bases.length, 0),
    citedDocuments: plan.labels.cited.length,
    subsections: lists.sections.reduce((sum, { children }) => sum + children.length, 0),
    duties: lists.responsibilities.reduce((sum, { duties }) => sum + duties.length, 0),
    recipients: plan.recipients.length,
  };
}

/** A sample plan as a Word file: two-column header, numbers typed or left to Word, tables with merged cells. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Alphabet, fontRuns } from './legacy-fonts.ts';
import type { Cell, Heading, Leaf, Node, Row, SamplePlan, Table as SampleTable } from './source.ts';
import { leafLine, marked, NATION, recipientLines } from './text.ts';

const WIDTH = 9355;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

interface Look {
  bold?: boolean;
  italics?: boolean;
  /** Half points. */
  size?: number;
}

/** Everything that depends on the alphabet of the file. */
function writer(alphabet: Alphabet) {
  const runs = (text: string, look: Look = {}): ParagraphChild[] =>
    fontRuns(text.normalize('NFC'), alphabet).map(
      (run) =>
        new TextRun({ text: run.text, font: run.font, size: look.size ?? 28, bold: look.bold, italics: look.italics }),
    );
  const para = (text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
    new Paragraph({ spacing: { after: 60 }, ...options, children: runs(text, look) });
  /** A paragraph whose first words are bold: a title that its text follows in the same line. */
  const titled = (title: string, text: string, options: IParagraphOptions): Paragraph =>
    new Paragraph({
      spacing: { after: 60 },
      ...options,
      children: [...runs(`${title} `, { bold: true }), ...runs(text)],
    });
  const centred = (text: string, look: Look = {}): Paragraph =>
    para(text, look, { alignment: AlignmentType.CENTER, spacing: { after: 0 } });
  return { para, titled, centred };
}
type Writer = ReturnType<typeof writer>;

const columns = (left: Paragraph[], right: Paragraph[], share = 0.42): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH * share, WIDTH * (1 - share)].map(Math.round),
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, i) =>
            new TableCell({
              children,
              width: { size: Math.round(WIDTH * (i === 0 ? share : 1 - share)), type: WidthType.DXA },
              borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
            }),
        ),
      }),
    ],
  });

function head(plan: SamplePlan, { centred }: Writer): (Paragraph | Table)[] {
  const { header } = plan;
  const left = [
    ...header.parent.map((line) => centred(line, { size: 24 })),
    ...header.body.map((line) => centred(line, { size: 24, bold: true })),
    centred('', { size: 16 }),
    centred(header.number, { size: 26 }),
  ];
  const right = [
    centred(NATION[0]!, { size: 24, bold: true }),
    centred(NATION[1]!, { size: 26, bold: true }),
    centred('', { size: 16 }),
    centred(header.placeDate, { size: 26, italics: true }),
  ];
  const title = [plan.docType, ...plan.titleLines].map((line) => centred(line, { bold: true }));
  return [columns(left, right), centred(''), ...title, centred('')];
}

/** What the counters of Word would print; the source's own numbers must be the same. */
function outline(level: number, number: string | null, counters: number[]): void {
  counters.length = level;
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  const [one = 0, two = 0, three = 0] = counters;
  const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][one];
  const expected = [roman, String(two), `${two}.${three}`][level - 1];
  if (number !== expected) throw new Error(`Word would number this heading ${expected}, the source says ${number}`);
}

const BULLETS = ['-', '+', '•', '*'];

function body(plan: SamplePlan, nodes: Node[], to: Writer, counters: number[] = []): (Paragraph | Table)[] {
  const automatic = plan.layout.numbering === 'automatic';
  const text = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 567 } } as const;
  const leaf = (node: Leaf): Paragraph => {
    const bullet = automatic && BULLETS.includes(node.mark);
    const options = bullet ? { ...text, numbering: { reference: `bullet${node.mark}`, level: 0 } } : text;
    return to.para(bullet ? node.text : leafLine(node), { bold: node.bold }, options);
  };
  const heading = (node: Heading): Paragraph => {
    const byWord = automatic && node.number !== null;
    if (byWord) outline(node.level, node.number, counters);
    const numbering = byWord ? { numbering: { reference: 'outline', level: node.level - 1 } } : {};
    const label = byWord ? '' : node.label;
    const title = node.title === null ? '' : node.title + node.tail;
    if (!node.runIn) return to.para(marked(label, title), { bold: true }, { ...text, ...numbering });
    if (!title) return to.para(marked(label, node.runIn.text), {}, { ...text, ...numbering });
    return to.titled(marked(label, title), node.runIn.text, { ...text, ...numbering });
  };
  return nodes.flatMap((node) => {
    if (node.node === 'leaf') return [leaf(node)];
    if (node.node === 'table') return [grid(node, to), to.para('', { size: 12 })];
    return [heading(node), ...body(plan, node.children, to, counters)];
  });
}

function grid(table: SampleTable, to: Writer): Table {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const sizes = table.widths.map((width) => Math.round((WIDTH * width) / total));
  const cell = (content: Cell, column: number, bold: boolean): TableCell[] => {
    if (content === null) return [];
    const { text, rows = 1, cols = 1 } = typeof content === 'string' ? { text: content } : content;
    const width = sizes.slice(column, column + cols).reduce((sum, size) => sum + size, 0);
    return [
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { left: 60, right: 60 },
        rowSpan: rows,
        columnSpan: cols,
        children: text.split('\n').map((line) => to.para(line, { size: 24, bold }, { spacing: { after: 0 } })),
      }),
    ];
  };
  const row = (cells: Cell[], header: boolean, bold = header): TableRow =>
    new TableRow({ tableHeader: header, children: cells.flatMap((content, i) => cell(content, i, bold)) });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: sizes,
    rows: [
      ...table.head.map((cells) => row(cells, true)),
      ...table.rows.map(({ cells, bold }: Row) => row(cells, false, bold)),
    ],
  });
}

function end(plan: SamplePlan, { para, centred }: Writer): Table {
  const [first = '', ...others] = recipientLines(plan);
  const left = [
    para(first, { size: 24, bold: true, italics: true }, { spacing: { after: 0 } }),
    ...others.map((line) => para(line, { size: 22 }, { spacing: { after: 0 } })),
  ];
  const right = [
    ...plan.signer.lines.map((line) => centred(line, { bold: true })),
    ...['', '', '', ''].map((line) => centred(line)),
    ...(plan.signer.name ? [centred(plan.signer.name, { bold: true })] : []),
  ];
  return columns(left, right, 0.5);
}

function annex(plan: SamplePlan, to: Writer): (Paragraph | Table)[] {
  if (!plan.annex) return [];
  const [first = '', ...lines] = plan.annex.lines;
  const top = to.para(first, { bold: true }, { alignment: AlignmentType.CENTER, pageBreakBefore: true });
  return [
    top,
    ...lines.map((line) => to.centred(line, { bold: true })),
    ...plan.annex.tables.map((one) => grid(one, to)),
  ];
}

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.SPACE,
  style: {
    paragraph: { indent: { firstLine: 567 } },
    run: { font: 'Times New Roman', size: 28, bold: format !== LevelFormat.BULLET },
  },
});
const NUMBERING = [
  {
    reference: 'outline',
    levels: [
      level(0, LevelFormat.UPPER_ROMAN, '%1.'),
      level(1, LevelFormat.DECIMAL, '%2.'),
      level(2, LevelFormat.DECIMAL, '%2.%3.'),
    ],
  },
  ...BULLETS.map((mark) => ({ reference: `bullet${mark}`, levels: [level(0, LevelFormat.BULLET, mark)] })),
];

/** The bytes of the .docx file. */
export async function wordOf(plan: SamplePlan, alphabet: Alphabet): Promise<Uint8Array> {
  const to = writer(alphabet);
  const justified = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 567 } } as const;
  const preamble = plan.preamble.map(({ text }) => to.para(text, { italics: true }, justified));
  const one = (text: string | null): Paragraph[] => (text ? [to.para(text, {}, justified)] : []);
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: 'Times New Roman' })],
  });
  const document = new Document({
    title: plan.titleNorm,
    creator: plan.header.gold.issuingBody.value,
    numbering: { config: NUMBERING },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } },
        },
        headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
        children: [
          ...head(plan, to),
          ...preamble,
          ...one(plan.opening),
          ...body(plan, plan.body, to),
          ...one(plan.closing),
          to.para(''),
          end(plan, to),
          ...annex(plan, to),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A sample plan as the text someone would paste: tables by tabs, the two-column blocks as copying leaves them. */
import { cellText } from './grid.ts';
import type { Heading, Leaf, Node, SamplePlan, Table } from './source.ts';

export const NATION = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

/** A mark and what follows it; a tilde at the mark's end says that the typist left the space out: '1.~' + 'Mục đích'. */
export const marked = (mark: string, text: string): string =>
  !mark ? text : mark.endsWith('~') ? mark.slice(0, -1) + text : `${mark} ${text}`;

export const leafLine = (leaf: Leaf): string => marked(leaf.mark, leaf.text);

/** The words of a heading without its label: title, what follows the title, and text that runs in. */
const headingWords = (node: Heading): string =>
  [node.title === null ? '' : node.title + node.tail, node.runIn?.text ?? ''].filter(Boolean).join(' ');

const headingLine = (node: Heading): string => marked(node.label, headingWords(node));

const tableLines = (table: Table): string[] =>
  [...table.head, ...table.rows.map((row) => row.cells)].map((cells) =>
    cells.map((cell) => cellText(cell).replace(/\n/g, ' ')).join('\t'),
  );

function nodeLines(nodes: Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.node === 'leaf') return [leafLine(node)];
    if (node.node === 'table') return [tableLines(node).join('\n')];
    return [headingLine(node), ...nodeLines(node.children)];
  });
}

const zip = (left: string[], right: string[], join: (a: string, b: string) => string): string[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, i) => join(left[i] ?? '', right[i] ?? ''));

function headerLines({ header, layout }: SamplePlan): string[] {
  const bodies = [...header.parent, ...header.body];
  if (layout.header === 'stacked') return [...bodies, ...NATION, header.number, header.placeDate];
  if (layout.header === 'rows')
    return [...zip(bodies, NATION, (a, b) => `${a}\t${b}`), `${header.number}\t${header.placeDate}`];
  if (layout.header === 'spaces')
    return zip([...bodies, header.number], [...NATION, header.placeDate], (a, b) => `${a.padEnd(46)}${b}`.trimEnd());
  const last = bodies.at(-1)!;
  return [...bodies.slice(0, -1), `${last}\t${NATION[0]}`, NATION[1]!, `${header.number}\t${header.placeDate}`];
}

export const recipientLines = ({ recipients, recipientsTitle = 'Nơi nhận:' }: SamplePlan): string[] => [
  recipientsTitle,
  ...recipients.map(({ text }, i) => `- ${text}${i === recipients.length - 1 ? '.' : ';'}`),
];

function endLines(plan: SamplePlan): string[] {
  const left = recipientLines(plan);
  const name = plan.signer.name ? [plan.signer.name] : [];
  if (plan.layout.signature === 'stacked') return [...left, '', ...plan.signer.lines, '', '', ...name];
  const right = [...plan.signer.lines, ...left.slice(plan.signer.lines.length + 1).map(() => ''), ...name];
  return zip(left, right, (a, b) => (b ? `${a}\t${b}` : a));
}

/** The text of the plan, Unicode NFC unless its layout spoils it. */
export function textOf(plan: SamplePlan): string {
  const gap = plan.layout.blankLines ? '\n\n' : '\n';
  const body = [
    ...plan.preamble.map(({ text }) => text),
    ...(plan.opening ? [plan.opening] : []),
    ...nodeLines(plan.body),
    ...(plan.closing ? [plan.closing] : []),
  ];
  const annex = plan.annex ? ['', ...plan.annex.lines, ...plan.annex.tables.flatMap(tableLines)] : [];
  const text = [
    ...headerLines(plan),
    '',
    plan.docType,
    ...plan.titleLines,
    '',
    body.join(gap),
    '',
    ...endLines(plan),
    ...annex,
  ].join('\n');
  return (plan.layout.spoil ?? ((same) => same))(`${text}\n`);
}

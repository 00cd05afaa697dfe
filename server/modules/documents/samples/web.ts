/** A sample plan as a page of a portal: navigation and footer around it, lists as lists, merged cells as spans. */
import { cellText } from './grid.ts';
import type { Cell, Heading, Node, SamplePlan, Table } from './source.ts';
import { leafLine, marked, NATION, recipientLines } from './text.ts';

const safe = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const p = (text: string): string => `<p>${safe(text)}</p>`;
const strong = (text: string): string => `<strong>${safe(text)}</strong>`;

function cell(content: Cell, tag: 'td' | 'th'): string {
  if (content === null) return '';
  const { rows = 1, cols = 1 } = typeof content === 'string' ? {} : content;
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${cols > 1 ? ` colspan="${cols}"` : ''}`;
  return `<${tag}${spans}>${cellText(content).split('\n').map(safe).join('<br>')}</${tag}>`;
}

const row = (cells: Cell[], tag: 'td' | 'th'): string => `<tr>${cells.map((one) => cell(one, tag)).join('')}</tr>`;

const table = ({ head, rows }: Table): string =>
  [
    '<table border="1">',
    '<thead>',
    ...head.map((cells) => row(cells, 'th')),
    '</thead><tbody>',
    ...rows.map(({ cells }) => row(cells, 'td')),
    '</tbody></table>',
  ].join('\n');

function heading(node: Heading): string {
  const title = node.title === null ? '' : node.title + node.tail;
  if (!node.runIn)
    return node.level === 1
      ? `<h3>${safe(marked(node.label, title))}</h3>`
      : `<p>${strong(marked(node.label, title))}</p>`;
  if (!title) return p(marked(node.label, node.runIn.text));
  return `<p>${strong(marked(node.label, title))} ${safe(node.runIn.text)}</p>`;
}

/** Neighbouring dashes become one list, whose marks the browser draws. */
function lines(nodes: Node[]): string[] {
  const isItem = (node: Node | undefined): boolean => node?.node === 'leaf' && node.mark === '-';
  return nodes.flatMap((node, i) => {
    if (node.node === 'table') return [table(node)];
    if (node.node === 'heading') return [heading(node), ...lines(node.children)];
    if (node.mark !== '-') return [node.bold ? `<p>${strong(leafLine(node))}</p>` : p(leafLine(node))];
    const [open, close] = [isItem(nodes[i - 1]) ? '' : '<ul>', isItem(nodes[i + 1]) ? '' : '</ul>'];
    return [`${open}<li>${safe(node.text)}</li>${close}`];
  });
}

function article(plan: SamplePlan): string[] {
  const { header, signer } = plan;
  const left = [...header.parent.map(safe), ...header.body.map(strong), safe(header.number)].join('<br>');
  const right = [...NATION.map(strong), `<em>${safe(header.placeDate)}</em>`].join('<br>');
  const end = [...signer.lines.map(strong), '<br><br>', strong(signer.name ?? '')].join('<br>');
  return [
    `<table class="dau-van-ban"><tr><td>${left}</td><td>${right}</td></tr></table>`,
    `<p style="text-align:center">${strong(plan.docType)}<br>${plan.titleLines.map(strong).join('<br>')}</p>`,
    ...plan.preamble.map(({ text }) => `<p><em>${safe(text)}</em></p>`),
    ...(plan.opening ? [p(plan.opening)] : []),
    ...lines(plan.body),
    ...(plan.closing ? [p(plan.closing)] : []),
    `<table><tr><td>${recipientLines(plan).map(safe).join('<br>')}</td><td>${end}</td></tr></table>`,
    ...(plan.annex ? [...plan.annex.lines.map(p), ...plan.annex.tables.map(table)] : []),
  ];
}

/** The whole page, UTF-8. */
export const webOf = (plan: SamplePlan): string =>
  [
    '<!doctype html>',
    '<html lang="vi"><head><meta charset="utf-8">',
    `<title>Kế hoạch ${safe(plan.titleNorm)}</title>`,
    '<style>.dau-van-ban{width:100%;text-align:center}</style></head><body>',
    '<nav><a href="/">Trang chủ</a> <a href="/gioi-thieu">Giới thiệu</a> <a href="/van-ban">Văn bản</a></nav>',
    '<main>',
    ...article(plan),
    '</main>',
    '<footer><p>Bản quyền thuộc về đơn vị. Ghi rõ nguồn khi sử dụng lại thông tin.</p></footer>',
    '</body></html>',
    '',
  ].join('\n');

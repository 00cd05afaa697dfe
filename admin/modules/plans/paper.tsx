import { balancedLines, textWidth } from '#lib/font-metrics.ts';
import type { DocumentTable, PlanDocument } from '#lib/plan-document.ts';
import { cx } from '../../ui/cx.ts';
import './paper.css';
import {
  bodyOf,
  breakWorth,
  numberLine,
  type PaperBlock,
  placeAndDate,
  recipientLines,
  sheetsOf,
} from './paper-text.ts';

/** Widths of the two columns of the heading and of the text, in points; see paper.css. */
const ORGAN_WIDTH = 177;
const TEXT_WIDTH = 467;
/** The rules under a name and a title: the Decree asks for 1/3 to 1/2 of the text's length. */
const RULE_SHARE = 0.4;
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** The plan as it stands on paper: the sheets of the .docx and the PDF, as wide as there is room. */
export function Paper({ paper, label }: { paper: PlanDocument; label: string }) {
  const sheets = sheetsOf(bodyOf(paper));
  return (
    <article lang="vi" aria-label={label} className="flex flex-col gap-4 print:block">
      {sheets.map((sheet, i) => (
        <div
          // Sheets have no name of their own; they only follow one another.
          // The first is always there, the others come and go with a wide table.
          key={sheet.landscape ? `turned ${i}` : `upright ${i}`}
          className={cx('paper-frame', sheet.landscape && 'paper-frame-turned')}
        >
          <div className="paper">
            {i === 0 && <Letterhead paper={paper} />}
            <Blocks blocks={sheet.blocks} />
            {i === sheets.length - 1 && <Foot paper={paper} />}
          </div>
        </div>
      ))}
    </article>
  );
}

const points = (width: number) => ({ width: `calc(${width.toFixed(1)} * var(--pt))` });

function organLines(name: string, style: 'regular' | 'bold', size: number): string[] {
  const options = { style, size, width: ORGAN_WIDTH, breakWorth };
  return balancedLines(name.toLocaleUpperCase('vi'), options).filter(Boolean);
}

function Letterhead({ paper }: { paper: PlanDocument }) {
  const at = (size: number) => ({
    upper: organLines(paper.upperBody ?? '', 'regular', size),
    own: organLines(paper.issuingBody, 'bold', size),
  });
  const fits = (set: ReturnType<typeof at>) => set.upper.length <= 1 && set.own.length <= 1;
  const small = fits(at(12)) && !fits(at(13));
  const { upper, own } = at(small ? 12 : 13);
  const longest = Math.max(0, ...own.map((line) => textWidth(line, 'bold', small ? 12 : 13)));
  const title = balancedLines(paper.title, { style: 'bold', size: 14, width: TEXT_WIDTH * 0.92, breakWorth });
  const titleWidth = Math.max(0, ...title.map((line) => textWidth(line, 'bold', 14)));
  return (
    <>
      <div className="paper-letterhead">
        <div className={small ? 'paper-small' : undefined}>
          <Lines lines={upper} />
          <Lines lines={own} className="paper-bold" />
          <div className="paper-rule" style={points(longest * RULE_SHARE)} />
          {paper.draftMark && <div className="paper-draft">{paper.draftMark}</div>}
        </div>
        <div className="paper-bold">
          <div>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div>
          <div style={{ fontSize: 'calc(14 * var(--pt))' }}>{MOTTO}</div>
          <div className="paper-rule" style={points(textWidth(MOTTO, 'bold', 14))} />
        </div>
        <div>{numberLine(paper)}</div>
        <div className="paper-date" style={{ fontSize: 'calc(14 * var(--pt))' }}>
          {placeAndDate(paper)}
        </div>
      </div>
      <div className="paper-title">
        <div>{paper.docType}</div>
        <Lines lines={title} />
        <div className="paper-rule" style={points(titleWidth * RULE_SHARE)} />
      </div>
    </>
  );
}

function Lines({ lines, className }: { lines: readonly string[]; className?: string }) {
  return keyed(lines, (line) => line).map(([key, line]) => (
    <div key={key} className={className}>
      {line}
    </div>
  ));
}

/** Each item with a key of its own: its words, told apart where they repeat. */
function keyed<T>(items: readonly T[], wordsOf: (item: T) => string): [string, T][] {
  const met = new Map<string, number>();
  return items.map((item) => {
    const words = wordsOf(item);
    const times = met.get(words) ?? 0;
    met.set(words, times + 1);
    return [times === 0 ? words : `${words} ${times}`, item];
  });
}

const blockClass = { base: 'paper-base', section: 'paper-section', heading: 'paper-heading', text: undefined };

function Blocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  return keyed(blocks, (b) => (b.kind === 'table' ? 'table' : `${b.label} ${b.text}`)).map(([key, block]) => {
    if (block.kind === 'table') return <Matrix key={key} table={block.table} />;
    const label = block.label ? `${block.label} ` : '';
    return (
      <p key={key} className={blockClass[block.kind]}>
        {block.lead ? (
          <>
            <b>{label + block.lead}</b> {block.text}
          </>
        ) : (
          label + block.text
        )}
      </p>
    );
  });
}

function Matrix({ table }: { table: DocumentTable }) {
  const sum = table.columns.reduce((total, column) => total + column.width, 0);
  return (
    <table>
      <colgroup>
        {table.columns.map((column) => (
          <col key={column.title} style={{ width: `${(100 * column.width) / sum}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(table.rows, (row) => row.map((cell) => cell.text).join(' | ')).map(([key, row]) => {
          // A cell merged from above is missing at the beginning of a row, so columns are counted from the end.
          const first = table.columns.length - row.length;
          return (
            <tr key={key}>
              {row.map((cell, i) => (
                <td
                  key={table.columns[first + i]?.title ?? cell.text}
                  rowSpan={cell.rowSpan}
                  colSpan={cell.colSpan}
                  style={{ textAlign: table.columns[first + i]?.align }}
                >
                  {cell.text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Foot({ paper }: { paper: PlanDocument }) {
  return (
    <div className="paper-foot">
      <div>
        {paper.recipients.length > 0 && (
          <>
            <div className="paper-recipients-title">Nơi nhận:</div>
            <ul className="paper-recipients">
              {keyed(recipientLines(paper.recipients), (line) => line).map(([key, line]) => (
                <li key={key}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="paper-signature">
        <Lines lines={paper.signerTitle} />
        <div className="paper-name">{paper.signerName}</div>
      </div>
    </div>
  );
}

import { memo, useMemo } from 'react';
import { cx } from '../../../ui/cx.ts';
import type { Block, Cell, Para, Table } from './source-types.ts';
import { piecesOf, type Stretch } from './spans.ts';

interface SourceTextProps {
  blocks: readonly Block[];
  lit: ReadonlyMap<number, Stretch[]>;
  picked: number | undefined;
}

const CHUNK = 40;

/** The source as a document: paragraphs and tables in the type of paper, the chosen field's words lit. */
export function SourceText({ blocks, lit, picked }: SourceTextProps) {
  const chunks = useMemo(
    () => Array.from({ length: Math.ceil(blocks.length / CHUNK) }, (_, i) => blocks.slice(i * CHUNK, (i + 1) * CHUNK)),
    [blocks],
  );
  return (
    <div className="mx-auto max-w-[48rem] bg-paper px-5 py-8 font-document text-base sm:px-8">
      {chunks.map((chunk) => (
        <Chunk key={chunk[0]?.kind === 'para' ? chunk[0].id : `t${chunk[0]?.id}`} {...{ chunk, lit, picked }} />
      ))}
    </div>
  );
}

/** What is out of sight costs no layout; thousands of paragraphs stay quick. */
function Chunk({ chunk, lit, picked }: { chunk: readonly Block[] } & Omit<SourceTextProps, 'blocks'>) {
  return (
    <div className="flow-root [contain-intrinsic-size:auto_2200px] [content-visibility:auto]">
      {chunk.map((block) =>
        block.kind === 'para' ? (
          <Paragraph key={block.id} para={block} lit={lit.get(block.id) ?? dark} picked={picked === block.id} />
        ) : (
          <DataTable key={`t${block.id}`} table={block} lit={lit} picked={picked} />
        ),
      )}
    </div>
  );
}

const dark: readonly Stretch[] = [];

interface ParagraphProps {
  para: Para;
  lit: readonly Stretch[];
  picked: boolean;
  inCell?: boolean;
}

const Paragraph = memo(function Paragraph({ para, lit, picked, inCell }: ParagraphProps) {
  return (
    <p
      data-block={para.id}
      data-lit={lit.length > 0 ? '' : undefined}
      style={para.level ? { marginLeft: `${para.level * 1.25}rem` } : undefined}
      className={cx(
        'cursor-pointer rounded-sm wrap-break-word whitespace-pre-line',
        inCell ? 'py-0.5' : 'my-1 px-1 py-1',
        para.centred ? 'text-center' : !inCell && 'text-justify',
        picked ? 'outline-2 outline-primary' : 'hover:bg-sunken',
      )}
    >
      {para.label && (
        <span className={cx('mr-1.5', (para.bold || para.boldLead > 0) && 'font-semibold')}>{para.label}</span>
      )}
      {piecesOf(para, lit).map((piece, i) => {
        const look = cx(piece.bold && 'font-semibold', piece.italic && 'italic');
        const key = `${i}`;
        return piece.lit ? (
          <mark key={key} className={cx('bg-lit text-ink', look)}>
            {piece.text}
          </mark>
        ) : (
          <span key={key} className={look}>
            {piece.text}
          </span>
        );
      })}
    </p>
  );
});

interface DataTableProps {
  table: Table;
  lit: ReadonlyMap<number, Stretch[]>;
  picked: number | undefined;
}

function DataTable({ table, lit, picked }: DataTableProps) {
  const rows = Array.from({ length: table.rows }, (_, at) => ({
    at,
    head: at < table.headerRows,
    cells: table.cells.filter((cell) => cell.row === at),
  }));
  const draw = ({ at, head, cells }: (typeof rows)[number]) => (
    <tr key={at}>
      {cells.map((cell) => (
        <TableCell key={cell.col} cell={cell} head={head} lit={lit} picked={picked} />
      ))}
    </tr>
  );
  return (
    <div ref={reachable} className="my-3 overflow-x-auto">
      <table className="w-full min-w-[32rem] border-collapse text-sm">
        {table.headerRows > 0 && <thead>{rows.filter((row) => row.head).map(draw)}</thead>}
        <tbody>{rows.filter((row) => !row.head).map(draw)}</tbody>
      </table>
    </div>
  );
}

/** A wide table scrolls sideways, so the keyboard must reach it. */
function reachable(frame: HTMLElement | null): void {
  if (frame) frame.tabIndex = 0;
}

function TableCell({ cell, head, lit, picked }: { cell: Cell; head: boolean } & Omit<DataTableProps, 'table'>) {
  const Tag = head ? 'th' : 'td';
  return (
    <Tag
      scope={head ? 'col' : undefined}
      rowSpan={cell.rowSpan}
      colSpan={cell.colSpan}
      className="border border-edge px-1.5 py-1 text-left align-top font-normal"
    >
      {cell.paras.map((para) => (
        <Paragraph key={para.id} inCell para={para} lit={lit.get(para.id) ?? dark} picked={picked === para.id} />
      ))}
    </Tag>
  );
}

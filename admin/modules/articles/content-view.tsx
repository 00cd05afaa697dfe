import { createElement, Fragment, type ReactNode } from 'react';
import {
  type ArticleContent,
  type Block,
  type Inline,
  isSafeLink,
  type Mark,
  type Picture,
} from '#lib/article-content.ts';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';

/** The words of a text as they are read. Drawn from its data node by node: a kind that is not listed here is not drawn. */
export function ContentView({ content, lang }: { content: ArticleContent; lang: string }) {
  return (
    <div lang={lang} className="flex max-w-reading flex-col gap-4 leading-relaxed wrap-anywhere">
      {children(content.content, drawnBlock)}
    </div>
  );
}

/** The order of a text that is only read is its identity: no keys. */
function children<T>(list: readonly T[] | undefined, draw: (one: T) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...(list ?? []).map(draw));
}

function drawnBlock(block: Block): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return block.content?.length ? <p>{children(block.content, drawnInline)}</p> : null;
    case 'heading':
      return <Heading level={block.attrs.level}>{children(block.content, drawnInline)}</Heading>;
    case 'picture':
      return <Figure picture={block.attrs} />;
    case 'video':
      return <VideoLink url={block.attrs.url} title={block.attrs.title} />;
    case 'horizontalRule':
      return <hr className="border-line" />;
    case 'blockquote':
      return (
        <blockquote className="flex flex-col gap-3 border-l-4 border-edge pl-4 italic">
          {children(block.content, drawnBlock)}
        </blockquote>
      );
    case 'bulletList':
    case 'orderedList':
      return <ListOf list={block} />;
    case 'table':
      return <TableOf table={block} />;
    default:
      return null;
  }
}

function Heading({ level, children: words }: { level: 2 | 3; children: ReactNode }) {
  return level === 2 ? (
    <h2 className="mt-2 text-lg font-semibold">{words}</h2>
  ) : (
    <h3 className="mt-1 font-semibold">{words}</h3>
  );
}

function ListOf({ list }: { list: Extract<Block, { type: 'bulletList' | 'orderedList' }> }) {
  const items = children(list.content, (item) => (
    <li className="[&>p+p]:mt-2">{children(item.content, drawnBlock)}</li>
  ));
  return list.type === 'bulletList' ? (
    <ul className="flex list-disc flex-col gap-1 pl-6">{items}</ul>
  ) : (
    <ol start={list.attrs?.start ?? 1} className="flex list-decimal flex-col gap-1 pl-6">
      {items}
    </ol>
  );
}

function TableOf({ table }: { table: Extract<Block, { type: 'table' }> }) {
  const t = useT();
  return (
    <section aria-label={t('articles.table')} className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <tbody>
          {children(table.content, (row) => (
            <tr>
              {children(row.content, (cell) =>
                createElement(
                  cell.type === 'tableHeader' ? 'th' : 'td',
                  {
                    colSpan: cell.attrs?.colspan,
                    rowSpan: cell.attrs?.rowspan,
                    className: 'min-w-20 border border-line p-2 text-left align-top font-normal [th&]:font-semibold',
                  },
                  children(cell.content, drawnBlock),
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ picture }: { picture: Picture }) {
  return (
    <figure className="flex flex-col gap-1">
      <img
        src={cutAddress(picture.cutId, '960')}
        alt={picture.alt}
        loading="lazy"
        className="max-h-[70vh] w-full rounded-md bg-sunken object-contain"
      />
      {(picture.caption || picture.credit) && (
        <figcaption className="text-sm text-muted">
          {[picture.caption, picture.credit].filter(Boolean).join(' · ')}
        </figcaption>
      )}
    </figure>
  );
}

/** A video stays where it is: nothing of another site is loaded into the page. */
function VideoLink({ url, title }: { url: string; title: string }) {
  const t = useT();
  return (
    <p className="rounded-md border border-line p-3">
      <span className="block text-sm text-muted">{t('articles.video')}</span>
      <OutLink href={url}>{title || url}</OutLink>
    </p>
  );
}

function drawnInline(inline: Inline): ReactNode {
  if (inline.type === 'hardBreak') return <br />;
  return (inline.marks ?? []).reduce<ReactNode>(marked, inline.text);
}

function marked(words: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong className="font-semibold">{words}</strong>;
    case 'italic':
      return <em>{words}</em>;
    case 'underline':
      return <u>{words}</u>;
    case 'link':
      return <OutLink href={mark.attrs.href}>{words}</OutLink>;
    default:
      return words;
  }
}

function OutLink({ href, children: words }: { href: string; children: ReactNode }) {
  if (!isSafeLink(href)) return words;
  return (
    <a href={href} target="_blank" rel="noreferrer" className="text-primary underline underline-offset-2">
      {words}
    </a>
  );
}

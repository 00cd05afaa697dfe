import CloudOff from 'lucide-react/icons/cloud-off';
import FileSearch from 'lucide-react/icons/file-search';
import { memo, useState } from 'react';
import { paths } from '../../../app/paths.ts';
import { useT } from '../../../texts/load.ts';
import { cx } from '../../../ui/cx.ts';
import { FieldError } from '../../../ui/field.tsx';
import { Link } from '../../../ui/link.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import type { LineEntry } from '../editing/book.ts';
import { ClashPanel } from '../editing/clash-panel.tsx';
import { isBlank } from '../editing/content.ts';
import { useBook, useDesk, useLine } from '../editing/use-desk.ts';
import { detailSummary, lineFieldName, nameOfLine } from '../fact-words.ts';
import { DetailFields, hasDetails, InlineDetail, usePutDetail } from './detail-fields.tsx';
import { boxOf, setEngaged } from './line-focus.ts';
import { onLineKey, onLineLeft, onLinePaste } from './line-keys.ts';
import { LineMenu } from './line-menu.tsx';
import { LineText } from './line-text.tsx';

interface OutlineLineProps {
  id: string;
  /** '1.' or '-', as on paper. */
  mark: string;
  /** 'Mục đích, dòng 2', read aloud. */
  name: string;
  child?: boolean;
}

/** One line of the outline: its mark, its text, what it carries, where it comes from. */
export const OutlineLine = memo(function OutlineLine({ id, mark, name, child }: OutlineLineProps) {
  const t = useT();
  const line = useLine(id);
  const offline = useBook((book) => book.offline);
  const [details, setDetails] = useState(false);
  if (!line) return null;
  const unsent = line.state === 'kept' || (offline && line.state === 'typed' && !isBlank(line.mine));
  const summary = details ? '' : detailSummary(line.mine.part, line.mine.detail, t);
  return (
    <li id={`row-${id}`} className={cx('group scroll-mt-20', child && 'ml-6 sm:ml-8')}>
      <div className="flex items-start gap-1">
        <span aria-hidden className="w-7 shrink-0 pt-[5px] text-right text-muted tabular-nums select-none">
          {mark}
        </span>
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-start gap-x-2 gap-y-1 sm:flex-nowrap">
            <Boxes line={line} name={name} />
            <InlineDetail line={line} />
          </div>
          <div className="flex flex-wrap items-center gap-x-3 px-2 text-xs text-muted empty:hidden">
            {summary && <span className="min-w-0 wrap-break-word">{summary}</span>}
            {line.mine.trace && <TraceChip trace={line.mine.trace} text={nameOfLine(line.mine)} />}
            {unsent && (
              <StateTag tone="warning" icon={CloudOff}>
                {t('plans.edit.unsentLine')}
              </StateTag>
            )}
          </div>
          <FieldError id={`${boxOf(id)}-error`} error={line.problem?.title} />
          {line.clash && <ClashPanel entry={line} nameOf={(field) => lineFieldName(field, t)} />}
          {details && <DetailFields line={line} />}
        </div>
        <LineMenu
          id={id}
          name={name}
          details={hasDetails(line) ? details : undefined}
          onDetails={() => setDetails(!details)}
        />
      </div>
    </li>
  );
});

/** The text, and for a content area its name above it. */
function Boxes({ line, name }: { line: LineEntry; name: string }) {
  const t = useT();
  const { book } = useDesk();
  const put = usePutDetail(line);
  const { id, mine } = line;
  const titled = mine.part === 'area' && mine.parentId === null;
  const box = {
    onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => onLineKey(book, id, event),
    onPaste: (event: React.ClipboardEvent<HTMLTextAreaElement>) => onLinePaste(book, id, event),
    onBlur: () => onLineLeft(book, id),
    onPointerDown: () => setEngaged(true),
    maxLength: 20_000,
    'aria-invalid': line.problem ? (true as const) : undefined,
    'aria-describedby': line.problem ? `${boxOf(id)}-error` : undefined,
  };
  return (
    <div className="min-w-0 flex-1 basis-full sm:basis-0">
      {titled && (
        <LineText
          {...box}
          id={boxOf(id, 'title')}
          aria-label={`${name}: ${t('plans.edit.areaTitle')}`}
          placeholder={t('plans.edit.areaTitle')}
          maxLength={1000}
          className="font-semibold"
          value={typeof mine.detail.title === 'string' ? mine.detail.title : ''}
          onChange={(title) => put('title', title || null)}
        />
      )}
      <LineText
        {...box}
        id={boxOf(id)}
        aria-label={titled ? `${name}: ${t('plans.edit.areaText')}` : name}
        placeholder={titled ? t('plans.edit.areaText') : undefined}
        className={mine.part === 'actor' ? 'font-semibold' : undefined}
        value={mine.text}
        onChange={(text) => book.write(id, { text })}
      />
    </div>
  );
}

/** Where the line was taken over from; opens that very field beside its source. */
export function TraceChip({ trace, text }: { trace: NonNullable<LineEntry['mine']['trace']>; text: string }) {
  const t = useT();
  // The words of the source are worth the room only where they differ.
  const bare = (words: string) => words.replace(/[\s;.,]+$/, '').trim();
  const same = bare(text) === bare(trace.text);
  return (
    <Link
      to={paths.incomingReview.to({ documentId: trace.documentId }, { muc: trace.field })}
      title={t('plans.edit.traceOpen')}
      className="inline-flex max-w-full min-w-0 items-center gap-1 rounded-sm text-muted underline-offset-2 hover:text-primary hover:underline"
    >
      <FileSearch size={14} className="shrink-0" aria-hidden />
      <span className="min-w-0 truncate">
        {same ? t('plans.edit.traceSame') : t('plans.edit.trace', { text: trace.text })}
      </span>
    </Link>
  );
}

import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Trash from 'lucide-react/icons/trash-2';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import type { UnitRef } from '#lib/plan-parts.ts';
import { useT } from '../../../texts/load.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { ComboboxMany } from '../../../ui/combobox-many.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea, TextInput } from '../../../ui/text-input.tsx';
import type { LineEntry } from '../editing/book.ts';
import { ClashPanel } from '../editing/clash-panel.tsx';
import { UnitsField } from '../editing/units-field.tsx';
import { useBook, useDesk, useLine } from '../editing/use-desk.ts';
import { VndField } from '../editing/vnd-field.tsx';
import { lineFieldName } from '../fact-words.ts';
import { TraceChip } from '../outline/outline-line.tsx';
import { removeActivity, useActivities } from './activities.ts';
import { type ActivityDetail, detailOf } from './columns.ts';
import { TargetsField } from './targets-field.tsx';
import { TimeFields } from './time-fields.tsx';

interface ActivityFormProps {
  id: string;
  /** '' closes it. */
  onOpen: (id: string) => void;
}

/** One activity with all its fields: beside the grid, or alone on a phone. */
export function ActivityForm({ id, onOpen }: ActivityFormProps) {
  const t = useT();
  const { book } = useDesk();
  const ids = useActivities();
  const line = useLine(id);
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    // Another activity is read from its beginning.
    if (id) top.current?.focus({ preventScroll: true });
  }, [id]);
  const at = ids.indexOf(id);
  if (!line || at < 0) return null;
  return (
    <section
      ref={top}
      tabIndex={-1}
      aria-label={t('plans.matrix.row', { n: at + 1 })}
      className="flex min-w-0 flex-col rounded-md border border-line bg-paper outline-none lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto"
    >
      <div className="sticky top-14 z-10 flex items-center gap-1 rounded-t-md border-b border-line bg-paper px-4 py-2 lg:top-0">
        <h2 className="min-w-0 flex-1 text-base font-semibold">{t('plans.matrix.row', { n: at + 1 })}</h2>
        <IconButton
          icon={ArrowUp}
          label={t('plans.form.previous')}
          disabled={at === 0}
          onClick={() => onOpen(ids[at - 1] ?? '')}
        />
        <IconButton
          icon={ArrowDown}
          label={t('plans.form.next')}
          disabled={at === ids.length - 1}
          onClick={() => onOpen(ids[at + 1] ?? '')}
        />
        <IconButton icon={X} label={t('plans.form.close')} tip="end" onClick={() => onOpen('')} />
      </div>
      <div className="flex flex-col gap-4 p-4">
        {line.problem && <Notice live tone="danger" title={line.problem.title} />}
        {line.clash && <ClashPanel entry={line} nameOf={(field) => lineFieldName(field, t)} />}
        <Fields line={line} />
        <div className="border-t border-line pt-4">
          <Button
            icon={Trash}
            onClick={() => {
              removeActivity(book, id);
              onOpen('');
            }}
          >
            {t('plans.form.delete')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Fields({ line }: { line: LineEntry }) {
  const t = useT();
  const { book } = useDesk();
  const { id, mine } = line;
  const detail = detailOf(mine);
  const put = (change: Partial<ActivityDetail>) => book.write(id, { detail: { ...mine.detail, ...change } });
  const error = (name: string) => line.problem?.fields[`detail.${name}`];
  const units = (name: 'leadUnits' | 'coordinatingUnits') => ({
    label: t(`plans.detail.${name}`),
    value: detail[name] ?? [],
    onChange: (chosen: UnitRef[]) => put({ [name]: chosen }),
  });
  return (
    <>
      <div>
        <TextArea
          label={t('plans.matrix.column.text')}
          rows={2}
          value={mine.text}
          onChange={(text) => book.write(id, { text })}
        />
        <div className="mt-1 flex text-xs">{mine.trace && <TraceChip trace={mine.trace} text={mine.text} />}</div>
      </div>
      <TextArea
        label={t('plans.matrix.column.product')}
        rows={2}
        maxLength={4000}
        error={error('product')}
        value={detail.product ?? ''}
        onChange={(product) => put({ product })}
      />
      <TargetsField line={line} />
      <TimeFields detail={detail} onChange={put} />
      <UnitsField {...units('leadUnits')} />
      <UnitsField {...units('coordinatingUnits')} />
      <Channels value={detail.channels ?? []} onChange={(channels) => put({ channels })} />
      <TextInput
        label={t('plans.detail.audience')}
        maxLength={500}
        value={detail.audience ?? ''}
        onChange={(audience) => put({ audience: audience || null })}
      />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <VndField
          label={t('plans.detail.budgetVnd')}
          error={error('budgetVnd')}
          value={detail.budgetVnd ?? null}
          onChange={(budgetVnd) => put({ budgetVnd })}
        />
        <TextInput
          label={t('plans.detail.budgetSource')}
          maxLength={500}
          value={detail.budgetSource ?? ''}
          onChange={(budgetSource) => put({ budgetSource: budgetSource || null })}
        />
      </div>
    </>
  );
}

/** Channels of the plan are offered; any other may be typed. */
function Channels({ value, onChange }: { value: readonly string[]; onChange: (channels: string[]) => void }) {
  const t = useT();
  const known = useBook((book) =>
    book
      .order('channel', null)
      .map((id) => book.lines.get(id)?.mine.text ?? '')
      .join('\n'),
  );
  return (
    <ComboboxMany
      label={t('plans.detail.channels')}
      placeholder={t('plans.form.channelPlaceholder')}
      value={value}
      onChange={onChange}
      items={[...new Set([...known.split('\n').filter(Boolean), ...value])]}
      keyOf={(name) => name}
      labelOf={(name) => name}
      create={(name) => name}
    />
  );
}

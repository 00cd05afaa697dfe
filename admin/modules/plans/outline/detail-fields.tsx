import { channelKinds, moments, type Part, quotaPeriods, recipientModes, type UnitRef } from '#lib/plan-parts.ts';
import { useT } from '../../../texts/load.ts';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { LineEntry } from '../editing/book.ts';
import { UnitsField } from '../editing/units-field.tsx';
import { useDesk } from '../editing/use-desk.ts';

const texts = ['actor', 'product', 'deadline', 'due', 'to', 'ref', 'type', 'issuer', 'date'] as const;
const numbers = ['minCount', 'count'] as const;
const units = ['focalUnits', 'coordinatingUnits'] as const;
type TextName = (typeof texts)[number];
type Name = TextName | (typeof numbers)[number] | (typeof units)[number] | 'per' | 'moment';

/** What each part's lines carry beside their text, in the order it is asked for. */
const fieldsOfPart: Partial<Record<Part, readonly Name[]>> = {
  basis: ['type', 'ref', 'date', 'issuer'],
  area: ['focalUnits', 'coordinatingUnits'],
  quota: ['actor', 'minCount', 'product', 'per', 'deadline', 'to', 'moment'],
  deliverable: ['actor', 'count', 'product', 'due'],
  reporting: ['actor', 'per', 'due', 'to'],
};

export const hasDetails = (line: LineEntry): boolean =>
  line.mine.parentId === null && fieldsOfPart[line.mine.part] !== undefined;

/** The fields below a line; they are saved like the line itself. */
export function DetailFields({ line }: { line: LineEntry }) {
  return (
    <div className="my-2 grid gap-3 rounded-md border border-line bg-ground p-3 sm:grid-cols-2 md:grid-cols-3">
      {(fieldsOfPart[line.mine.part] ?? []).map((name) => (
        <DetailField key={name} line={line} name={name} />
      ))}
    </div>
  );
}

const has = <V extends string>(names: readonly V[], name: string): name is V =>
  (names as readonly string[]).includes(name);

function DetailField({ line, name }: { line: LineEntry; name: Name }) {
  const t = useT();
  const value = line.mine.detail[name];
  const put = usePutDetail(line);
  const field = { label: t(`plans.detail.${name}`), error: line.problem?.fields[`detail.${name}`] };
  if (has(units, name))
    return (
      <UnitsField
        {...field}
        className="sm:col-span-2 md:col-span-3"
        value={(value as UnitRef[] | undefined) ?? []}
        onChange={(chosen) => put(name, chosen)}
      />
    );
  if (name === 'per')
    return (
      <Select
        {...field}
        value={typeof value === 'string' ? value : ''}
        options={[
          { value: '', label: t('plans.mode.none') },
          ...quotaPeriods.map((one) => ({ value: one as string, label: t(`ui.per.${one}`) })),
        ]}
        onChange={(one) => put(name, one || null)}
      />
    );
  if (name === 'moment')
    return (
      <Select
        {...field}
        value={typeof value === 'string' ? value : 'sent'}
        options={moments.map((one) => ({ value: one as string, label: t(`ui.moment.${one}`) }))}
        onChange={(one) => put(name, one)}
      />
    );
  const number = has(numbers, name);
  return (
    <TextInput
      {...field}
      inputMode={number ? 'numeric' : undefined}
      maxLength={number ? 7 : 500}
      value={value === null || value === undefined ? '' : String(value)}
      onChange={(typed) => {
        if (!number) put(name, typed || null);
        else if (/^\d*$/.test(typed)) put(name, typed === '' ? null : Number(typed));
      }}
    />
  );
}

export function usePutDetail({ id, mine }: LineEntry): (name: string, value: unknown) => void {
  const { book } = useDesk();
  return (name, value) => book.write(id, { detail: { ...mine.detail, [name]: value } });
}

/** The one choice that stands beside the text of a channel or a recipient. */
export function InlineDetail({ line }: { line: LineEntry }) {
  const t = useT();
  const put = usePutDetail(line);
  const { part, detail } = line.mine;
  if (part === 'recipient')
    return (
      <Select
        hideLabel
        label={t('plans.detail.mode')}
        className="w-full sm:w-44"
        value={typeof detail.mode === 'string' ? detail.mode : ''}
        options={[
          { value: '', label: t('plans.mode.none') },
          ...recipientModes.map((mode) => ({ value: mode as string, label: t(`plans.mode.${mode}`) })),
        ]}
        onChange={(mode) => put('mode', mode || null)}
      />
    );
  if (part === 'channel')
    return (
      <Select
        hideLabel
        label={t('plans.detail.kind')}
        className="w-full sm:w-52"
        value={typeof detail.kind === 'string' ? detail.kind : 'portal'}
        options={channelKinds.map((kind) => ({ value: kind as string, label: t(`plans.channel.${kind}`) }))}
        onChange={(kind) => put('kind', kind)}
      />
    );
  return null;
}

import { dayOf } from '#lib/format.ts';
import { whatCounts } from '#lib/plan-parts.ts';
import { listTree } from '#modules/org/org.contract.ts';
import type { OutputRow } from '#modules/outputs/outputs.contract.ts';
import { useList } from '../../app/data.ts';
import type { Form } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export interface OutputValues {
  title: string;
  counts: OutputRow['counts'];
  madeOn: string | null;
  url: string;
  outlet: string;
  authorName: string;
  teamId: string;
}

export const emptyOutput = (): OutputValues => ({
  title: '',
  counts: 'unit-article',
  madeOn: dayOf(Date.now()),
  url: '',
  outlet: '',
  authorName: '',
  teamId: '',
});

export const valuesOf = (row: OutputRow): OutputValues => ({
  title: row.title,
  counts: row.counts,
  madeOn: row.madeOn,
  url: row.url ?? '',
  outlet: row.outlet ?? '',
  authorName: row.authorName ?? '',
  teamId: row.teamId ?? '',
});

export const sentValues = ({ madeOn, url, outlet, authorName, teamId, ...rest }: OutputValues) => ({
  ...rest,
  madeOn: madeOn ?? '',
  url: url.trim() || null,
  outlet: outlet.trim() || null,
  authorName: authorName.trim() || null,
  teamId: teamId || null,
});

/** What an item is: the same fields whether it is recorded or corrected. */
export function OutputFields({ form, unitId }: { form: Form<OutputValues>; unitId: string }) {
  const t = useT();
  const teams = useList(listTree, { parentId: unitId, limit: 100 }).items?.filter(
    (u) => u.kind === 'team' || u.kind === 'board',
  );
  return (
    <>
      <TextInput label={t('outputs.name')} required maxLength={500} {...form.field('title')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('outputs.kind')}
          required
          value={form.values.counts}
          onChange={(counts) => form.set({ counts: counts as OutputValues['counts'] })}
          options={whatCounts.map((value) => ({ value, label: t(`ui.counts.${value}`) }))}
        />
        <DateField label={t('outputs.day')} required max={dayOf(Date.now())} {...form.field('madeOn')} />
        <TextInput label={t('outputs.url')} inputMode="url" maxLength={2000} {...form.field('url')} />
        <TextInput label={t('outputs.outlet')} maxLength={200} {...form.field('outlet')} />
        <TextInput label={t('outputs.author')} maxLength={200} {...form.field('authorName')} />
        {teams && teams.length > 0 && (
          <Select
            label={t('outputs.team')}
            placeholder={t('outputs.noTeam')}
            {...form.field('teamId')}
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
          />
        )}
      </div>
    </>
  );
}

import type { PurposeChoice } from '#modules/articles/assignments.contract.ts';
import { useT } from '../../texts/load.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';

export interface PurposeValue {
  lineId: string | null;
  targetId: string | null;
  seriesId: string | null;
}

interface PurposeFieldsProps {
  choices: readonly PurposeChoice[];
  value: PurposeValue;
  onChange: (value: PurposeValue) => void;
  error?: string | undefined;
}

/** For which activity, which of its targets, and in which series: what is made then counts there by itself. */
export function PurposeFields({ choices, value, onChange, error }: PurposeFieldsProps) {
  const t = useT();
  const line = choices.find((one) => one.lineId === value.lineId) ?? null;
  return (
    <div className="flex flex-col gap-3">
      <Combobox
        label={t('assignments.line')}
        hint={t('assignments.line.hint')}
        items={[...choices]}
        value={line}
        keyOf={(one) => one.lineId}
        labelOf={(one) => one.lineText}
        error={error}
        onChange={(one) =>
          onChange({ lineId: one?.lineId ?? null, targetId: one?.targets[0]?.id ?? null, seriesId: null })
        }
      />
      {line && line.targets.length > 0 && (
        <Select
          label={t('assignments.target')}
          value={value.targetId ?? ''}
          options={line.targets.map((one) => ({
            value: one.id,
            label: `${one.product} (${t('assignments.countsWhen', { moment: t(`ui.moment.${one.moment}`) })})`,
          }))}
          onChange={(targetId) => onChange({ ...value, targetId })}
        />
      )}
      {line && line.series.length > 0 && (
        <Select
          label={t('assignments.series')}
          value={value.seriesId ?? ''}
          options={[
            { value: '', label: t('assignments.noSeries') },
            ...line.series.map((one) => ({ value: one.id, label: one.title })),
          ]}
          onChange={(seriesId) => onChange({ ...value, seriesId: seriesId || null })}
        />
      )}
    </div>
  );
}

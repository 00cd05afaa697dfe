import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import {
  type Assignment,
  createAssignment,
  editAssignment,
  getAssigning,
} from '#modules/articles/assignments.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { PurposeFields } from './purpose-fields.tsx';

type Assigning = OutputOf<typeof getAssigning>;

interface FormProps {
  unitId: string;
  /** Null asks for something new. */
  row: Assignment | null;
  /** The activity from which it is asked. */
  lineId: string;
  onClose: () => void;
}

export function AssignmentForm(props: FormProps) {
  const t = useT();
  const read = useRead(getAssigning, { unitId: props.unitId });
  return (
    <Card title={t(props.row ? 'assignments.edit' : 'assignments.new')}>
      {read.data ? (
        <Fields {...props} assigning={read.data} />
      ) : read.error ? (
        <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Card>
  );
}

/** 't:…' is a team, 'p:…' a person. */
const whoOf = (row: Assignment | null): string =>
  row?.personId ? `p:${row.personId}` : row?.teamId ? `t:${row.teamId}` : '';

function initialOf(row: Assignment | null, lineId: string, { choices, kinds }: Assigning) {
  const line = choices.find((one) => one.lineId === lineId);
  return {
    teamId: whoOf(row),
    kind: row?.kind ?? kinds.find((one) => one.code === 'bai')?.code ?? kinds[0]?.code ?? '',
    title: row?.title ?? line?.lineText ?? '',
    brief: row?.brief ?? '',
    wanted: String(row?.wanted ?? 1),
    dueOn: row?.dueOn ?? null,
    lineId: {
      lineId: row ? row.lineId : (line?.lineId ?? null),
      targetId: row ? row.targetId : (line?.targets[0]?.id ?? null),
      seriesId: row?.seriesId ?? null,
    },
  };
}

function Fields({ unitId, row, lineId, onClose, assigning }: FormProps & { assigning: Assigning }) {
  const t = useT();
  const language = useLanguage();
  const [id] = useState(() => newId());
  const form = useForm(initialOf(row, lineId, assigning));
  const done = {
    changes: ['/article-assignments'] as const,
    onDone: () => {
      toast({ tone: 'success', text: t('assignments.saved') });
      onClose();
    },
  };
  const create = useWrite(createAssignment, done);
  const edit = useWrite(editAssignment, done);
  const send = () => {
    const { teamId: who, lineId: purpose, wanted, ...facts } = form.values;
    const chosen = who.slice(2) || null;
    const asked = { teamId: who.startsWith('t:') ? chosen : null, personId: who.startsWith('p:') ? chosen : null };
    const all = { ...facts, ...asked, ...purpose, wanted: Number(wanted) };
    if (row) edit.mutate({ assignmentId: row.id, version: row.version, ...all }, { onError: form.fail });
    else create.mutate({ id, unitId, ...all }, { onError: form.fail });
  };
  return (
    <form
      noValidate
      className="flex max-w-[80ch] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {form.problem && <ProblemNotice problem={form.problem} />}
      <Select
        label={t('assignments.who')}
        required
        placeholder={t('assignments.who.choose')}
        options={[
          ...assigning.teams.map((one) => ({ value: `t:${one.id}`, label: one.name })),
          ...assigning.people.map((one) => ({ value: `p:${one.id}`, label: `${one.name} (${one.unitName})` })),
        ]}
        {...form.field('teamId')}
      />
      <TextInput label={t('assignments.title')} required maxLength={300} {...form.field('title')} />
      <TextArea label={t('assignments.brief')} hint={t('assignments.brief.hint')} rows={3} {...form.field('brief')} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={t('assignments.kind')}
          options={assigning.kinds.map((one) => ({
            value: one.code,
            label: language === 'vi' ? one.nameVi : one.nameEn,
          }))}
          {...form.field('kind')}
        />
        <TextInput label={t('assignments.wanted')} inputMode="numeric" maxLength={3} {...form.field('wanted')} />
        <DateField label={t('assignments.dueOn')} {...form.field('dueOn')} />
      </div>
      <PurposeFields choices={assigning.choices} {...form.field('lineId')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={create.isPending || edit.isPending}>
          {t(row ? 'ui.save' : 'assignments.give')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

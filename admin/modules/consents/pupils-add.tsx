import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { importPupils, putPupil } from '#modules/media/classes.contract.ts';
import { refresh, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { ImportReport } from './import-report.tsx';
import { mostSheetBytes, sendSheet } from './send-sheet.ts';

type Report = OutputOf<typeof importPupils>;
const changes = ['/classes', '/consent-overview', '/pupils-for-marking'];

/** A list pasted or uploaded, looked at before it is written; or one pupil by hand. */
export function PupilsAdd({ classId }: { classId: string }) {
  const t = useT();
  const [sheet, setSheet] = useState<Blob>();
  const [typed, setTyped] = useState('');
  const [report, setReport] = useState<Report>();
  const send = useMutation<Report, Problem, { body: Blob; commit: boolean }>({
    mutationFn: ({ body, commit }) => sendSheet(importPupils, classId, commit ? { commit: 'yes' } : {}, body),
    networkMode: 'always',
    onSuccess: async (answer) => {
      setReport(answer);
      if (answer.committed) await refresh(changes);
    },
  });
  const look = (body: Blob) => {
    setSheet(body);
    send.mutate({ body, commit: false });
  };
  const again = () => {
    setReport(undefined);
    send.reset();
  };
  if (report && sheet)
    return (
      <Card title={t('consents.import.title')}>
        <ImportReport
          report={report}
          busy={send.isPending}
          onCommit={() => send.mutate({ body: sheet, commit: true })}
          onAgain={again}
        />
      </Card>
    );
  const error = send.error && (send.error.fields?.file ?? send.error.title);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={t('consents.import.title')}>
        <div className="flex flex-col gap-4">
          <p className="text-sm text-muted">{t('consents.import.hint')}</p>
          <TextArea
            label={t('consents.import.paste')}
            hint={t('consents.import.pasteHint')}
            rows={5}
            value={typed}
            onChange={setTyped}
          />
          <div>
            <Button
              disabled={typed.trim() === ''}
              busy={send.isPending}
              onClick={() => look(new Blob([typed], { type: 'text/plain' }))}
            >
              {t('consents.import.look')}
            </Button>
          </div>
          <FileDrop
            label={t('consents.import.file')}
            accept={['.xlsx', '.csv']}
            maxBytes={mostSheetBytes}
            disabled={send.isPending}
            error={error}
            onFiles={([chosen]) => chosen && look(chosen)}
          />
        </div>
      </Card>
      <OnePupil classId={classId} />
    </div>
  );
}

function OnePupil({ classId }: { classId: string }) {
  const t = useT();
  const empty = { name: '', bornOn: null as string | null, code: '' };
  const [pupilId, setPupilId] = useState(() => newId());
  const form = useForm(empty);
  const add = useWrite(putPupil, {
    changes,
    onDone: (made) => {
      toast({ tone: 'success', text: t('consents.one.added', { name: made.name }) });
      form.reset(empty);
      setPupilId(newId());
    },
  });
  return (
    <Card title={t('consents.one.title')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ classId, pupilId, version: 0, ...form.values }, { onError: form.fail });
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <TextInput label={t('consents.one.name')} required maxLength={120} {...form.field('name')} />
        <DateField label={t('consents.one.born')} {...form.field('bornOn')} />
        <TextInput label={t('consents.one.code')} maxLength={30} {...form.field('code')} />
        <div>
          <Button type="submit" look="primary" busy={add.isPending}>
            {t('consents.one.add')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

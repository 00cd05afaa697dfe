import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { dayOf } from '#lib/format.ts';
import type { Purpose } from '#modules/media/classes.contract.ts';
import { readConsentSheet } from '#modules/media/consents.contract.ts';
import { refresh } from '../../app/data.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { toast } from '../../ui/toast.tsx';
import { RefusedRows } from './refused-rows.tsx';
import { mostSheetBytes, sendSheet } from './send-sheet.ts';

type Report = OutputOf<typeof readConsentSheet>;

/** A filled sheet comes back: what it changes is shown before it is recorded. */
export function SheetIn({ classId, purpose }: { classId: string; purpose: Purpose }) {
  const t = useT();
  const today = dayOf(Date.now());
  const [file, setFile] = useState<File>();
  const [givenOn, setGivenOn] = useState<string | null>(today);
  const [report, setReport] = useState<Report>();
  const send = useMutation<Report, Problem, { body: File; commit: boolean }>({
    mutationFn: ({ body, commit }) => {
      const query = { purpose, givenOn: givenOn ?? today, ...(commit && { commit: 'yes' }) };
      return sendSheet(readConsentSheet, classId, query, body);
    },
    networkMode: 'always',
    onSuccess: async (answer) => {
      if (!answer.committed) return setReport(answer);
      toast({ tone: 'success', text: t('consents.recorded', { n: answer.changed.length }) });
      setReport(undefined);
      await refresh(['/classes', '/consent-overview', '/pupils', '/picture-findings', '/media', '/withdrawals']);
    },
  });
  const look = (body: File) => {
    setFile(body);
    send.mutate({ body, commit: false });
  };
  return (
    <FieldGroup label={t('consents.sheet.title')} hint={t('consents.sheet.hint')}>
      {report && file ? (
        <Preview
          report={report}
          busy={send.isPending}
          onCommit={() => send.mutate({ body: file, commit: true })}
          onAgain={() => setReport(undefined)}
        />
      ) : (
        <div className="flex flex-col gap-3">
          <DateField label={t('consents.givenOn')} max={today} value={givenOn} onChange={setGivenOn} />
          <FileDrop
            label={t('consents.import.file')}
            accept={['.xlsx', '.csv']}
            maxBytes={mostSheetBytes}
            disabled={send.isPending}
            error={send.error && (send.error.fields?.file ?? send.error.title)}
            onFiles={([chosen]) => chosen && look(chosen)}
          />
        </div>
      )}
    </FieldGroup>
  );
}

interface PreviewProps {
  report: Report;
  busy: boolean;
  onCommit: () => void;
  onAgain: () => void;
}

function Preview({ report, busy, onCommit, onAgain }: PreviewProps) {
  const t = useT();
  const n = report.changed.length;
  return (
    <div className="flex flex-col gap-3">
      <p role="status">{t('consents.sheet.changes', { n, unchanged: report.unchanged })}</p>
      {n > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {report.changed.map((row) => (
            <li key={row.row} className="flex flex-wrap justify-between gap-x-4 px-3 py-1">
              <span>{row.name}</span>
              <span className="text-sm text-muted">
                {t('consents.sheet.line', { given: row.given, refused: row.refused })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <RefusedRows rows={report.refused} />
      <div className="flex flex-wrap gap-3">
        {n > 0 && (
          <Button look="primary" busy={busy} onClick={onCommit}>
            {t('consents.sheet.commit', { n })}
          </Button>
        )}
        <Button onClick={onAgain}>{t('consents.import.again')}</Button>
      </div>
    </div>
  );
}

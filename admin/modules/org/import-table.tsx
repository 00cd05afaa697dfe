import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportKind, ImportReport } from '#modules/org/imports.contract.ts';
import { refresh } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportRows } from './import-rows.tsx';
import { sendTable, type TableToSend } from './send-table.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** The file: looked at first, with every row's fate; brought in with a second press. */
export function ImportTable({ kind, unitId, onDone }: { kind: ImportKind; unitId: string; onDone: () => void }) {
  const t = useT();
  const [file, setFile] = useState<File>();
  // Kept apart from the call, so that the preview stays while the rows are brought in.
  const [report, setReport] = useState<ImportReport>();
  const send = useMutation<ImportReport, Problem, TableToSend>({
    mutationFn: sendTable,
    networkMode: 'always',
    onSuccess: async (answer) => {
      setReport(answer);
      if (!answer.committed) return;
      onDone();
      await refresh(['/units', '/unit-tree', '/unit-counts', '/people', '/posts', '/home']);
    },
  });
  const look = (chosen: File) => {
    setFile(chosen);
    send.mutate({ unitId, kind, file: chosen, commit: false });
  };
  const again = () => {
    setFile(undefined);
    setReport(undefined);
    send.reset();
  };
  if (!file || !report) {
    return (
      <Card title={t('org.import.step2')}>
        <FileDrop
          label={t('org.import.file')}
          accept={['.xlsx', '.csv']}
          maxBytes={MOST_BYTES}
          disabled={send.isPending}
          error={send.error && (send.error.fields?.file ?? send.error.title)}
          onFiles={([chosen]) => chosen && look(chosen)}
        />
        <p role="status" className="mt-2 text-muted">
          {send.isPending && file && t('org.import.reading', { name: file.name })}
        </p>
      </Card>
    );
  }
  if (report.committed) return <Done report={report} onAgain={again} />;
  return (
    <Card
      title={t('org.import.step3')}
      action={
        <Button size="sm" onClick={again}>
          {t('org.import.otherFile')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {send.error && <Notice live tone="danger" title={send.error.title} />}
        <p role="status">{t('org.import.previewOf', { name: report.fileName })}</p>
        <ImportRows kind={kind} report={report} />
        <Commit
          report={report}
          busy={send.isPending}
          onCommit={() => send.mutate({ unitId, kind, file, commit: true })}
        />
      </div>
    </Card>
  );
}

function Commit({ report, busy, onCommit }: { report: ImportReport; busy: boolean; onCommit: () => void }) {
  const t = useT();
  const n = report.added + report.changed;
  if (n === 0 && report.unchanged === 0) return <Notice tone="warning" title={t('org.import.acceptedNone')} />;
  if (n === 0) return <Notice title={t('org.import.nothing')} />;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button look="primary" busy={busy} onClick={onCommit}>
        {t('org.import.commit', { n })}
      </Button>
      {report.refused.length > 0 && (
        <span className="text-muted">{t('org.import.leaveOut', { n: report.refused.length })}</span>
      )}
    </div>
  );
}

function Done({ report, onAgain }: { report: ImportReport; onAgain: () => void }) {
  const t = useT();
  const { added, changed, unchanged } = report;
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Notice
          live
          tone="success"
          title={t('org.import.done', { name: report.fileName })}
          action={
            <>
              {report.kind === 'schools' ? (
                <LinkButton to={paths.units.to()}>{t('org.import.seeUnits')}</LinkButton>
              ) : (
                <LinkButton to={paths.people.to()}>{t('org.import.seePeople')}</LinkButton>
              )}
              <Button onClick={onAgain}>{t('org.import.again')}</Button>
            </>
          }
        >
          {t('org.import.doneHint', { added, changed, unchanged, refused: report.refused.length })}
        </Notice>
        {report.refused.length > 0 && <ImportRows kind={report.kind} report={report} />}
      </div>
    </Card>
  );
}

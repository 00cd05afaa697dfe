import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type ChangeTable, changeByTable, getChangeSample } from '#modules/org/reorganisation.contract.ts';
import { sendBytes } from '../../app/client.ts';
import { refresh } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { DownloadLink, LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { UndoBatch } from './reorganise-batch.tsx';
import { TableRows } from './reorganise-rows.tsx';

const MOST_BYTES = 20 * 1024 * 1024;
interface ToSend {
  file: File;
  commit: boolean;
}

async function sendTable({ file, commit }: ToSend): Promise<ChangeTable> {
  const query = new URLSearchParams({ fileName: file.name.normalize('NFC').slice(-200) });
  if (commit) query.set('commit', 'yes');
  return (await sendBytes(changeByTable.method, `/api${changeByTable.path}?${query}`, file)) as ChangeTable;
}

/** Many changes by one table: looked at line by line first, carried out together with a second press. */
export default function ReorganiseTablePage() {
  const t = useT();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<ChangeTable>();
  const send = useMutation<ChangeTable, Problem, ToSend>({
    mutationFn: sendTable,
    networkMode: 'always',
    onSuccess: async (answer) => {
      setReport(answer);
      if (answer.committed) await refresh(['/unit', '/people', '/plans', '/home']);
    },
  });
  const again = () => {
    setFile(undefined);
    setReport(undefined);
    send.reset();
  };
  return (
    <Page
      title={t('reorganise.table.title')}
      lead={t('reorganise.table.lead')}
      crumbs={[{ label: t('reorganise.title'), to: paths.reorganise.to() }]}
    >
      {report && file ? (
        <Report
          report={report}
          error={send.error}
          busy={send.isPending}
          onCommit={() => send.mutate({ file, commit: true })}
          onAgain={again}
        />
      ) : (
        <Choose
          error={send.error}
          reading={send.isPending ? file?.name : undefined}
          onFile={(chosen) => {
            setFile(chosen);
            send.mutate({ file: chosen, commit: false });
          }}
        />
      )}
    </Page>
  );
}

interface ChooseProps {
  error: Problem | null;
  reading: string | undefined;
  onFile: (file: File) => void;
}

function Choose({ error, reading, onFile }: ChooseProps) {
  const t = useT();
  return (
    <>
      <Card title={t('reorganise.table.step1')}>
        <div className="flex flex-col items-start gap-3">
          <p>{t('reorganise.table.columns')}</p>
          <DownloadLink href={`/api${getChangeSample.path}`}>{t('reorganise.table.sample')}</DownloadLink>
        </div>
      </Card>
      <Card title={t('reorganise.table.step2')}>
        <FileDrop
          label={t('reorganise.table.file')}
          accept={['.xlsx', '.csv']}
          maxBytes={MOST_BYTES}
          disabled={reading !== undefined}
          error={error && (error.fields?.file ?? error.title)}
          onFiles={([chosen]) => chosen && onFile(chosen)}
        />
        <p role="status" className="mt-2 text-muted">
          {reading !== undefined && t('reorganise.table.reading', { name: reading })}
        </p>
      </Card>
    </>
  );
}

interface ReportProps {
  report: ChangeTable;
  error: Problem | null;
  busy: boolean;
  onCommit: () => void;
  onAgain: () => void;
}

function Report({ report, error, busy, onCommit, onAgain }: ReportProps) {
  const t = useT();
  const { changes, refused, committed, batchId, fileName } = report;
  return (
    <Card
      title={t(committed ? 'reorganise.table.doneTitle' : 'reorganise.table.step3')}
      action={
        <Button size="sm" onClick={onAgain}>
          {t('reorganise.table.other')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <Notice live tone="danger" title={error.title} />}
        {committed ? (
          <Notice
            live
            tone="success"
            title={t('reorganise.table.done', { n: changes, name: fileName })}
            action={<LinkButton to={paths.reorganise.to()}>{t('reorganise.table.seeAll')}</LinkButton>}
          />
        ) : (
          <p role="status">{t('reorganise.table.previewOf', { name: fileName, n: changes, refused })}</p>
        )}
        <TableRows report={report} />
        {committed && batchId && <UndoBatch batchId={batchId} />}
        {!committed && refused > 0 && <Notice tone="warning" title={t('reorganise.table.wrong')} />}
        {!committed && refused === 0 && (
          <div>
            <Button look="primary" busy={busy} onClick={onCommit}>
              {t('reorganise.table.commit', { n: changes })}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

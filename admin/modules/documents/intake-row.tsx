import FileText from 'lucide-react/icons/file-text';
import X from 'lucide-react/icons/x';
import { formatBytes } from '#lib/format.ts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { DocumentState } from './document-signs.tsx';
import type { Intake, IntakeList } from './use-intake.ts';
import { useReading } from './use-reading.ts';

/** One file of the import page: on its way, waiting for its entry, being read, ready, or refused with what to do. */
export function IntakeRow({ item, list }: { item: Intake; list: IntakeList }) {
  const t = useT();
  const language = useLanguage();
  const document = useReading(item.document);
  // What the server refused once it refuses again.
  const refused =
    item.problem !== undefined && item.problem !== null && item.problem.status !== 0 && item.problem.status < 500;
  return (
    <li className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-64 items-center gap-3">
          <FileText size={20} className="shrink-0 text-muted" aria-hidden />
          <div className="min-w-0">
            <p className="font-semibold wrap-anywhere">{item.file.name}</p>
            <p className="text-xs text-muted">{formatBytes(item.file.size, language)}</p>
          </div>
        </div>
        {!document && !refused && (
          <TextInput
            label={t('documents.arrivalNoOf', { name: item.file.name })}
            hideLabel
            placeholder={t('documents.arrivalNo')}
            className="w-28"
            maxLength={20}
            value={item.arrivalNo}
            onChange={(arrivalNo) => list.change(item.id, { arrivalNo })}
          />
        )}
        <div className="flex min-w-36 items-center justify-end gap-2">
          <RowState item={item} state={document?.state} />
          {document?.state === 'review' && (
            <LinkButton size="sm" look="primary" to={paths.incomingReview.to({ documentId: document.id })}>
              {t('documents.review')}
            </LinkButton>
          )}
          {!document && (
            <IconButton
              icon={X}
              tip="end"
              label={t('documents.removeFile', { name: item.file.name })}
              onClick={() => list.remove(item.id)}
            />
          )}
        </div>
      </div>
      {document?.failure && (
        <Notice
          live
          tone="danger"
          title={document.failure}
          action={
            <LinkButton size="sm" to={paths.incomingDocument.to({ documentId: document.id })}>
              {t('documents.openEntry')}
            </LinkButton>
          }
        >
          {t('documents.failedHint')}
        </Notice>
      )}
      {item.problem && (
        <Notice
          live
          tone="danger"
          title={item.problem.title}
          action={
            !refused && (
              <Button size="sm" onClick={() => list.retry(item.id)}>
                {t('ui.retry')}
              </Button>
            )
          }
        />
      )}
    </li>
  );
}

function RowState({ item, state }: { item: Intake; state: Parameters<typeof DocumentState>[0]['state'] | undefined }) {
  const t = useT();
  if (state) return <DocumentState state={state} />;
  if (item.problem) return <StateTag tone="danger">{t('documents.uploadFailed')}</StateTag>;
  if (item.fileId) return <StateTag tone="success">{t('documents.uploaded')}</StateTag>;
  return (
    <Progress done={Math.round(item.share * 100)} total={100} label={t('ui.file.sending', { name: item.file.name })} />
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { type ReceivedDocument, receiveDocument } from '#modules/documents/documents.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useDraft } from '../../app/draft.ts';
import { DraftNotice } from '../../app/draft-notice.tsx';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { DocumentState } from './document-signs.tsx';
import { useOpenWhenRead } from './use-open-when-read.ts';
import { useReading } from './use-reading.ts';

/** Text copied from a web page, a mail or a chat. What is pasted stays on this machine until it has been taken in. */
export function ImportPaste({ unitId }: { unitId: string }) {
  const t = useT();
  const navigate = useNavigate();
  const draft = useDraft(`paste:${unitId}`, '');
  const form = useForm({ arrivalNo: '', arrivedOn: dayOf(Date.now()) as string | null });
  const [missing, setMissing] = useState(false);
  const [received, setReceived] = useState<ReceivedDocument>();
  const receive = useWrite(receiveDocument, {
    changes: ['/documents', '/home'],
    onDone: (document) => {
      setReceived(document);
      draft.clear();
    },
  });
  const document = useReading(received);
  useOpenWhenRead(
    received,
    (documentId) => void navigate({ to: paths.incomingReview.to({ documentId }), replace: true }),
  );
  const submit = () => {
    setMissing(draft.value.trim() === '');
    if (draft.value.trim() === '') return;
    const { arrivalNo, arrivedOn } = form.values;
    const day = arrivedOn ?? undefined;
    receive.mutate(
      { unitId, pasted: draft.value, arrivalNo: arrivalNo.trim() || null, arrivedOn: day },
      { onError: form.fail },
    );
  };
  if (document && document.state !== 'failed') {
    return (
      <Notice live title={t('documents.pasteReading')} action={<DocumentState state={document.state} />}>
        {t('documents.pasteReadingHint')}
      </Notice>
    );
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!receive.isPending) submit();
      }}
    >
      <DraftNotice draft={draft} />
      {document?.failure && <Notice live tone="danger" title={document.failure} />}
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <TextArea
        label={t('documents.pasted')}
        hint={t('documents.pastedHint')}
        rows={14}
        className="[&_textarea]:max-h-[60dvh] [&_textarea]:font-document"
        value={draft.value}
        error={missing ? t('documents.pastedMissing') : undefined}
        onChange={(text) => {
          setMissing(false);
          draft.set(text);
        }}
      />
      <div className="flex flex-wrap items-end gap-4">
        <TextInput label={t('documents.arrivalNo')} className="w-32" maxLength={20} {...form.field('arrivalNo')} />
        <DateField label={t('documents.arrivedOn')} className="w-48" {...form.field('arrivedOn')} />
        <Button type="submit" look="primary" busy={receive.isPending}>
          {t('documents.enter')}
        </Button>
      </div>
    </form>
  );
}

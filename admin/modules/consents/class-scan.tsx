import { useState } from 'react';
import { attachEvidence } from '#modules/media/consents.contract.ts';
import { useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

/** One scan of the forms of a class, tied to every answer that holds. */
export function ClassScan({ classId, unitId }: { classId: string; unitId: string }) {
  const t = useT();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const attach = useWrite(attachEvidence, {
    changes: ['/classes', '/pupils'],
    onDone: ({ answers }) => {
      toast({ tone: 'success', text: t('consents.scan.done', { n: answers }) });
      setFile(null);
    },
  });
  return (
    <div className="flex flex-col gap-3">
      <FileField
        label={t('consents.scan.title')}
        hint={t('consents.scan.hint')}
        unitId={unitId}
        accept={['.pdf', '.jpg', '.jpeg', '.png']}
        value={file}
        onChange={setFile}
        error={attach.error?.title}
      />
      {file && (
        <div>
          <Button
            look="primary"
            busy={attach.isPending}
            onClick={() =>
              attach.mutate(
                { classId, fileId: file.id },
                { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
              )
            }
          >
            {t('consents.scan.attach')}
          </Button>
        </div>
      )}
    </div>
  );
}

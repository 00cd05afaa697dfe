import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { recordOutput } from '#modules/outputs/outputs.contract.ts';
import { useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { emptyOutput, OutputFields, sentValues } from './output-fields.tsx';

/** Files that show what the web does not. */
const accept = ['.jpg', '.jpeg', '.png', '.webp', '.pdf', '.docx', '.xlsx', '.mp3', '.m4a', '.mp4'];

type Reached = 'sent' | 'approved' | 'published';

/** An item that is not on the web, or whose facts somebody wants to write down at once. */
export default function OutputNewPage() {
  const t = useT();
  const { unit } = useSession();
  return (
    <Page
      width="reading"
      title={t('outputs.new')}
      lead={t('outputs.newLead', { unit: unit?.name ?? '' })}
      crumbs={[{ label: t('outputs.title'), to: paths.outputs.to() }]}
      action={<Link to={paths.outputPaste.to()}>{t('outputs.paste')}</Link>}
    >
      {unit && <NewOutput key={unit.id} unitId={unit.id} />}
    </Page>
  );
}

function NewOutput({ unitId }: { unitId: string }) {
  const t = useT();
  const navigate = useNavigate();
  const form = useForm(emptyOutput());
  const [id] = useState(() => newId());
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [reached, setReached] = useState<Reached>('sent');
  const record = useWrite(recordOutput, {
    changes: ['/outputs', '/quotas'],
    onDone: (made) => {
      const joined = made.joinedTo !== null;
      toast({
        tone: joined ? 'info' : 'success',
        text: joined
          ? t('outputs.savedJoined', { title: made.joinedTitle ?? '' })
          : t('outputs.saved', { title: made.title }),
      });
      void navigate({ to: paths.output.to({ outputId: made.joinedTo ?? made.id }) });
    },
  });
  const submit = () =>
    record.mutate(
      { id, unitId, fileId: file?.id ?? null, reached, ...sentValues(form.values) },
      { onError: form.fail },
    );
  return (
    <Card>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!record.isPending) submit();
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <OutputFields form={form} unitId={unitId} />
        <RadioGroup
          inline
          label={t('outputs.reached')}
          value={reached}
          onChange={(value) => setReached(value as Reached)}
          options={(['sent', 'approved', 'published'] as const).map((value) => ({
            value,
            label: t(`outputs.moment.${value}`),
          }))}
        />
        <FileField
          label={t('outputs.file')}
          hint={t('outputs.fileHint')}
          accept={accept}
          unitId={unitId}
          value={file}
          onChange={setFile}
        />
        <div>
          <Button type="submit" look="primary" busy={record.isPending}>
            {t('outputs.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { createClass } from '#modules/media/classes.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

export function ClassAdd(props: { unitId: string; schoolYear: number; onDone: () => void }) {
  const t = useT();
  const go = useNavigate();
  const [id] = useState(() => newId());
  const form = useForm({ name: '', grade: '' });
  const add = useWrite(createClass, {
    changes: ['/classes', '/consent-overview'],
    onDone: (made) => {
      toast({ tone: 'success', text: t('consents.classAdded', { name: made.name }) });
      props.onDone();
      void go({ to: paths.schoolClass.to({ classId: made.id }) });
    },
  });
  const { unitId, schoolYear } = props;
  return (
    <Card title={t('consents.addClass')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ id, unitId, schoolYear, ...form.values }, { onError: form.fail });
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <div className="flex flex-wrap gap-4">
          <TextInput
            label={t('consents.className')}
            hint={t('consents.classNameHint')}
            required
            autoFocus
            {...form.field('name')}
          />
          <TextInput label={t('consents.grade')} {...form.field('grade')} />
        </div>
        <div className="flex gap-3">
          <Button look="primary" type="submit" busy={add.isPending}>
            {t('consents.save')}
          </Button>
          <Button onClick={props.onDone}>{t('consents.cancel')}</Button>
        </div>
      </form>
    </Card>
  );
}

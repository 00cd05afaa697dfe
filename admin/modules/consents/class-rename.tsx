import PenLine from 'lucide-react/icons/pen-line';
import { useState } from 'react';
import { editClass, type SchoolClass } from '#modules/media/classes.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** A slip in the name of a class is put right; consents stay with the pupils. */
export function ClassRename({ of }: { of: SchoolClass }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const form = useForm({ name: of.name, grade: of.grade ?? '' });
  const save = useWrite(editClass, { changes: ['/classes', '/consent-overview'], onDone: () => setOpen(false) });
  if (!of.can.includes('edit')) return null;
  return (
    <Popover
      label={t('consents.rename')}
      open={open}
      onOpen={setOpen}
      align="end"
      className="w-80 max-w-full p-4"
      trigger={<Button icon={PenLine}>{t('consents.rename')}</Button>}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ classId: of.id, version: of.version, ...form.values }, { onError: form.fail });
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <TextInput label={t('consents.className')} required maxLength={60} {...form.field('name')} />
        <TextInput label={t('consents.grade')} maxLength={30} {...form.field('grade')} />
        <Button look="primary" type="submit" busy={save.isPending}>
          {t('consents.save')}
        </Button>
      </form>
    </Popover>
  );
}

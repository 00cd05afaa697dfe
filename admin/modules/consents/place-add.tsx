import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { addStep } from '#modules/media/withdrawals.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** A place the system does not know of: a panel, a printed issue. */
export function PlaceAdd({ withdrawalId }: { withdrawalId: string }) {
  const t = useT();
  const [id, setId] = useState(() => newId());
  const form = useForm({ place: '' });
  const add = useWrite(addStep, {
    changes: ['/withdrawals', '/withdrawal-steps', '/consent-overview'],
    onDone: () => {
      form.reset({ place: '' });
      setId(newId());
    },
  });
  return (
    <form
      className="flex flex-wrap items-end gap-3 border-t border-line px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ withdrawalId, id, place: form.values.place }, { onError: form.fail });
      }}
    >
      <TextInput
        label={t('consents.w.addPlace')}
        hint={t('consents.w.placeHint')}
        required
        maxLength={300}
        className="min-w-64 flex-1"
        {...form.field('place')}
      />
      <Button type="submit" busy={add.isPending}>
        {t('consents.w.add')}
      </Button>
    </form>
  );
}

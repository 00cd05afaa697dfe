import { newId } from '#lib/id.ts';
import { type HookEvent, hookEvents, makeWebhook } from '#modules/webhooks/webhooks.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Shown } from './webhooks-page.tsx';

/** Registers an address: for which unit, where, and of what it is told. */
export function NewHook({ onMade }: { onMade: (shown: Shown) => void }) {
  const t = useT();
  const { me } = useSession();
  const units = me.units.filter((unit) => unit.rights.includes('webhooks.manage'));
  const empty = { unitId: units[0]?.id ?? '', name: '', url: '', events: [] as HookEvent[] };
  const form = useForm({ ...empty, id: newId(Date.now()) });
  const make = useWrite(makeWebhook, {
    changes: ['/webhooks'],
    onDone: ({ secret, row }) => {
      onMade({ name: row.name, secret });
      form.reset({ ...empty, id: newId(Date.now()) });
      window.scrollTo({ top: 0 });
    },
  });
  const { events } = form.values;
  const toggle = (event: HookEvent) =>
    form.set({ events: events.includes(event) ? events.filter((one) => one !== event) : [...events, event] });
  return (
    <Card title={t('webhooks.new')}>
      <form
        noValidate
        className="grid gap-5 sm:grid-cols-2"
        onSubmit={(submit) => {
          submit.preventDefault();
          make.mutate(form.values, { onError: form.fail });
        }}
      >
        {form.problem && (
          <div className="sm:col-span-2">
            <Notice live tone="danger" title={form.problem.title} />
          </div>
        )}
        <TextInput label={t('webhooks.name')} required maxLength={120} {...form.field('name')} />
        <Select
          label={t('webhooks.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          {...form.field('unitId')}
        />
        <TextInput
          className="sm:col-span-2"
          type="url"
          inputMode="url"
          label={t('webhooks.url')}
          hint={t('webhooks.urlHint')}
          required
          maxLength={2000}
          {...form.field('url')}
        />
        <FieldGroup className="sm:col-span-2" label={t('webhooks.tell')} required error={form.field('events').error}>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {hookEvents.map((event) => (
              <Checkbox
                key={event}
                label={t(`webhooks.event.${event}`)}
                checked={events.includes(event)}
                onChange={() => toggle(event)}
              />
            ))}
          </div>
        </FieldGroup>
        <div className="sm:col-span-2">
          <Button type="submit" look="primary" busy={make.isPending}>
            {t('webhooks.make')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

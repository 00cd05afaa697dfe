import {
  addOutlet,
  editOutlet,
  type OutletKind,
  type OutletRow,
  outletKinds,
} from '#modules/channels/outlets.contract.ts';
import { useWrite } from '../../app/data.ts';
import { type Form, useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

const factsOf = (outlet: OutletRow | null) => ({
  kind: outlet?.kind ?? ('newspaper' as OutletKind),
  name: outlet?.name ?? '',
  host: outlet?.host ?? '',
  contactName: outlet?.contactName ?? '',
  contactEmail: outlet?.contactEmail ?? '',
  contactPhone: outlet?.contactPhone ?? '',
  note: outlet?.note ?? '',
  onPressList: outlet?.onPressList ?? false,
});
type Facts = ReturnType<typeof factsOf>;

/** A new outlet, or one to correct, to put on the press list or to end. */
export function OutletForm({
  unitId,
  outlet,
  onClose,
}: {
  unitId: string;
  outlet: OutletRow | null;
  onClose: () => void;
}) {
  const t = useT();
  const form = useForm(factsOf(outlet));
  const onDone = () => {
    toast({ tone: 'success', text: t('channels.outlets.saved') });
    onClose();
  };
  const add = useWrite(addOutlet, { changes: ['/outlets'], onDone });
  const edit = useWrite(editOutlet, { changes: ['/outlets'], onDone });
  const save = (more: { ended?: boolean } = {}) => {
    const given = { ...form.values, host: form.values.host || null };
    if (outlet)
      edit.mutate({ outletId: outlet.id, version: outlet.version, ...given, ...more }, { onError: form.fail });
    else add.mutate({ unitId, ...given }, { onError: form.fail });
  };
  const ended = outlet?.endedOn != null;
  return (
    <Card title={outlet ? outlet.name : t('channels.outlets.add')}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <OutletFields form={form} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={add.isPending || edit.isPending}>
            {t('ui.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          {outlet && (
            <Button look="quiet" onClick={() => save({ ended: !ended })}>
              {t(ended ? 'channels.outlets.reopen' : 'channels.outlets.end')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}

function OutletFields({ form }: { form: Form<Facts> }) {
  const t = useT();
  return (
    <>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <TextInput label={t('channels.outlets.name')} required autoFocus maxLength={200} {...form.field('name')} />
        <Select
          label={t('channels.outlets.kind')}
          options={outletKinds.map((value) => ({ value, label: t(`channels.kind.${value}`) }))}
          value={form.values.kind}
          onChange={(kind) => form.set({ kind: kind as OutletKind })}
        />
        <TextInput label={t('channels.outlets.contactName')} maxLength={200} {...form.field('contactName')} />
        <TextInput label={t('channels.outlets.phone')} type="tel" maxLength={50} {...form.field('contactPhone')} />
        <TextInput
          label={t('channels.outlets.email')}
          hint={t('channels.outlets.emailHint')}
          type="email"
          maxLength={200}
          {...form.field('contactEmail')}
        />
        <TextInput
          label={t('channels.outlets.host')}
          hint={t('channels.outlets.hostHint')}
          maxLength={200}
          {...form.field('host')}
        />
      </div>
      <TextArea label={t('channels.outlets.note')} rows={2} {...form.field('note')} />
      <Checkbox
        label={t('channels.outlets.onList')}
        checked={form.values.onPressList}
        onChange={(onPressList) => form.set({ onPressList })}
      />
    </>
  );
}

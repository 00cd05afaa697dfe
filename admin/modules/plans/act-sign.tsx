import type { Plan } from '#modules/plans/plans.contract.ts';
import { signPlan } from '#modules/plans/steps.contract.ts';
import { useForm } from '../../app/form.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ActForm, onPlan, useAct } from './act-form.tsx';
import type { ActProps } from './act-panel.tsx';

const modes = ['KT.', 'TM.', 'TL.', 'TUQ.', 'Q.'] as const;
type Mode = (typeof modes)[number] | '';

export interface SignerValues {
  mode: Mode;
  onBehalf: string;
  position: string;
  name: string;
}

export const signerValues = (signer: Plan['signer'], name = ''): SignerValues => ({
  mode: signer.mode ?? '',
  onBehalf: signer.onBehalf ?? '',
  position: signer.position ?? '',
  name: signer.name ?? name,
});

/** What is sent: empty boxes are null, and a name behind "KT." only where there is a capacity. */
export const signerOf = (v: SignerValues): Plan['signer'] => ({
  mode: v.mode || null,
  onBehalf: v.mode ? v.onBehalf.trim() || null : null,
  position: v.position.trim() || null,
  name: v.name.trim() || null,
});

/** Ký: the capacity, position and name as they will be printed, filled in from the plan. */
export function SignForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const { me } = useSession();
  const form = useForm(signerValues(plan.signer, me.person.name));
  const act = useAct(signPlan, t('plans.sign.done'), onClose);
  return (
    <ActForm
      lead={t('plans.sign.lead')}
      verb={t('plans.sign.send')}
      busy={act.isPending}
      problem={act.error}
      onSend={() => act.mutate({ ...onPlan(plan), signer: signerOf(form.values) }, { onError: form.fail })}
      onClose={onClose}
    >
      <SignerFields values={form.values} onChange={form.set} />
    </ActForm>
  );
}

/** Capacity, position and name of a signer; also in the header of the editor. */
export function SignerFields(props: { values: SignerValues; onChange: (change: Partial<SignerValues>) => void }) {
  const { values, onChange } = props;
  const t = useT();
  return (
    <div className="grid max-w-[80ch] gap-4 sm:grid-cols-2">
      <Select
        label={t('plans.sign.mode')}
        value={values.mode}
        onChange={(mode: Mode) => onChange({ mode })}
        options={[
          { value: '', label: t('plans.sign.mode.own') },
          ...modes.map((mode) => ({ value: mode, label: t(`plans.sign.mode.${mode}`) })),
        ]}
      />
      {values.mode !== '' && (
        <TextInput
          label={t('plans.sign.onBehalf')}
          hint={t('plans.sign.onBehalfHint', { mode: values.mode })}
          value={values.onBehalf}
          onChange={(onBehalf) => onChange({ onBehalf })}
        />
      )}
      <TextInput
        label={t('plans.sign.position')}
        value={values.position}
        onChange={(position) => onChange({ position })}
      />
      <TextInput
        label={t('plans.sign.name')}
        hint={t('plans.sign.nameHint')}
        value={values.name}
        onChange={(name) => onChange({ name })}
      />
    </div>
  );
}

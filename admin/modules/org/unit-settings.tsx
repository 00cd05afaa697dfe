import { type SigningStep, signingSteps } from '#lib/unit-kinds.ts';
import { getUnit, setSettings, type UnitDetail } from '#modules/org/org.contract.ts';
import { keyOf, queries, refresh, useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Switch } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

/** The optional steps of the way to a signature; a switch takes effect at once and can be taken back. */
export function UnitSettings({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const mayChange = unit.can.includes('set-settings');
  const save = useWrite(setSettings, {
    onDone: (now) => queries.setQueryData(keyOf(getUnit, { unitId: now.id }), now),
  });
  const { settings } = unit;
  const turn = (step: SigningStep, on: boolean, version = settings.version, from = settings.signingSteps) => {
    const chosen = signingSteps.filter((one) => (one === step ? on : from.includes(one)));
    save.mutate(
      { unitId: unit.id, version, signingSteps: chosen, ownRegister: settings.ownRegister },
      {
        onSuccess: (now) =>
          toast({
            text: t('org.settings.saved'),
            undo: () => turn(step, !on, now.settings.version, now.settings.signingSteps),
          }),
        onError: (problem) => problem.status === 409 && void refresh(['/units']),
      },
    );
  };
  return (
    <div className="max-w-reading">
      <Card title={t('org.settings.title')}>
        <div className="flex flex-col gap-4">
          <p className="text-muted">{t('org.settings.lead')}</p>
          {save.error && (
            <Notice
              live
              tone="warning"
              title={save.error.status === 409 ? t('org.settings.conflict') : save.error.title}
            />
          )}
          {signingSteps.map((step) => (
            <Switch
              key={step}
              label={t(`org.settings.${step}`)}
              hint={t(`org.settings.${step}.hint`)}
              checked={settings.signingSteps.includes(step)}
              disabled={!mayChange || save.isPending}
              onChange={(on) => turn(step, on)}
            />
          ))}
          {!mayChange && <p className="text-xs text-muted">{t('org.settings.readOnly')}</p>}
        </div>
      </Card>
    </div>
  );
}

import { useState } from 'react';
import { getNewsroom } from '#modules/articles/articles.contract.ts';
import { addOfferRule, endOfferRule, listOfferRules, type OfferRule } from '#modules/articles/offer-rules.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';

const changes = ['/offer-rules'] as const;

/** What the unit offers upwards by itself as soon as it is approved. */
export function OfferRules({ unitId }: { unitId: string }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const kinds = useKinds();
  const { data } = useRead(listOfferRules, { unitId });
  if (!data || data.receivers.length === 0) return null;
  const action = !adding && (
    <Button size="sm" onClick={() => setAdding(true)}>
      {t('offers.rules.add')}
    </Button>
  );
  return (
    <Card title={t('offers.rules.title')} action={action}>
      <div className="flex flex-col gap-3">
        {data.items.length === 0 ? (
          <p className="text-sm text-muted">{t('offers.rules.none')}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {data.items.map((rule) => (
              <OneRule key={rule.id} rule={rule} kinds={kinds} />
            ))}
          </ul>
        )}
        {adding && (
          <RuleForm unitId={unitId} receivers={data.receivers} kinds={kinds} onClose={() => setAdding(false)} />
        )}
      </div>
    </Card>
  );
}

type Kinds = { code: string; name: string }[];

function useKinds(): Kinds {
  const vi = useLanguage() === 'vi';
  const { data } = useRead(getNewsroom, {});
  return (data?.kinds ?? []).map(({ code, nameVi, nameEn }) => ({ code, name: vi ? nameVi : nameEn }));
}

function OneRule({ rule, kinds }: { rule: OfferRule; kinds: Kinds }) {
  const t = useT();
  const end = useWrite(endOfferRule, { changes, onDone: () => toast({ text: t('offers.rules.ended') }) });
  const names = rule.kinds.map((code) => kinds.find((kind) => kind.code === code)?.name ?? code);
  const said = t('offers.rules.one', { kinds: names.join(', ') || t('offers.rules.all'), unit: rule.toUnitName });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="min-w-0 wrap-anywhere">{said}</span>
      <Button
        size="sm"
        look="quiet"
        busy={end.isPending}
        aria-label={`${t('offers.rules.end')}: ${said}`}
        onClick={() => end.mutate({ ruleId: rule.id, version: rule.version })}
      >
        {t('offers.rules.end')}
      </Button>
    </li>
  );
}

interface RuleFormProps {
  unitId: string;
  receivers: readonly { id: string; name: string }[];
  kinds: Kinds;
  onClose: () => void;
}

function RuleForm({ unitId, receivers, kinds, onClose }: RuleFormProps) {
  const t = useT();
  const form = useForm({ toUnitId: receivers[0]?.id ?? '', kinds: [] as string[] });
  const add = useWrite(addOfferRule, {
    changes,
    onDone: () => {
      toast({ tone: 'success', text: t('offers.rules.saved') });
      onClose();
    },
  });
  const { values } = form;
  const toggle = (code: string, on: boolean) =>
    form.set({ kinds: on ? [...values.kinds, code] : values.kinds.filter((one) => one !== code) });
  return (
    <form
      noValidate
      className="flex flex-col gap-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ unitId, ...values }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <p className="text-sm text-muted">{t('offers.rules.lead')}</p>
      <FieldGroup label={t('offers.rules.kinds')} hint={t('offers.rules.kindsHint')}>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {kinds.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name}
              checked={values.kinds.includes(code)}
              onChange={(on) => toggle(code, on)}
            />
          ))}
        </div>
      </FieldGroup>
      <Select
        label={t('offers.to')}
        className="max-w-96"
        options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('toUnitId')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={add.isPending}>
          {t('offers.rules.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

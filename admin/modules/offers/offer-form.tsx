import { dayOf } from '#lib/format.ts';
import { offerArticle } from '#modules/articles/offers.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { offerChanges } from './offer-acts.tsx';

export interface MayOffer {
  unitId: string;
  unitName: string;
  to: { id: string; name: string }[];
}

/** Offers a story to a unit above, in the name of a unit that has it. */
export function OfferForm({
  articleId,
  may,
  contentHash,
  onClose,
}: {
  articleId: string;
  may: readonly [MayOffer, ...MayOffer[]];
  contentHash?: string | null;
  onClose: () => void;
}) {
  const t = useT();
  const first = may[0];
  const form = useForm({
    unitId: first.unitId,
    toUnitId: first.to[0]?.id ?? '',
    note: '',
    dueOn: null as string | null,
  });
  const from = may.find((one) => one.unitId === form.values.unitId) ?? first;
  const send = useWrite(offerArticle, {
    changes: offerChanges,
    onDone: () => {
      toast({ tone: 'success', text: t('offers.done.offer') });
      onClose();
    },
  });
  const own = from === first && contentHash ? { contentHash } : {};
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ articleId, ...form.values, ...own }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      {may.length > 1 && (
        <Select
          label={t('offers.offerAs')}
          options={may.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          value={form.values.unitId}
          onChange={(unitId) =>
            form.set({ unitId, toUnitId: may.find((one) => one.unitId === unitId)?.to[0]?.id ?? '' })
          }
        />
      )}
      <Select
        label={t('offers.to')}
        options={from.to.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('toUnitId')}
      />
      <TextArea label={t('offers.note')} hint={t('offers.noteHint')} rows={2} {...form.field('note')} />
      <DateField label={t('offers.dueOn')} min={dayOf(Date.now())} {...form.field('dueOn')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={send.isPending}>
          {t('offers.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

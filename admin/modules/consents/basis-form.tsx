import { useState } from 'react';
import { newId } from '#lib/id.ts';
import type { ConsentChannel } from '#modules/media/classes.contract.ts';
import { bases, decideBasis } from '#modules/media/lawful-bases.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { ChannelBoxes } from './channel-boxes.tsx';

export const basisChanges = ['/lawful-bases', '/media', '/albums', '/picture-findings', '/articles'];

export interface BasisFormProps {
  of: { mediaId: string } | { albumId: string };
  onDone: () => void;
}

/** The head's decision: which basis, by which provision, why, for which channels, and what follows from it. */
export function BasisForm({ of, onDone }: BasisFormProps) {
  const t = useT();
  const [id] = useState(() => newId());
  const [tried, setTried] = useState(false);
  const form = useForm({
    basis: 'public-activity' as (typeof bases)[number],
    citation: '',
    reason: '',
    channels: [] as ConsentChannel[],
  });
  const decide = useWrite(decideBasis, {
    changes: basisChanges,
    onDone: () => {
      toast({ tone: 'success', text: t('consents.basis.done') });
      onDone();
    },
  });
  const { channels } = form.values;
  return (
    <form
      aria-label={t('consents.basis.decide')}
      className="flex max-w-[80ch] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (channels.length > 0) decide.mutate({ id, ...of, ...form.values }, { onError: form.fail });
      }}
    >
      <Notice tone="warning" title={t('consents.basis.follows')} />
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <Select
        label={t('consents.basis.kind')}
        options={bases.map((value) => ({ value, label: t(`consents.basis.kind.${value}`) }))}
        {...form.field('basis')}
      />
      <TextInput
        label={t('consents.basis.citation')}
        hint={t('consents.basis.citationHint')}
        required
        maxLength={500}
        {...form.field('citation')}
      />
      <TextArea
        label={t('consents.basis.reason')}
        hint={t('consents.basis.reasonHint')}
        required
        rows={2}
        {...form.field('reason')}
      />
      <ChannelBoxes
        {...form.field('channels')}
        label={t('consents.basis.channels')}
        error={tried && channels.length === 0 ? t('consents.basis.noChannels') : undefined}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={decide.isPending}>
          {t('consents.basis.do')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('consents.cancel')}
        </Button>
      </div>
    </form>
  );
}

import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { previewReminder } from '#modules/cascade/reminders.contract.ts';
import { call } from '../../app/client.ts';
import { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { CopyByHand } from '../../ui/copy-by-hand.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { toast } from '../../ui/toast.tsx';
import type { unitFilterOf } from './coverage-filter.ts';

interface CopyReminderProps {
  planId: string;
  filter: Partial<ReturnType<typeof unitFilterOf>>;
}

/** "Sao chép lời nhắc": the polite text with names and the short link, for Zalo. */
export function CopyReminder({ planId, filter }: CopyReminderProps) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [byHand, setByHand] = useState<string>();
  const copy = async () => {
    setBusy(true);
    setByHand(undefined);
    try {
      const { text } = await call(previewReminder, { planId, ...filter });
      if (await copyText(text)) toast({ text: t('cascade.remind.copied') });
      else setByHand(text);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ tone: 'danger', text: error.title });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button icon={Copy} busy={busy} onClick={() => void copy()}>
        {t('cascade.remind.copy')}
      </Button>
      {byHand !== undefined && <CopyByHand key={byHand} text={byHand} />}
    </>
  );
}

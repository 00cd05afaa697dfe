import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import type { CallOf, OutputOf } from '#lib/contract.ts';
import { listUnmet, type quotaBoard } from '#modules/quotas/quotas.contract.ts';
import { call } from '../../app/client.ts';
import { paths } from '../../app/paths.ts';
import { Problem } from '../../app/problem.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { CopyByHand } from '../../ui/copy-by-hand.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Popover } from '../../ui/popover.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Board, nameOfPeriod, quotaWords } from './board-words.ts';

type Input = CallOf<typeof quotaBoard>;

/** "Sao chép lời nhắc": a polite text with the names of exactly those who have not met it, for a chat group. */
export function Remind({ board, input }: { board: Board; input: Input }) {
  const t = useT();
  const words = useReminder(board);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [byHand, setByHand] = useState(false);
  const ask = async (on: boolean) => {
    setOpen(on);
    setByHand(false);
    if (!on) return;
    setText('');
    try {
      setText(words(await call(listUnmet, { ...input, limit: 100 })));
    } catch (problem) {
      setOpen(false);
      toast({ tone: 'danger', text: problem instanceof Problem ? problem.title : t('quotas.remindNobody') });
    }
  };
  const copy = async () => {
    if (!(await copyText(text))) return setByHand(true);
    toast({ tone: 'success', text: t('quotas.remindCopied') });
    setOpen(false);
  };
  return (
    <Popover
      label={t('quotas.remindTitle')}
      open={open}
      onOpen={(on) => void ask(on)}
      align="end"
      className="w-96 max-w-[calc(100vw-2rem)] p-4"
      trigger={<Button icon={Copy}>{t('quotas.remind')}</Button>}
    >
      <div className="flex flex-col gap-3">
        <TextArea label={t('quotas.remindTitle')} rows={9} value={text} onChange={setText} />
        <div>
          <Button look="primary" icon={Copy} disabled={text === ''} onClick={() => void copy()}>
            {t('quotas.remindCopy')}
          </Button>
        </div>
        {byHand && <CopyByHand text={text} />}
      </div>
    </Popover>
  );
}

function useReminder(board: Board): (unmet: OutputOf<typeof listUnmet>) => string {
  const t = useT();
  const language = useLanguage();
  const quotas = new Map(board.quotas.map((quota) => [quota.id, quota]));
  return ({ items, more }) => {
    if (items.length === 0) return t('quotas.remindNobody');
    const lines = items.map((one) => {
      const quota = quotas.get(one.quotaId);
      const name = one.aboveName && one.aboveName !== board.unit.name ? `${one.name} (${one.aboveName})` : one.name;
      return t('quotas.remindLine', { name, n: one.required - one.done, what: quota ? quotaWords(t, quota) : '' });
    });
    return t('quotas.remindText', {
      unit: board.unit.name,
      period: nameOfPeriod(board.period, language),
      list: [...lines, ...(more ? [t('quotas.remindMore')] : [])].join('\n'),
      link: `${location.origin}/app${paths.outputs.to()}`,
    });
  };
}

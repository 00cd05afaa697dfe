import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { type ActivityPage, sayDone } from '#modules/work/work.contract.ts';
import { useWrite } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** An activity without counts is done when a person says so. */
export function SayDone({ page }: { page: ActivityPage }) {
  const t = useT();
  const language = useLanguage();
  const [note, setNote] = useState('');
  const { lineId } = page.activity;
  const write = useWrite(sayDone, {
    changes: ['/activities', '/plans'],
    onDone: (after) => toast({ text: t(after.state === 'done' ? 'work.done.said' : 'work.done.taken') }),
  });
  const may = page.can.includes('say-done');
  return (
    <Card title={t('work.done.title')}>
      <div className="flex flex-col gap-3">
        {page.said ? (
          <>
            <p>
              {t('work.done.by', {
                name: page.said.byName ?? '…',
                at: moment(page.said.at, Date.now(), language),
              })}
            </p>
            {page.said.note && <p className="whitespace-pre-line text-muted">{page.said.note}</p>}
          </>
        ) : (
          <p className="text-muted">{t('work.done.hint')}</p>
        )}
        {write.error && <ProblemNotice problem={write.error} />}
        {may && !page.said && (
          <TextArea label={t('work.done.note')} hint={t('work.done.noteHint')} value={note} onChange={setNote} />
        )}
        {may && (
          <div>
            <Button
              busy={write.isPending}
              onClick={() => write.mutate({ lineId, done: page.said === null, ...(note && { note }) })}
            >
              {t(page.said ? 'work.done.take' : 'work.done.say')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

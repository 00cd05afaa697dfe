import { useState } from 'react';
import type { ClassConsents } from '#modules/media/consents.contract.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { ConsentGrid } from './consent-grid.tsx';
import { type Pending, pupilsOf } from './pending.ts';
import { SaveAnswers } from './save-answers.tsx';
import { WholeClass } from './whole-class.tsx';

/** The grid with what is marked in it and not recorded yet. */
export function AnswersCard({ data, onPupil }: { data: ClassConsents; onPupil: (id: string) => void }) {
  const t = useT();
  const [pending, setPending] = useState<Pending>(new Map());
  const mayRecord = data.class.can.includes('record');
  return (
    <div className="flex flex-col gap-4">
      {mayRecord && <WholeClass pupils={data.pupils} pending={pending} onMark={setPending} />}
      <Card flush title={t('consents.grid', { name: data.class.name })}>
        {mayRecord && <p className="px-4 py-3 text-sm text-muted">{t('consents.gridHelp')}</p>}
        <ConsentGrid data={data} pending={pending} onMark={mayRecord ? setPending : undefined} onPupil={onPupil} />
      </Card>
      {pending.size > 0 && (
        <SaveAnswers
          data={data}
          pending={pending}
          pupils={pupilsOf(pending, data.pupils)}
          onDone={() => setPending(new Map())}
        />
      )}
    </div>
  );
}

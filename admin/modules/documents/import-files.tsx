import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { IntakeRow } from './intake-row.tsx';
import { useIntake } from './use-intake.ts';
import { useOpenWhenRead } from './use-open-when-read.ts';

const kinds = ['.docx', '.pdf', '.doc', '.html', '.htm', '.md', '.txt'];
const MOST_BYTES = 50 * 1024 * 1024;

/** Drop, number, enter: the files travel while the numbers are typed. */
export function ImportFiles({ unitId }: { unitId: string }) {
  const t = useT();
  const navigate = useNavigate();
  const list = useIntake(unitId);
  const [arrivedOn, setArrivedOn] = useState<string | null>(dayOf(Date.now()));
  const { items } = list;
  const travelling = items.some((item) => !item.fileId && !item.problem);
  const only = items.length === 1 ? items[0]?.document : undefined;
  useOpenWhenRead(only, (documentId) => void navigate({ to: paths.incomingReview.to({ documentId }), replace: true }));
  return (
    <div className="flex flex-col gap-6">
      <FileDrop label={t('documents.drop')} accept={kinds} maxBytes={MOST_BYTES} multiple onFiles={list.add} />
      {items.length > 0 && (
        <Card flush title={t('documents.files', { n: items.length })}>
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <IntakeRow key={item.id} item={item} list={list} />
            ))}
          </ul>
        </Card>
      )}
      {items.some((item) => !item.document && !item.problem) && (
        <div className="flex flex-wrap items-end gap-4">
          <DateField
            label={t('documents.arrivedOn')}
            className="w-48"
            max={dayOf(Date.now())}
            value={arrivedOn}
            onChange={setArrivedOn}
          />
          <Button look="primary" busy={list.entering} onClick={() => list.enter(arrivedOn ?? dayOf(Date.now()))}>
            {t('documents.enter')}
          </Button>
          {travelling && <p className="pb-2 text-xs text-muted">{t('documents.travelling')}</p>}
        </div>
      )}
      {items.length > 0 && items.every((item) => item.document || item.problem) && (
        <LinkButton className="self-start" to={paths.incoming.to()}>
          {t('documents.toList')}
        </LinkButton>
      )}
    </div>
  );
}

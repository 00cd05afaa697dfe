import UserRoundSearch from 'lucide-react/icons/user-round-search';
import { useState } from 'react';
import type { MediaDetail, Subject } from '#modules/media/media.contract.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { PeopleMarker } from './people-marker.tsx';

/** Who can be known in the picture. */
export function PicturePeople({ row }: { row: MediaDetail }) {
  const t = useT();
  const [marking, setMarking] = useState(false);
  const may = row.can.includes('mark') && row.state === 'ready';
  return (
    <Card
      title={t('media.who')}
      action={
        may && !marking ? (
          <Button icon={UserRoundSearch} onClick={() => setMarking(true)}>
            {t('media.who.edit')}
          </Button>
        ) : undefined
      }
    >
      {marking ? (
        <PeopleMarker row={row} onDone={() => setMarking(false)} />
      ) : (
        <>
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={row.people === 'unsaid' ? 'waiting' : 'neutral'}>{t(`media.who.${row.people}`)}</Badge>
            <span className="text-muted">{row.people === 'unsaid' && t('media.who.lead')}</span>
          </p>
          {row.subjects.length > 0 && (
            <ul className="mt-3 flex flex-col gap-1">
              {row.subjects.map((one) => (
                <li key={one.id} className="wrap-anywhere">
                  <SubjectName one={one} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}

function SubjectName({ one }: { one: Subject }) {
  const t = useT();
  const who = one.name ?? (one.kind === 'pupil' ? t('media.who.hidden') : t(`media.who.${one.kind}`));
  return <>{[who, one.className].filter(Boolean).join(' · ')}</>;
}

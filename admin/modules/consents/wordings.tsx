import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import { purposes } from '#modules/media/classes.contract.ts';
import { type ConsentWording, listWordings } from '#modules/media/consents.contract.ts';
import { useRead } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { WordingForm } from './wording-form.tsx';

/** The words put before families, by number, newest first; a new number beside them, never another text under an old one. */
export function Wordings({ unitId }: { unitId: string }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const read = useRead(listWordings, { unitId });
  if (!read.data) return null;
  const { items, can } = read.data;
  return (
    <Card
      title={t('consents.words.title')}
      action={
        can.includes('add') &&
        !adding && (
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {t('consents.words.add')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('consents.words.lead')}</p>
        {adding && <WordingForm unitId={unitId} known={items} onDone={() => setAdding(false)} />}
        {purposes.map((purpose) => (
          <section key={purpose} className="flex flex-col gap-2">
            <h3 className="font-semibold">{t(`consents.purpose.${purpose}`)}</h3>
            <ul className="flex flex-col gap-2">
              {items
                .filter((one) => one.purpose === purpose)
                .map((one, i) => (
                  <Words key={one.id} one={one} now={i === 0} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}

function Words({ one, now }: { one: ConsentWording; now: boolean }) {
  const t = useT();
  return (
    <li className="rounded-md border border-line px-4 py-2">
      <details>
        <summary className="cursor-pointer py-1">
          <span className="inline-flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-2 align-top">
            <span>{t('consents.words.number', { n: one.number, day: shortDay(one.validFrom) })}</span>
            {now && <Badge tone="success">{t('consents.words.now')}</Badge>}
            {one.used && <Badge>{t('consents.words.used')}</Badge>}
            <span className="text-sm text-muted">
              {t(one.unitId === null ? 'consents.words.common' : 'consents.words.own')}
            </span>
          </span>
        </summary>
        <dl className="flex max-w-[80ch] flex-col gap-2 py-2">
          <dt className="text-sm text-muted">{t('consents.words.words')}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">{one.words}</dd>
          <dt className="text-sm text-muted">{t('consents.words.childWords')}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">{one.childWords}</dd>
          <dt className="text-sm text-muted">{t('consents.words.after')}</dt>
          <dd>{t(`consents.words.after.${one.afterEnd}`)}</dd>
        </dl>
      </details>
    </li>
  );
}

import { type KeyboardEvent, useRef } from 'react';
import { shortDay } from '#lib/format.ts';
import { consentChannels, parties } from '#modules/media/classes.contract.ts';
import type { ClassConsents, PupilConsents } from '#modules/media/consents.contract.ts';
import { useT } from '../../texts/load.ts';
import { Badge } from '../../ui/state-tag.tsx';
import { GridCell } from './grid-cell.tsx';
import { marked, type Pending, type Place } from './pending.ts';

export interface ConsentGridProps {
  data: ClassConsents;
  pending: Pending;
  /** Left out where the reader may only look. */
  onMark: ((pending: Pending) => void) | undefined;
  onPupil: (id: string) => void;
}

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Pupils × channels, in each cell the family and the pupil; arrows move between the cells. */
export function ConsentGrid({ data, pending, onMark, onPupil }: ConsentGridProps) {
  const t = useT();
  const body = useRef<HTMLTableSectionElement>(null);
  const mark = (place: Place, to: 'given' | 'refused' | null, onRecord: string) =>
    onMark?.(marked(pending, place, to, onRecord));
  return (
    <div className="relative max-h-[75vh] overflow-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{t('consents.grid', { name: data.class.name })}</caption>
        <thead className="sticky top-0 z-20 bg-paper">
          <tr className="border-b border-line text-start">
            <th scope="col" className="sticky start-0 z-10 bg-paper px-4 py-2 text-start font-semibold">
              {t('consents.pupil')}
            </th>
            {consentChannels.map((channel) => (
              <th key={channel} scope="col" className="px-2 py-2 text-center font-semibold">
                {t(`consents.channel.${channel}`)}
                <span aria-hidden className="flex justify-center gap-1 text-xs font-normal text-muted">
                  {parties.map((party) => (
                    <span key={party} className="w-9">
                      {t(`consents.short.${party}`)}
                    </span>
                  ))}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => move(event, body.current)}>
          {data.pupils.map((pupil) => (
            <tr key={pupil.id} className="border-b border-line last:border-b-0">
              <th scope="row" className="sticky start-0 z-10 max-w-48 bg-paper px-4 py-1 text-start font-normal">
                <PupilHead pupil={pupil} onPupil={onPupil} />
              </th>
              {consentChannels.map((channel) => (
                <td key={channel} className="px-2 py-1">
                  <div className="flex justify-center gap-1">
                    {parties.map((party) => (
                      <GridCell
                        key={party}
                        pupil={pupil}
                        place={{ pupilId: pupil.id, channel, party }}
                        pending={pending}
                        onMark={onMark && mark}
                      />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PupilHead({ pupil, onPupil }: { pupil: PupilConsents; onPupil: (id: string) => void }) {
  const t = useT();
  return (
    <>
      <button
        type="button"
        className="text-start text-primary underline-offset-2 hover:underline"
        onClick={() => onPupil(pupil.id)}
      >
        {pupil.name}
      </button>
      <span className="block text-xs text-muted">
        {pupil.bornOn ? t('consents.born', { day: shortDay(pupil.bornOn) }) : t('consents.bornUnknown')}
        {pupil.evidence && ` · ${t('consents.evidence')}`}
      </span>
      {pupil.withdrawing && <Badge tone="warning">{t('consents.withdrawing')}</Badge>}
    </>
  );
}

/** Arrows go to the next cell in their direction; past the edge they stay. */
function move(event: KeyboardEvent, body: HTMLElement | null): void {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest('[data-cell]');
  if (!step || !cell || !body) return;
  event.preventDefault();
  const rows = [...body.querySelectorAll('tr')].map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')]);
  const at = rows.findIndex((row) => row.includes(cell as HTMLElement));
  const column = rows[at]?.indexOf(cell as HTMLElement) ?? 0;
  rows[at + step[0]]?.[column + step[1]]?.focus();
}

import { moment } from '#lib/format.ts';
import type { EvidenceRow } from '#modules/work/evidence.contract.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { type Stop, Stops } from '../../ui/stops.tsx';

/** The way of a piece: drawn as stops while somebody is waited for, in one line once it counts. */
export function EvidenceWay({ of }: { of: EvidenceRow }) {
  const t = useT();
  const stops = useStops(of);
  if (of.counted)
    return (
      <p className="text-xs text-muted">
        {stops
          .filter((s) => s.person)
          .map((s) => `${s.label}: ${s.person}, ${s.time}`)
          .join(' · ')}
      </p>
    );
  return <Stops label={t('work.evidence.way')} stops={stops} />;
}

interface WayStop extends Stop {
  person?: string | null;
  time?: string | null;
}

/** Ghi → xác nhận (where it is asked) → được tính. */
function useStops(of: EvidenceRow): WayStop[] {
  const t = useT();
  const language = useLanguage();
  const when = (at: string | null) => at && moment(at, Date.now(), language);
  const ended = of.state === 'refused' || of.state === 'withdrawn';
  const recorded: WayStop = {
    key: 'recorded',
    label: t('work.evidence.stop.recorded'),
    state: 'done',
    person: of.recordedByName,
    time: when(of.recordedAt),
  };
  const decided: WayStop = {
    key: 'decided',
    label: t(ended ? `work.evidence.state.${of.state as 'refused'}` : 'work.evidence.stop.confirm'),
    state: of.state === 'recorded' ? 'now' : of.state === 'confirmed' ? 'done' : 'returned',
    person: of.decidedByName,
    time: when(of.decidedAt),
    note: of.reason,
  };
  const counted: WayStop = {
    key: 'counted',
    label: t('work.evidence.stop.counted'),
    state: of.counted ? 'done' : 'next',
  };
  return [recorded, ...(of.confirmedBy || ended ? [decided] : []), ...(ended ? [] : [counted])];
}

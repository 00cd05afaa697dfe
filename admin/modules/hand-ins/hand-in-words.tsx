import type { HandIn } from '#modules/media/hand-ins.contract.ts';
import { useT } from '../../texts/load.ts';
import { StateTag } from '../../ui/state-tag.tsx';

const tones = { collecting: 'neutral', sent: 'waiting', received: 'success', returned: 'danger' } as const;

export function HandInTag({ state }: { state: HandIn['state'] | null }) {
  const t = useT();
  if (state === null) return <StateTag tone="warning">{t('handins.state.missing')}</StateTag>;
  return <StateTag tone={tones[state]}>{t(`handins.state.${state}`)}</StateTag>;
}

/** 'Học kỳ I, năm học 2026–2027' */
export function useTermWords(): (term: { schoolYear: number; semester: number }) => string {
  const t = useT();
  return ({ schoolYear, semester }) =>
    t('handins.term', { semester: semester === 1 ? 'I' : 'II', from: schoolYear, to: schoolYear + 1 });
}

import CircleCheck from 'lucide-react/icons/circle-check';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import type { EvidenceRow } from '#modules/work/evidence.contract.ts';
import { useT } from '../../texts/load.ts';
import { StateTag } from '../../ui/state-tag.tsx';

/** Whether a piece counts; marigold only where the reader is the one it waits for. */
export function EvidenceState({ of }: { of: EvidenceRow }) {
  const t = useT();
  if (of.state === 'refused') return <StateTag tone="danger">{t('work.evidence.state.refused')}</StateTag>;
  if (of.state === 'withdrawn')
    return (
      <StateTag tone="neutral" icon={CornerUpLeft}>
        {t('work.evidence.state.withdrawn')}
      </StateTag>
    );
  if (!of.counted)
    return <StateTag tone={of.can.includes('confirm') ? 'waiting' : 'info'}>{t('work.evidence.state.waits')}</StateTag>;
  return (
    <StateTag tone="success" icon={CircleCheck}>
      {t(of.state === 'confirmed' ? 'work.evidence.state.confirmed' : 'work.evidence.state.recorded')}
    </StateTag>
  );
}

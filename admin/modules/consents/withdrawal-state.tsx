import type { WithdrawalRow } from '#modules/media/withdrawals.contract.ts';
import { useT } from '../../texts/load.ts';
import { StateTag } from '../../ui/state-tag.tsx';

const tones = { open: 'waiting', late: 'danger', done: 'success' } as const;

export function WithdrawalState({ state }: { state: WithdrawalRow['state'] }) {
  const t = useT();
  return <StateTag tone={tones[state]}>{t(`consents.wstate.${state}`)}</StateTag>;
}

import Ban from 'lucide-react/icons/ban';
import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Eye from 'lucide-react/icons/eye';
import PencilLine from 'lucide-react/icons/pencil-line';
import type { ReviewField } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { StateTag, type Tone } from '../../../ui/state-tag.tsx';

type State = ReviewField['state'];
const tones: Record<State, Tone> = {
  open: 'waiting',
  read: 'neutral',
  accepted: 'success',
  edited: 'info',
  dropped: 'neutral',
};
const icons = { open: Eye, read: CircleDashed, accepted: Check, edited: PencilLine, dropped: Ban };

/** 'cần xem', 'chắc chắn', 'đã chấp nhận', 'đã sửa', 'không phải mục'. */
export function FieldState({ state }: { state: State }) {
  const t = useT();
  return (
    <StateTag tone={tones[state]} icon={icons[state]}>
      {t(`documents.fieldState.${state}`)}
    </StateTag>
  );
}

import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { clockOf, dayOf, moment } from '#lib/format.ts';
import { useLanguage, useT } from '../texts/load.ts';

export type SaveState = 'idle' | 'saving' | 'saved' | 'kept' | 'failed';

export interface SavedAtProps {
  state: SaveState;
  /** When it was last saved (instant). */
  at?: string | number;
}

/** '14:05', and the day with it where that is not today. */
const savedAt = (at: string | number, language: 'vi' | 'en'): string =>
  dayOf(at) === dayOf(Date.now()) ? clockOf(at) : moment(at, Date.now(), language);

/** Beside the title of a form that saves as you go: 'Đã lưu 14:05'. 'kept' = on this machine, sent when the network is back. */
export function SavedAt({ state, at }: SavedAtProps) {
  const t = useT();
  const language = useLanguage();
  if (state === 'idle') return null;
  const [Icon, colour, text] = {
    saving: [RefreshCw, 'text-muted', t('ui.saved.saving')] as const,
    saved: [Check, 'text-success', t('ui.saved.at', { time: at === undefined ? '' : savedAt(at, language) })] as const,
    kept: [CloudOff, 'text-warning', t('ui.saved.kept')] as const,
    failed: [TriangleAlert, 'text-danger', t('ui.saved.failed')] as const,
  }[state];
  return (
    <span role="status" className={`inline-flex items-center gap-1 text-xs tabular-nums ${colour}`}>
      <Icon size={14} aria-hidden />
      {text}
    </span>
  );
}

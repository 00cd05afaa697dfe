import X from 'lucide-react/icons/x';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '../texts/load.ts';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { type Tone, toneIcon } from './state-tag.tsx';

export interface ToastContent {
  tone?: Extract<Tone, 'success' | 'info' | 'danger' | 'warning'>;
  /** What was done: 'Đã bỏ 2 hoạt động.' */
  text: string;
  /** Takes it back; shown as 'Hoàn tác'. */
  undo?: () => void;
}

type Shown = ToastContent & { id: number };

let shown: readonly Shown[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says at the bottom what was done, with 'Hoàn tác' where it can be taken back. At most three stay. */
export function toast(content: ToastContent): void {
  lastId += 1;
  set([...shown, { ...content, id: lastId }].slice(-3));
}

const dismiss = (id: number) => set(shown.filter((item) => item.id !== id));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; once, in the frame. */
export function Toasts() {
  const items = useSyncExternalStore(subscribe, () => shown);
  return (
    <div
      role="status"
      aria-live="polite"
      data-theme="dark"
      data-print="no"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50"
    >
      <ul className="flex flex-col items-center gap-2">
        {items.map((item) => (
          <ToastLine key={item.id} item={item} />
        ))}
      </ul>
    </div>
  );
}

const iconColour = { success: 'text-success', info: 'text-info', warning: 'text-warning', danger: 'text-danger' };

function ToastLine({ item }: { item: Shown }) {
  const t = useT();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(item.id), item.undo || item.tone === 'danger' ? 10_000 : 5_000);
    return () => clearTimeout(timer);
  }, [held, item]);
  const tone = item.tone ?? 'success';
  const Icon = toneIcon[tone];
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="rise pointer-events-auto flex w-full max-w-120 items-center gap-3 rounded-md bg-paper py-1 pr-1 pl-4 text-ink shadow-soft"
    >
      <Icon size={18} className={cx('shrink-0', iconColour[tone])} aria-hidden />
      <span className="min-w-0 flex-1 py-1">{item.text}</span>
      {item.undo && (
        <Button
          look="quiet"
          onClick={() => {
            dismiss(item.id);
            item.undo?.();
          }}
        >
          {t('ui.undo')}
        </Button>
      )}
      <IconButton icon={X} label={t('ui.close')} tip="none" onClick={() => dismiss(item.id)} />
    </li>
  );
}

import X from 'lucide-react/icons/x';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '../texts/load.ts';
import { IconButton } from './button.tsx';
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
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2"
      data-print="no"
    >
      {items.map((item) => (
        <ToastLine key={item.id} item={item} />
      ))}
    </div>
  );
}

const iconColour = {
  success: 'text-[#76cf9f]',
  info: 'text-[#7cc1e6]',
  warning: 'text-[#f2b06a]',
  danger: 'text-[#f4958c]',
};

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
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) };
  return (
    <div
      {...hold}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="rise pointer-events-auto flex w-full max-w-120 items-center gap-3 rounded-md bg-[#14213d] py-1 pr-1 pl-4 text-[#ffffff] shadow-soft"
    >
      <Icon size={18} className={cx('shrink-0', iconColour[tone])} aria-hidden />
      <span className="min-w-0 flex-1 py-1">{item.text}</span>
      {item.undo && (
        <button
          type="button"
          className="min-h-9 rounded-md px-3 font-semibold text-[#b3c1fb] hover:bg-[rgb(255_255_255/0.1)]"
          onClick={() => {
            dismiss(item.id);
            item.undo?.();
          }}
        >
          {t('ui.undo')}
        </button>
      )}
      <IconButton
        icon={X}
        label={t('ui.close')}
        tip="none"
        className="text-[#c6cede] enabled:hover:bg-[rgb(255_255_255/0.1)] enabled:hover:text-[#ffffff]"
        onClick={() => dismiss(item.id)}
      />
    </div>
  );
}

import { useNavigate } from '@tanstack/react-router';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useT } from '../texts/load.ts';
import { cx } from '../ui/cx.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { type PaletteItem, usePaletteItems } from './palette-items.ts';

/** Ctrl K: go to a page, do a command, find a unit, a plan or a document; marks may be left out. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const id = useId();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [q, setQ] = useState('');
  const [at, setAt] = useState(0);
  const { groups, busy } = usePaletteItems(q);
  const items = groups.flatMap((group) => group.items);
  const chosen = items[Math.min(at, items.length - 1)];
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);
  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    if (item.to) void navigate({ to: item.to });
    else item.run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(chosen);
    else if (step && items.length > 0) setAt((now) => (now + step + items.length) % items.length);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={t('ui.frame.search')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={onKeyDown}
      className="rise mt-[12vh] mb-auto w-[min(40rem,calc(100vw-2rem))] overflow-hidden rounded-md bg-paper text-ink shadow-soft backdrop:bg-veil"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search size={18} className="shrink-0 text-muted" aria-hidden />
        <input
          role="combobox"
          aria-label={t('ui.frame.search')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          aria-autocomplete="list"
          autoComplete="off"
          value={q}
          placeholder={t('ui.palette.placeholder')}
          onChange={(event) => {
            setQ(event.target.value);
            setAt(0);
          }}
          className="h-14 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('ui.palette.results')}
        className="max-h-[50vh] overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <div key={group.title}>
            <div className="px-3 pt-2 pb-1 text-xs text-muted" aria-hidden>
              {group.title}
            </div>
            {group.items.map((item) => (
              <Line
                key={item.key}
                id={`${id}-${item.key}`}
                item={item}
                chosen={item === chosen}
                onRun={() => run(item)}
              />
            ))}
          </div>
        ))}
      </div>
      <div role="status" className="px-5 text-muted">
        {items.length === 0 && !busy && <p className="pb-4">{t('ui.palette.none', { q })}</p>}
      </div>
      <Keys />
    </dialog>
  );
}

function Line({ id, item, chosen, onRun }: { id: string; item: PaletteItem; chosen: boolean; onRun: () => void }) {
  const { icon: Icon } = item;
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      onClick={onRun}
      onKeyDown={undefined}
      className={cx(
        'flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5',
        chosen ? 'bg-primary-soft' : 'hover:bg-sunken',
      )}
    >
      <Icon size={18} className="shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1">
        {item.label}
        {item.detail && <span className="block truncate text-xs text-muted">{item.detail}</span>}
      </span>
    </div>
  );
}

function Keys() {
  const t = useT();
  return (
    <div className="hidden items-center gap-4 border-t border-line px-4 py-2 text-xs text-muted sm:flex">
      <span className="flex items-center gap-1.5">
        <KeyHint keys={['↑', '↓']} /> {t('ui.palette.move')}
      </span>
      <span className="flex items-center gap-1.5">
        <KeyHint keys={['Enter']} /> {t('ui.palette.open')}
      </span>
      <span className="flex items-center gap-1.5">
        <KeyHint keys={['Esc']} /> {t('ui.palette.quit')}
      </span>
      <span className="ml-auto">{t('ui.palette.hint')}</span>
    </div>
  );
}

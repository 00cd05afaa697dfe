import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../texts/load.ts';
import { Button } from './button.tsx';

export interface ConfirmProps {
  open: boolean;
  /** A question: 'Kết thúc phiên trên máy này?' */
  title: string;
  /** What will happen and cannot be undone; may hold a field (the reason of a return). */
  children?: ReactNode;
  /** The verb of the act itself, never 'OK'. */
  verb: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** A dialog, only to confirm what cannot be undone. The browser keeps the focus inside and gives it back. */
export function Confirm({ open, title, children, verb, danger, busy, onConfirm, onClose }: ConfirmProps) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="rise w-[min(32rem,calc(100vw-2rem))] rounded-md bg-paper text-ink shadow-soft backdrop:bg-veil"
    >
      {open && (
        <form
          className="flex flex-col gap-4 p-6"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) onConfirm();
          }}
        >
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {children}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy}>
              {verb}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  );
}

import { useEffect, useId, useRef } from 'react';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { commands, keysOf } from './keys.ts';

/** The keys of the review on one card; Esc closes it. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
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
      className="rise w-[min(34rem,calc(100vw-2rem))] rounded-md bg-paper text-ink shadow-soft backdrop:bg-veil"
    >
      {open && (
        <div className="flex flex-col gap-4 p-6">
          <h2 id={id} className="text-base font-semibold">
            {t('documents.keys')}
          </h2>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
            {commands.map((command) => (
              <div key={command} className="contents">
                <dt>
                  <KeyHint keys={keysOf[command]} />
                </dt>
                <dd>{t(`documents.key.${command}`)}</dd>
              </div>
            ))}
          </dl>
          <Button className="self-end" onClick={onClose}>
            {t('ui.close')}
          </Button>
        </div>
      )}
    </dialog>
  );
}

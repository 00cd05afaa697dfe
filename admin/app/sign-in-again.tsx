import { useEffect, useRef, useState } from 'react';
import { useT } from '../texts/load.ts';
import { onSessionEnded } from './client.ts';
import { leave } from './person-menu.tsx';
import { useSession } from './session.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The session ended in the middle of work: sign in over the page, which keeps what was typed; the call then goes on. */
export function SignInAgain() {
  const t = useT();
  const { person } = useSession().me;
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useRef<((back: boolean) => void)[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    onSessionEnded(
      () =>
        new Promise((resolve) => {
          waiting.current.push(resolve);
          setOpen(true);
        }),
    );
    return () => onSessionEnded(async () => false);
  }, []);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const done = (personId: string) => {
    // Somebody else must not go on with this person's page.
    if (personId !== person.id) return window.location.assign('/app/');
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(true);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="sign-in-again"
      onCancel={(event) => event.preventDefault()}
      className="rise w-[min(26rem,calc(100vw-2rem))] rounded-md bg-paper p-6 text-ink shadow-soft backdrop:bg-veil"
    >
      <h2 id="sign-in-again" className="text-lg font-semibold">
        {t('ui.signIn.ended')}
      </h2>
      <p className="mb-4 text-muted">{t('ui.signIn.endedHint')}</p>
      {open && <SignInForm email={person.email ?? undefined} onDone={done} />}
      <button type="button" className="mt-4 text-primary underline underline-offset-2" onClick={() => void leave()}>
        {t('ui.signIn.asOther')}
      </button>
    </dialog>
  );
}

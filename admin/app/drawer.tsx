import MenuIcon from 'lucide-react/icons/menu';
import X from 'lucide-react/icons/x';
import { useRef } from 'react';
import { useT } from '../texts/load.ts';
import { IconButton } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { NavList } from './rail.tsx';

/** The rail of a phone: a drawer behind one button. */
export function Drawer() {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <IconButton
        icon={MenuIcon}
        label={t('ui.frame.menu')}
        tip="none"
        className="md:hidden"
        onClick={() => dialog.current?.showModal()}
      />
      <dialog
        ref={dialog}
        aria-label={t('ui.frame.nav')}
        className="rise m-0 h-dvh max-h-none w-72 max-w-[85vw] bg-paper text-ink shadow-soft backdrop:bg-veil"
      >
        <div className="flex h-14 items-center justify-between border-b border-line pr-2 pl-5">
          <Logo size={26} />
          <IconButton icon={X} label={t('ui.close')} tip="none" onClick={close} />
        </div>
        <NavList onGo={close} />
      </dialog>
    </>
  );
}

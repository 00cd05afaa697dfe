import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useT } from '../texts/load.ts';
import { Logo, Mark } from '../ui/logo.tsx';

/** The page of somebody who is not signed in: the form at one side, the promise with its rings at the other. */
export function Outside({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useT();
  useEffect(() => {
    document.title = `${title} · Lan Tỏa`;
  }, [title]);
  return (
    <div className="grid min-h-dvh bg-paper lg:grid-cols-[minmax(28rem,5fr)_7fr]">
      <main className="flex flex-col px-6 py-8 sm:px-12">
        <Logo size={32} />
        <div className="mx-auto flex w-full max-w-96 flex-1 flex-col justify-center gap-6 py-12">
          <div>
            <h1 className="text-xl font-semibold">{title}</h1>
            {lead && <div className="text-muted">{lead}</div>}
          </div>
          {children}
        </div>
      </main>
      <aside
        data-theme="dark"
        className="relative hidden flex-col justify-end overflow-hidden bg-primary-soft p-12 text-ink lg:flex"
      >
        <Rings />
        <div className="relative max-w-120">
          <p className="text-2xl font-semibold text-balance">{t('ui.signIn.promise')}</p>
          <p className="mt-2 text-base text-muted">{t('ui.signIn.promiseHint')}</p>
        </div>
      </aside>
    </div>
  );
}

function Rings() {
  return <Mark size={640} className="absolute -top-20 -right-32 opacity-40" />;
}

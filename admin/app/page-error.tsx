import { useRouter } from '@tanstack/react-router';
import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { Notice } from '../ui/notice.tsx';
import { Problem } from './problem.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** A page that broke. After an update the old pages are gone from the server, and a reload brings the new ones. */
export function PageError({ error }: { error: unknown }) {
  const t = useT();
  const router = useRouter();
  const updated = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <div className="mx-auto w-full max-w-page px-4 py-6 md:px-8">
      {error instanceof Problem ? (
        <ProblemNotice problem={error} onRetry={() => void router.invalidate()} />
      ) : (
        <Notice
          live
          tone={updated ? 'info' : 'danger'}
          title={t(updated ? 'ui.error.updated' : 'ui.error.page')}
          action={
            <Button size="sm" onClick={() => window.location.reload()}>
              {t('ui.error.reload')}
            </Button>
          }
        >
          {!updated && t('ui.error.pageHint')}
        </Notice>
      )}
    </div>
  );
}

/** Not even the frame could be drawn (no network at the start). */
export function FrameError({ error }: { error: unknown }) {
  return (
    <main>
      <h1 className="mx-auto max-w-page px-4 pt-6 md:px-8">
        <Logo size={32} />
      </h1>
      <PageError error={error} />
    </main>
  );
}

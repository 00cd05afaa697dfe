import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Problem } from './problem.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** A page that broke. After an update the old pages are gone from the server, and a reload brings the new ones. */
export function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useT();
  const updated = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <div className="mx-auto w-full max-w-page px-4 py-6 md:px-8">
      {error instanceof Problem ? (
        <ProblemNotice problem={error} onRetry={reset} />
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

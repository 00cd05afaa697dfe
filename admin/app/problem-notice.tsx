import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { paths } from './paths.ts';
import type { Problem } from './problem.ts';

/** Why something could not be read or done, with the request id for the administrator and another try. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const t = useT();
  if (problem.status === 404 || problem.status === 403) return <NothingHere forbidden={problem.status === 403} />;
  return (
    <Notice
      live
      tone={problem.code === 'offline' ? 'warning' : 'danger'}
      title={problem.title}
      action={
        onRetry && (
          <Button size="sm" onClick={onRetry}>
            {t('ui.retry')}
          </Button>
        )
      }
    >
      {problem.requestId && <span className="text-xs">{t('ui.error.requestId', { id: problem.requestId })}</span>}
    </Notice>
  );
}

/** No such page, or not one for this person. */
export function NothingHere({ forbidden }: { forbidden?: boolean }) {
  const t = useT();
  return (
    <EmptyState
      title={t(forbidden ? 'ui.error.forbidden' : 'ui.error.notFound')}
      action={<LinkButton to={paths.home.to()}>{t('ui.error.home')}</LinkButton>}
    >
      {t(forbidden ? 'ui.error.forbiddenHint' : 'ui.error.notFoundHint')}
    </EmptyState>
  );
}

/** In place of a page that could not be read: with the heading and window title that every page has. */
export function ProblemPage({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const t = useT();
  const said = { 403: 'ui.error.forbidden', 404: 'ui.error.notFound' } as const;
  const title = problem.status === 403 || problem.status === 404 ? said[problem.status] : 'ui.error.page';
  return (
    <Page title={t(title)}>
      <ProblemNotice problem={problem} onRetry={onRetry} />
    </Page>
  );
}

/** The page of an address that leads nowhere. */
export function NotFoundPage() {
  const t = useT();
  return (
    <Page title={t('ui.error.notFound')}>
      <NothingHere />
    </Page>
  );
}

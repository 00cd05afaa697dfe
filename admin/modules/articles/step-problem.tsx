import { refresh } from '../../app/data.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What reads anew once somebody acted on a text's way. */
export const stepChanges = ['/articles', '/article-reviews'] as const;

/** Answers after which the person looks again: the text or its step moved on. */
const moved = ['articles.text-moved', 'articles.step-moved', 'articles.not-in-review', 'articles.claimed'];

/** Why an act was not done; where the text or its step moved on, the way to see it as it is now. */
export function ActProblem({ problem, onSeen }: { problem: Problem; onSeen?: () => void }) {
  const t = useT();
  if (problem.code === 'articles.checks-stop')
    return (
      <Notice live tone="danger" title={problem.title}>
        {t('steps.stops')}
      </Notice>
    );
  const again = moved.includes(problem.code) && (
    <Button size="sm" onClick={() => void refresh([...stepChanges]).then(onSeen)}>
      {t('steps.show')}
    </Button>
  );
  return <Notice live tone={again ? 'warning' : 'danger'} title={problem.title} action={again || undefined} />;
}

import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';

/** A new unit: the way into the product in its three steps. */
export function FirstSteps() {
  const t = useT();
  const { can } = useSession();
  // Whoever writes has a board of texts, with the way to the first one on it.
  if (!can('documents.receive') && can('articles.write')) return null;
  if (!can('documents.receive'))
    return <EmptyState title={t('home.start.reader.title')}>{t('home.start.reader.hint')}</EmptyState>;
  const steps = [
    { key: 'receive', to: paths.incomingNew.to(), shown: true },
    { key: 'plan', to: paths.planNew.to(), shown: can('plans.draft') },
    { key: 'people', to: paths.peopleInvite.to(), shown: can('people.manage') },
  ] as const;
  return (
    <Card title={t('home.start.title')}>
      <p className="mb-4 max-w-[80ch] text-muted">{t('home.start.hint')}</p>
      <ol className="grid gap-4 md:grid-cols-3">
        {steps
          .filter((step) => step.shown)
          .map(({ key, to }, i) => (
            <li key={key} className="flex flex-col items-start gap-2 rounded-md bg-ground p-4">
              <p className="flex items-center gap-2 font-semibold">
                <span className="grid size-6 shrink-0 place-items-center rounded-full bg-primary-soft text-xs text-primary">
                  {i + 1}
                </span>
                {t(`home.start.${key}`)}
              </p>
              <p className="flex-1 text-muted">{t(`home.start.${key}Hint`)}</p>
              <LinkButton to={to} look={i === 0 ? 'primary' : 'secondary'}>
                {t(`home.start.${key}Go`)}
              </LinkButton>
            </li>
          ))}
      </ol>
    </Card>
  );
}

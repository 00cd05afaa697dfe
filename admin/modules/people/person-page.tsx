import ScrollText from 'lucide-react/icons/scroll-text';
import { shortDay } from '#lib/format.ts';
import { getPerson, type PersonDetail } from '#modules/org/people.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonRoles } from './person-roles.tsx';

/** One person: facts, posts held now and before, and roles with their days. */
export default function PersonPage() {
  const t = useT();
  const { personId } = useAddress(paths.person);
  const { canAnywhere } = useSession();
  const { data: person, error, refetch } = useRead(getPerson, { personId });
  const crumbs = [{ label: t('people.title'), to: paths.people.to() }];
  if (error && !person) {
    return (
      <Page title={t('people.title')} crumbs={crumbs}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!person) return <PageSkeleton />;
  const first = person.posts.find((post) => post.validTo === null);
  return (
    <Page
      title={person.name}
      lead={first && `${first.title}, ${first.unitName}`}
      crumbs={crumbs}
      state={
        person.closedOn !== null && (
          <StateTag tone="neutral">{t('people.facts.closed', { day: shortDay(person.closedOn) })}</StateTag>
        )
      }
      action={
        canAnywhere('audit.read') && (
          <LinkButton icon={ScrollText} to={paths.audit.to({}, { person: person.id })}>
            {t('people.action.audit')}
          </LinkButton>
        )
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <PersonFacts key={person.id} person={person} />
        <div className="flex min-w-0 flex-col gap-6">
          <PersonRoles person={person} />
          <PersonPosts person={person} />
        </div>
      </div>
    </Page>
  );
}

function PersonPosts({ person }: { person: PersonDetail }) {
  const t = useT();
  return (
    <Card title={t('people.posts.title')} flush>
      {person.posts.length === 0 && <p className="p-4 text-muted">{t('people.posts.none')}</p>}
      <ul className="divide-y divide-line">
        {person.posts.map((post) => {
          const from = shortDay(post.validFrom);
          return (
            <li key={post.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <div className="font-semibold">{post.title}</div>
                <Link to={paths.unit.to({ unitId: post.unitId })}>{post.unitName}</Link>
                <div className="text-xs text-muted">
                  {post.validTo === null
                    ? t('people.posts.since', { from })
                    : t('people.posts.until', { from, to: shortDay(post.validTo) })}
                </div>
              </div>
              {post.validTo !== null && <StateTag tone="neutral">{t('people.posts.past')}</StateTag>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

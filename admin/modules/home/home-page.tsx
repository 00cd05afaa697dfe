import type { ReactNode } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { shortDay } from '#lib/format.ts';
import { home } from '#modules/plans/plans.contract.ts';
import { countActivities } from '#modules/work/work.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Badge, StateTag } from '../../ui/state-tag.tsx';
import { AssignedNotice, MyTexts, OffersNotice } from '../articles/newsroom-home.tsx';
import { ReviewsNotice } from '../articles/reviews-notice.tsx';
import { AskedCard } from '../cascade/asked-card.tsx';
import { SentCard } from '../cascade/sent-card.tsx';
import { wordOf } from '../plans/chosen-act.ts';
import { PlanStateTags } from '../plans/plan-words.tsx';
import { WaitingNotice } from '../work/waiting-notice.tsx';
import { FirstSteps } from './first-steps.tsx';

type Home = OutputOf<typeof home>;

/** What waits for me first, then what my units have under way and owe. */
export default function HomePage() {
  const t = useT();
  const read = useRead(home, {}, { refetchEvery: 60_000 });
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <PageSkeleton />}
      {read.data && <ReviewsNotice />}
      {read.data && <OffersNotice />}
      {read.data && <AssignedNotice />}
      {read.data && <ToConfirm />}
      {read.data && <AskedCard />}
      {read.data && <SentCard />}
      {read.data && isNew(read.data) && <MyTexts />}
      {read.data && isNew(read.data) && <FirstSteps />}
      {read.data && isNew(read.data) && <VacantPosts posts={read.data.vacantPosts} />}
      {read.data && !isNew(read.data) && <Boards data={read.data} />}
    </Page>
  );
}

/** Nothing has begun yet; posts without a person are there from the first day. */
const isNew = (d: Home): boolean => [d.waiting, d.due, d.documents, d.activities].every((list) => list.length === 0);

/** Only what holds something is shown beside what waits: an empty board tells nothing. */
function Boards({ data }: { data: Home }) {
  const t = useT();
  const beside = data.documents.length + data.activities.length + data.vacantPosts.length > 0;
  return (
    <div className={cx('grid items-start gap-6', beside && 'lg:grid-cols-[3fr_2fr]')}>
      <div className="grid gap-6">
        <Board title={t('home.waiting')} empty={t('home.waiting.none')} rows={data.waiting.map(planRow)} waiting />
        <Board title={t('home.underWay')} rows={data.due.map(planRow)} all={paths.plans.to()} />
        <MyTexts />
      </div>
      {beside && (
        <div className="grid gap-6">
          <Board title={t('home.documents')} rows={data.documents.map(documentRow)} all={paths.incoming.to()} />
          <Board title={t('home.products')} rows={data.activities.map(productRow)} />
          <VacantPosts posts={data.vacantPosts} />
        </div>
      )}
    </div>
  );
}

/** Evidence that waits for the reader's confirmation. */
function ToConfirm() {
  const { unit } = useSession();
  const read = useRead(countActivities, { unitId: unit?.id }, { enabled: unit !== null });
  return <WaitingNotice n={read.data?.waiting ?? 0} />;
}

function VacantPosts({ posts }: { posts: Home['vacantPosts'] }) {
  const t = useT();
  return <Board title={t('home.vacant')} rows={posts.map(postRow)} />;
}

interface Row {
  key: string;
  node: ReactNode;
}

interface BoardProps {
  title: string;
  rows: Row[];
  /** Said where nothing is on it; without it the board is then left out. */
  empty?: string;
  all?: string;
  /** What is on it waits for the reader: its count is marigold. */
  waiting?: boolean;
}

function Board({ title, rows, empty, all, waiting }: BoardProps) {
  const t = useT();
  if (rows.length === 0 && empty === undefined) return null;
  const named = waiting && rows.length > 0 ? <WaitingTitle title={title} count={rows.length} /> : title;
  return (
    <Card title={named} flush action={all && rows.length > 0 ? <Link to={all}>{t('home.all')}</Link> : undefined}>
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted">{empty}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.key} className="px-4 py-3">
              {row.node}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const WaitingTitle = ({ title, count }: { title: string; count: number }) => (
  <span className="inline-flex items-center gap-2">
    {title}
    <Badge tone="waiting">{count}</Badge>
  </span>
);

const planRow = (item: Home['waiting'][number]): Row => ({ key: item.planId, node: <PlanLine item={item} /> });
const documentRow = (d: Home['documents'][number]): Row => ({ key: d.id, node: <DocumentLine document={d} /> });
const productRow = (a: Home['activities'][number]): Row => ({
  key: `${a.lineId} ${a.product} ${a.month}`,
  node: <ProductLine product={a} />,
});
const postRow = (post: Home['vacantPosts'][number]): Row => ({ key: post.id, node: <PostLine post={post} /> });

function PlanLine({ item }: { item: Home['waiting'][number] }) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-60">
        <Link to={paths.plan.to({ planId: item.planId }, { viec: wordOf(item.act) })}>{item.title}</Link>
        <p className="text-xs text-muted">{item.unitName}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {item.lateDays > 0 && <Badge tone="danger">{t('home.late', { days: item.lateDays })}</Badge>}
        {item.lateDays === 0 && item.dueOn && (
          <span className="text-xs text-muted">{t('home.due', { day: shortDay(item.dueOn) })}</span>
        )}
        <PlanStateTags state={item.state} waiting={item.act} />
      </div>
    </div>
  );
}

const documentTones = { reading: 'info', review: 'waiting', failed: 'danger' } as const;
type DocumentState = keyof typeof documentTones;
const isListed = (state: string): state is DocumentState => state in documentTones;

/** One that can be reviewed leads straight to the review. */
function DocumentLine({
  document: { id: documentId, title, state, unitName },
}: {
  document: Home['documents'][number];
}) {
  const t = useT();
  const to = state === 'review' ? paths.incomingReview : paths.incomingDocument;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-48">
        <Link to={to.to({ documentId })}>{title}</Link>
        <p className="text-xs text-muted">{unitName}</p>
      </div>
      {isListed(state) && <StateTag tone={documentTones[state]}>{t(`home.document.${state}`)}</StateTag>}
    </div>
  );
}

function ProductLine({ product: p }: { product: Home['activities'][number] }) {
  const t = useT();
  const [year = '', month = ''] = p.month.split('-');
  return (
    <>
      <Link to={paths.activity.to({ lineId: p.lineId })}>{p.text}</Link>
      <p className="text-xs text-muted">
        {t('home.products.count', { count: p.count, product: p.product })} ·{' '}
        {t('home.products.month', { month: Number(month), year })} · {p.unitName}
      </p>
    </>
  );
}

function PostLine({ post }: { post: Home['vacantPosts'][number] }) {
  const t = useT();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <p>{post.title}</p>
        <p className="text-xs text-muted">{post.unitName}</p>
      </div>
      <Link to={paths.unit.to({ unitId: post.unitId })}>{t('home.vacant.assign')}</Link>
    </div>
  );
}

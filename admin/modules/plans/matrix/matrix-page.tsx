import Plus from 'lucide-react/icons/plus';
import { getPlan, type PlanWhole } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../../app/data.ts';
import { useAddress, useFilters } from '../../../app/filters.ts';
import { paths } from '../../../app/paths.ts';
import { ProblemPage } from '../../../app/problem-notice.tsx';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link.tsx';
import { useMedia, usePhone } from '../../../ui/media.ts';
import { Page } from '../../../ui/page.tsx';
import { PageSkeleton } from '../../../ui/skeleton.tsx';
import { Announcements } from '../editing/announce.tsx';
import { SavedMark, SaveNotices, UnsavedPill } from '../editing/save-state.tsx';
import { DeskProvider, useBook, useDesk, useOpenDesk } from '../editing/use-desk.ts';
import { LockedPage } from '../locked-page.tsx';
import { addActivity, useActivities } from './activities.ts';
import { ActivityCards } from './activity-cards.tsx';
import { ActivityForm } from './activity-form.tsx';
import { ActivityGrid } from './grid.tsx';
import { Totals } from './totals.tsx';

/** The activities of a plan as a matrix. */
export default function MatrixPage() {
  const { planId } = useAddress(paths.planMatrix);
  const read = useRead(getPlan, { planId });
  if (read.error && !read.data) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  return <Editor key={planId} whole={read.data} />;
}

function Editor({ whole }: { whole: PlanWhole }) {
  const desk = useOpenDesk(whole);
  const unsent = (desk?.book.unsent().length ?? 0) > 0;
  if (!whole.plan.can.includes('edit') && !unsent) return <LockedPage plan={whole.plan} />;
  if (!desk) return <PageSkeleton />;
  return (
    <DeskProvider value={desk}>
      <Matrix />
    </DeskProvider>
  );
}

function Matrix() {
  const t = useT();
  const { book } = useDesk();
  const [{ dong }, setFilters] = useFilters({ dong: '' });
  const planId = useBook((b) => b.plan.id);
  const title = useBook((b) => b.header.mine.title);
  const open = (id: string) => setFilters({ dong: id });
  const add = () => open(addActivity(book));
  return (
    <Page
      width="full"
      title={t('plans.matrix.title')}
      lead={t('plans.matrix.lead')}
      crumbs={[
        { label: t('plans.title'), to: paths.plans.to() },
        { label: title, to: paths.plan.to({ planId }) },
      ]}
      state={<SavedMark />}
      action={
        <>
          <LinkButton to={paths.planEdit.to({ planId })}>{t('plans.matrix.toOutline')}</LinkButton>
          <Button look="primary" icon={Plus} onClick={add}>
            {t('plans.matrix.add')}
          </Button>
        </>
      }
    >
      <Announcements />
      <UnsavedPill />
      <SaveNotices onGo={open} />
      <Activities openId={dong} onOpen={open} onAdd={add} />
    </Page>
  );
}

function Activities({ openId, onOpen, onAdd }: { openId: string; onOpen: (id: string) => void; onAdd: () => void }) {
  const t = useT();
  const phone = usePhone();
  const beside = useMedia('(min-width: 64rem)');
  const ids = useActivities();
  const open = ids.includes(openId);
  if (ids.length === 0)
    return (
      <Card>
        <EmptyState
          title={t('plans.matrix.empty')}
          action={
            <Button look="primary" icon={Plus} onClick={onAdd}>
              {t('plans.matrix.add')}
            </Button>
          }
        >
          {t('plans.matrix.emptyHint')}
        </EmptyState>
      </Card>
    );
  // Where there is no room beside the grid the form stands alone, as a page of its own.
  if (open && !beside) return <ActivityForm id={openId} onOpen={onOpen} />;
  return (
    <div className={open ? 'grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]' : undefined}>
      <div className="flex min-w-0 flex-col gap-4">
        {phone ? (
          <ActivityCards onOpen={onOpen} />
        ) : (
          <>
            <ActivityGrid openId={openId} onOpen={onOpen} />
            <p className="text-xs text-muted">{t('plans.matrix.keys')}</p>
          </>
        )}
        <Totals />
      </div>
      {open && <ActivityForm id={openId} onOpen={onOpen} />}
    </div>
  );
}

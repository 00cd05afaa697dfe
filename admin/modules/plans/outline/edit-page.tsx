import { useEffect } from 'react';
import { getPlan, type Plan, type PlanWhole } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../../app/data.ts';
import { useAddress, useFilters } from '../../../app/filters.ts';
import { paths } from '../../../app/paths.ts';
import { ProblemPage } from '../../../app/problem-notice.tsx';
import { useT } from '../../../texts/load.ts';
import { LinkButton } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { PageSkeleton } from '../../../ui/skeleton.tsx';
import { Announcements } from '../editing/announce.tsx';
import { placeOfEntry, SavedMark, SaveNotices, UnsavedPill } from '../editing/save-state.tsx';
import { DeskProvider, useBook, useOpenDesk } from '../editing/use-desk.ts';
import { EditionNotices } from '../edition-notices.tsx';
import { LockedPage } from '../locked-page.tsx';
import { ActivitiesSection } from './activities-section.tsx';
import { EndSection, HeaderSection } from './header-section.tsx';
import { focusLine } from './line-focus.ts';
import { OutlineSection } from './outline-section.tsx';
import { SectionList } from './section-list.tsx';
import { type Section, sections } from './sections.ts';

/** The outline of a plan: every part written in place, saved line by line. */
export default function EditPage() {
  const { planId } = useAddress(paths.planEdit);
  const read = useRead(getPlan, { planId });
  if (read.error && !read.data) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  return <Editor key={planId} whole={read.data} />;
}

function Editor({ whole }: { whole: PlanWhole }) {
  const desk = useOpenDesk(whole);
  // A desk with unsent text stays open whatever the state: the text must remain readable.
  const unsent = (desk?.book.unsent().length ?? 0) > 0;
  if (!whole.plan.can.includes('edit') && !unsent) return <LockedPage plan={whole.plan} />;
  if (!desk) return <PageSkeleton />;
  return (
    <DeskProvider value={desk}>
      <Outline plan={whole.plan} />
    </DeskProvider>
  );
}

type WrittenSection = Section & { part: Exclude<Section['part'], 'activity' | 'duty'> };

/** Brings a line into view, with the caret in it. */
function goTo(id: string): void {
  document.getElementById(placeOfEntry(id))?.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => focusLine(id));
}

function Outline({ plan }: { plan: Plan }) {
  const t = useT();
  const [{ dong }] = useFilters({ dong: '' });
  const title = useBook((book) => book.header.mine.title);
  const planId = useBook((book) => book.plan.id);
  const amending = plan.amendsId ? plan : null;
  useEffect(() => {
    if (dong) goTo(dong);
  }, [dong]);
  return (
    <Page
      title={title || t('plans.new.title')}
      lead={t('plans.edit.lead')}
      crumbs={[
        { label: t('plans.title'), to: paths.plans.to() },
        { label: t('plans.edit.toPlan'), to: paths.plan.to({ planId }) },
      ]}
      state={
        <span className="lg:hidden">
          <SavedMark />
        </span>
      }
      action={
        <>
          <LinkButton to={paths.planMatrix.to({ planId })}>{t('plans.page.matrix')}</LinkButton>
          <LinkButton to={paths.plan.to({ planId })} look="primary">
            {t('plans.edit.view')}
          </LinkButton>
        </>
      }
    >
      <Announcements />
      <UnsavedPill />
      <SaveNotices onGo={goTo} />
      {amending && <EditionNotices plan={amending} />}
      <div className="grid items-start gap-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <SectionList />
        <div className="flex min-w-0 flex-col gap-8 rounded-md border border-line bg-paper p-4 md:p-6">
          <HeaderSection />
          {sections.map((section) =>
            section.part === 'activity' ? (
              <ActivitiesSection key={section.part} follows={plan.followsId !== null} />
            ) : (
              <OutlineSection key={section.part} section={section as WrittenSection} />
            ),
          )}
          <EndSection />
        </div>
      </div>
    </Page>
  );
}

import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import FileText from 'lucide-react/icons/file-text';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import { addDays } from '#lib/working-days.ts';
import { type Purpose, purposes } from '#modules/media/classes.contract.ts';
import { type ClassConsents, getClassConsents } from '#modules/media/consents.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress, useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DownloadLink } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AnswersCard } from './answers-card.tsx';
import { ClassRename } from './class-rename.tsx';
import { ClassScan } from './class-scan.tsx';
import { PupilPanel } from './pupil-panel.tsx';
import { PupilsAdd } from './pupils-add.tsx';
import { PupilsLeft } from './pupils-left.tsx';
import { SheetIn } from './sheet-in.tsx';

const isPurpose = (value: string): value is Purpose => (purposes as readonly string[]).includes(value);

/** Pupils of a class and what was answered for them: forms out, answers in. */
export default function ClassPage() {
  const t = useT();
  const { classId } = useAddress(paths.schoolClass);
  const [filters, setFilters] = useFilters({ muc: 'news', em: '' });
  const purpose = isPurpose(filters.muc) ? filters.muc : 'news';
  const read = useRead(getClassConsents, { classId, purpose }, { keepPrevious: true });
  const crumbs = [
    { label: t('consents.overview'), to: paths.consents.to() },
    { label: t('consents.classes'), to: paths.classes.to() },
  ];
  if (!read.data)
    return (
      <Page title={t('consents.pupils')} crumbs={crumbs}>
        {read.error ? <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />}
      </Page>
    );
  const { class: one } = read.data;
  const facts = { unit: one.unitName, year: one.schoolYear, next: one.schoolYear + 1, n: one.pupils };
  const pupil = read.data.pupils.find((row) => row.id === filters.em);
  return (
    <Page
      title={t('consents.class', { name: one.name })}
      lead={t('consents.classLead', facts)}
      crumbs={crumbs}
      action={<ClassRename key={one.version} of={one} />}
      width="full"
    >
      <Papers key={purpose} data={read.data} />
      {pupil && <PupilPanel key={pupil.id} pupil={pupil} of={one} onClose={() => setFilters({ em: '' })} />}
      <Tabs
        label={t('consents.purpose')}
        value={purpose}
        onChange={(muc) => setFilters({ muc })}
        tabs={purposes.map((key) => ({ key, label: t(`consents.purpose.${key}`) }))}
      >
        <Answers key={purpose} data={read.data} onPupil={(em) => setFilters({ em })} />
      </Tabs>
      <PupilsLeft of={one} />
    </Page>
  );
}

function Answers({ data, onPupil }: { data: ClassConsents; onPupil: (id: string) => void }) {
  const t = useT();
  if (data.pupils.length === 0)
    return <EmptyState title={t('consents.noPupils')}>{t('consents.noPupilsHint')}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">
        {t('consents.validTo', { day: shortDay(addDays(data.validTo, -1)), number: data.wording.number })}{' '}
        {t('consents.ageRule', { age: data.childAge, source: data.source })}
      </p>
      <AnswersCard data={data} onPupil={onPupil} />
    </div>
  );
}

/** What goes out, and what comes back other than by ticks. */
function Papers({ data }: { data: ClassConsents }) {
  const t = useT();
  const { class: one } = data;
  const mayRecord = one.can.includes('record');
  const [open, setOpen] = useState(one.pupils === 0 && mayRecord);
  const [purpose, setPurpose] = useState(data.purpose);
  const at = (name: string) => `/api/classes/${one.id}/${name}`;
  return (
    <>
      <Card
        title={t('consents.papers')}
        action={
          mayRecord && (
            <Button size="sm" icon={Plus} aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t('consents.hideAdd') : t('consents.addPupils')}
            </Button>
          )
        }
      >
        <div className="flex flex-col gap-4">
          <p className="text-muted">{t('consents.papersHint')}</p>
          <div className="flex flex-wrap items-end gap-3">
            <DownloadLink look="primary" icon={FileText} href={at('consent-form?layout=pages')}>
              {t('consents.formPages')}
            </DownloadLink>
            <Select
              className="min-w-56"
              label={t('consents.formFor')}
              value={purpose}
              onChange={setPurpose}
              options={purposes.map((value) => ({ value, label: t(`consents.purpose.${value}`) }))}
            />
            <DownloadLink icon={FileText} href={at(`consent-form?layout=list&purpose=${purpose}`)}>
              {t('consents.formList')}
            </DownloadLink>
            <DownloadLink icon={FileSpreadsheet} href={at(`consent-sheet?purpose=${purpose}`)}>
              {t('consents.sheetOut')}
            </DownloadLink>
          </div>
          {mayRecord && one.pupils > 0 && (
            <details className="rounded-md border border-line px-4 py-2">
              <summary className="cursor-pointer py-1 font-semibold">{t('consents.takeBack')}</summary>
              <div className="grid gap-6 py-3 lg:grid-cols-2">
                <SheetIn classId={one.id} purpose={data.purpose} />
                <ClassScan classId={one.id} unitId={one.unitId} />
              </div>
            </details>
          )}
        </div>
      </Card>
      {open && <PupilsAdd classId={one.id} />}
    </>
  );
}

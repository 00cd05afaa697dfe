import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { sum } from './counts.ts';
import type { Coverage } from './coverage-page.tsx';
import type { TabProps } from './coverage-tabs.tsx';
import { Due } from './due.tsx';
import { StackedBar } from './stacked-bar.tsx';
import { inWords, UnitTag, unitSegments } from './state-words.tsx';

type Child = Coverage['children'][number];

/** Where a unit opens: what lies below it, else its own answers. */
export function addressOf(planId: string, child: Child, muc = ''): string | undefined {
  if (sum(child.units) > 0) return paths.planCoverage.to({ planId }, { trong: child.unitId, muc });
  return child.own ? paths.planAddressee.to({ planId, addresseeId: child.own.addresseeId }) : undefined;
}

/** Units directly below what is shown: their own standing, and a bar of all that lies below them. */
export function ChildrenTable({ plan, data }: TabProps) {
  const t = useT();
  const all = useColumns(plan.id);
  const columns = data.children.some(({ units }) => sum(units) > 0) ? all : all.filter(({ key }) => key !== 'below');
  const title = t('cascade.coverage.units.children', { name: data.node.name });
  return (
    <Card flush title={title}>
      <Table
        caption={title}
        columns={columns}
        rows={data.children}
        keyOf={(child) => child.unitId}
        linkOf={(child) => addressOf(plan.id, child)}
        empty={<Leaf />}
      />
    </Card>
  );
}

function Leaf() {
  const t = useT();
  return (
    <EmptyState small title={t('cascade.coverage.units.leaf')}>
      {t('cascade.coverage.units.leafHint')}
    </EmptyState>
  );
}

function useColumns(planId: string): Column<Child>[] {
  const t = useT();
  return [
    {
      key: 'name',
      title: t('cascade.coverage.column.unit'),
      width: '30%',
      cell: (child) => (
        <>
          {child.name}
          <span className="block text-xs font-normal text-muted">{t(`ui.kind.${child.kind}`)}</span>
        </>
      ),
    },
    {
      key: 'own',
      title: t('cascade.coverage.column.own'),
      cell: (child) =>
        child.own ? (
          <span className="flex flex-col items-start gap-1">
            <UnitTag state={child.own.state} />
            <span className="text-xs text-muted">
              {t('cascade.coverage.answered', { done: child.own.answered, total: child.own.asked })}
            </span>
          </span>
        ) : (
          <span className="text-xs text-muted">{t('cascade.coverage.notSentSelf')}</span>
        ),
    },
    {
      key: 'due',
      title: t('cascade.coverage.column.due'),
      cell: (child) => child.own && <Due dueOn={child.own.dueOn} lateDays={child.own.lateDays} />,
    },
    {
      key: 'below',
      title: t('cascade.coverage.column.below'),
      width: '28%',
      cell: (child) => <Below child={child} />,
    },
    {
      key: 'open',
      title: '',
      cell: (child) => <OwnAnswers planId={planId} child={child} />,
    },
  ];
}

function Below({ child }: { child: Child }) {
  const t = useT();
  const segments = unitSegments(child.units, t);
  if (sum(child.units) === 0) return <span className="text-xs text-muted">{t('cascade.coverage.noneBelow')}</span>;
  return (
    <div className="flex flex-col gap-1 pt-1">
      <StackedBar label={child.name} segments={segments} />
      <span className="text-xs text-muted" aria-hidden>
        {inWords(segments, t)}
      </span>
    </div>
  );
}

/** A unit with others below it opens those; its own answers are a link beside. */
function OwnAnswers({ planId, child }: { planId: string; child: Child }) {
  const t = useT();
  if (!child.own || sum(child.units) === 0) return null;
  const to = paths.planAddressee.to({ planId, addresseeId: child.own.addresseeId });
  return (
    <span className="relative z-10">
      <Link to={to}>
        {t('cascade.coverage.openOwn')}
        <span className="sr-only">: {child.name}</span>
      </Link>
    </span>
  );
}

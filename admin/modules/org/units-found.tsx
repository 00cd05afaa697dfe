import { type UnitKind, unitKinds } from '#lib/unit-kinds.ts';
import { getUnit, listUnits, type UnitDetail, type UnitRow } from '#modules/org/org.contract.ts';
import { useList, useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Table } from '../../ui/table.tsx';

export const unitFilters = { unit: '', q: '', kind: '', closed: '', everywhere: '', view: '' };
export type UnitFilters = { [K in keyof typeof unitFilters]: string };

interface UnitsFoundProps {
  filters: UnitFilters;
  /** The unit chosen in the tree. */
  unitId: string | undefined;
  onChange: (change: Partial<UnitFilters>) => void;
}

/** Units below the chosen one; with words or a kind, everything that fits in its subtree or in the whole sector. */
export function UnitsFound({ filters, unitId, onChange }: UnitsFoundProps) {
  const t = useT();
  const { data: unit } = useRead(getUnit, { unitId: unitId ?? '' }, { enabled: unitId !== undefined });
  const searching = filters.q !== '' || filters.kind !== '';
  const everywhere = filters.everywhere !== '' || unitId === undefined;
  const list = useList(
    listUnits,
    {
      ...(searching ? { within: everywhere ? undefined : unitId } : { parentId: unitId }),
      q: filters.q || undefined,
      kind: (filters.kind || undefined) as UnitKind | undefined,
      closed: filters.closed ? 'include' : undefined,
    },
    { keepPrevious: true },
  );
  const columns = useUnitColumns(searching);
  const clear = () => onChange({ q: '', kind: '', everywhere: '' });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Finder filters={filters} onChange={onChange} />
      {list.query.error ? (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      ) : (
        <Card
          flush
          title={titleOf(t, unit, searching, everywhere)}
          action={<Around {...{ filters, unit, onChange }} />}
        >
          <Table
            caption={titleOf(t, unit, searching, everywhere)}
            rows={list.items}
            keyOf={(row) => row.id}
            linkOf={(row) => paths.unit.to({ unitId: row.id })}
            columns={columns}
            empty={searching ? <NothingFound onClear={clear} /> : <NoChildren unit={unit} />}
          />
          {list.items && list.items.length > 0 && (
            <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
          )}
        </Card>
      )}
    </div>
  );
}

function titleOf(
  t: ReturnType<typeof useT>,
  unit: UnitDetail | undefined,
  searching: boolean,
  everywhere: boolean,
): string {
  if (!unit || (searching && everywhere)) return t(searching ? 'org.list.foundAll' : 'org.list.top');
  return t(searching ? 'org.list.found' : 'org.list.children', { name: unit.name });
}

/** Beside the title of the list: the page of the unit, or a wider search. */
function Around({
  filters,
  unit,
  onChange,
}: Pick<UnitsFoundProps, 'filters' | 'onChange'> & { unit: UnitDetail | undefined }) {
  const t = useT();
  if (!unit) return null;
  if (filters.q === '' && filters.kind === '') {
    return (
      <LinkButton size="sm" to={paths.unit.to({ unitId: unit.id })}>
        {t('org.list.openUnit')}
      </LinkButton>
    );
  }
  return (
    <Checkbox
      label={t('org.list.searchAll')}
      checked={filters.everywhere !== ''}
      onChange={(on) => onChange({ everywhere: on ? 'co' : '' })}
    />
  );
}

function Finder({ filters, onChange }: Pick<UnitsFoundProps, 'filters' | 'onChange'>) {
  const t = useT();
  return (
    <search className="grid items-end gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <SearchBox
        showLabel
        label={t('org.search')}
        placeholder={t('org.searchHint')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('org.kind')}
        value={filters.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { value: '', label: t('org.anyKind') },
          ...unitKinds.map((value) => ({ value, label: t(`ui.kind.${value}`) })),
        ]}
      />
      <Checkbox
        className="sm:col-span-2"
        label={t('org.withClosed')}
        checked={filters.closed !== ''}
        onChange={(on) => onChange({ closed: on ? 'co' : '' })}
      />
    </search>
  );
}

/** Columns of a list of units; where they lie is said only when they come from several places. */
export function useUnitColumns(withParent: boolean) {
  const t = useT();
  return [
    {
      key: 'name',
      title: t('org.column.name'),
      cell: (row: UnitRow) => (
        <>
          {row.name}
          {row.closedOn !== null && (
            <span className="ml-2 inline-block">
              <StateTag tone="neutral">{t('org.closed')}</StateTag>
            </span>
          )}
        </>
      ),
    },
    { key: 'kind', title: t('org.column.kind'), width: '26%', cell: (row: UnitRow) => t(`ui.kind.${row.kind}`) },
    withParent
      ? { key: 'parent', title: t('org.column.parent'), width: '30%', cell: (row: UnitRow) => row.parentName ?? '' }
      : { key: 'symbol', title: t('org.column.symbol'), width: '18%', cell: (row: UnitRow) => row.symbol ?? '' },
  ];
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const t = useT();
  return (
    <EmptyState title={t('org.list.notFound')} action={<Button onClick={onClear}>{t('org.list.clear')}</Button>}>
      {t('org.list.notFoundHint')}
    </EmptyState>
  );
}

/** Nothing lies below; whoever may add units is offered to. */
export function NoChildren({ unit }: { unit: UnitDetail | undefined }) {
  const t = useT();
  const mayAdd = unit?.can.includes('add-child');
  return (
    <EmptyState
      title={t('org.list.none')}
      action={
        unit &&
        mayAdd && (
          <>
            <LinkButton to={paths.unitNew.to({ unitId: unit.id })}>{t('org.action.addChild')}</LinkButton>
            <LinkButton to={paths.unitImport.to({}, { unit: unit.id })}>{t('org.action.importSchools')}</LinkButton>
          </>
        )
      }
    >
      {mayAdd && t('org.list.noneHint')}
    </EmptyState>
  );
}

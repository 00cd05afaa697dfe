import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { decideOffers, type OfferRow } from '#modules/articles/offers.contract.ts';
import { type ListRead, useWrite } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { offerChanges } from './offer-acts.tsx';
import { OfferDue, OfferStateTag } from './offer-state.tsx';
import type { Side } from './offers-filter.tsx';
import { PressForm } from './press-form.tsx';

export interface OffersTableProps {
  list: ListRead<OfferRow>;
  rows: readonly OfferRow[] | undefined;
  side: Side;
  filtered: boolean;
  linkOf: (row: OfferRow) => string;
  /** The one that is read beside the list. */
  chosen: string;
  /** The list stands beside the reading pane. */
  narrow: boolean;
}

/** The list with what can be done to many at once: receive, pick, send to the press. */
export function OffersTable({ list, rows, side, filtered, linkOf, narrow, chosen: open }: OffersTableProps) {
  const t = useT();
  const { can } = useSession();
  const [ticked, setTicked] = useState<Set<string>>(new Set());
  const [press, setPress] = useState(false);
  const [skipped, setSkipped] = useState<string[]>([]);
  const columns = useColumns(side, narrow, open);
  const chosen = (rows ?? []).filter((row) => ticked.has(row.id));
  const received = side === 'received';
  if (press) return <PressForm stories={chosen} onClose={() => setPress(false)} />;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {skipped.length > 0 && (
        <Notice live tone="warning" title={t('offers.skipped', { n: skipped.length })}>
          <ul className="list-disc pl-5">
            {skipped.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card flush>
        <Table
          caption={t(`offers.tab.${side}`)}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.id}
          nameOf={(row) => row.title}
          linkOf={linkOf}
          {...(received && can('articles.select') && { selected: ticked, onSelect: setTicked })}
          bulk={
            <Bulk
              chosen={chosen}
              onPress={() => setPress(true)}
              onDone={(lines) => {
                setTicked(new Set());
                setSkipped(lines);
              }}
            />
          }
          empty={<None side={side} filtered={filtered} />}
        />
        {rows && rows.length > 0 && (
          <More shown={rows.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
        )}
      </Card>
    </div>
  );
}

function Bulk({
  chosen,
  onPress,
  onDone,
}: {
  chosen: readonly OfferRow[];
  onPress: () => void;
  onDone: (skipped: string[]) => void;
}) {
  const t = useT();
  const { can } = useSession();
  const decide = useWrite(decideOffers, { changes: offerChanges });
  const offers = chosen.map(({ id, version }) => ({ id, version }));
  const act = (what: 'accept' | 'pick') =>
    decide.mutate(
      { act: what, offers },
      {
        onError: (problem) => onDone([problem.title]),
        onSuccess: ({ items, skipped }) => {
          if (items.length > 0) toast({ tone: 'success', text: t(`offers.many.${what}`, { n: items.length }) });
          onDone(skipped.map((one) => `${one.title}: ${one.sentence}`));
        },
      },
    );
  const picked = chosen.length > 0 && chosen.every((row) => row.state === 'picked');
  return (
    <>
      <Button size="sm" busy={decide.isPending} onClick={() => act('accept')}>
        {t('offers.act.accept')}
      </Button>
      <Button size="sm" look="primary" busy={decide.isPending} onClick={() => act('pick')}>
        {t('offers.act.pick')}
      </Button>
      {can('placements.record') && (
        <Button size="sm" onClick={picked ? onPress : () => toast({ text: t('offers.pressOnlyPicked'), tone: 'info' })}>
          {t('offers.press')}
        </Button>
      )}
    </>
  );
}

function None({ side, filtered }: { side: Side; filtered: boolean }) {
  const t = useT();
  if (filtered) return <EmptyState title={t('offers.noneFound')}>{t('offers.noneFoundHint')}</EmptyState>;
  return side === 'received' ? (
    <EmptyState title={t('offers.none')}>{t('offers.noneHint')}</EmptyState>
  ) : (
    <EmptyState title={t('offers.noneSent')}>{t('offers.noneSentHint')}</EmptyState>
  );
}

function useColumns(side: Side, narrow: boolean, open: string): Column<OfferRow>[] {
  const t = useT();
  const language = useLanguage();
  const other = (row: OfferRow) => (side === 'received' ? row.unitName : row.toUnitName);
  const at = (row: OfferRow) => moment(row.offeredAt, Date.now(), language);
  const title: Column<OfferRow> = {
    key: 'title',
    title: t('offers.name'),
    width: narrow ? '62%' : '40%',
    cell: (row) => (
      <>
        <span
          aria-current={row.id === open ? 'true' : undefined}
          className={cx('line-clamp-2 wrap-anywhere', row.id === open && 'text-primary underline')}
        >
          {row.title}
        </span>
        <span className="mt-0.5 block text-xs font-normal text-muted">
          {(narrow ? [row.credit, other(row), at(row)] : [row.credit, row.originUnitName]).filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  };
  const state: Column<OfferRow> = {
    key: 'state',
    title: t('offers.state'),
    cell: (row) => (
      <>
        <OfferStateTag offer={row} />
        <OfferDue offer={row} />
      </>
    ),
  };
  if (narrow) return [title, state];
  return [
    title,
    { key: 'other', title: t(side === 'received' ? 'offers.sentBy' : 'offers.sentTo'), cell: other },
    { key: 'at', title: t('offers.at'), cell: at },
    state,
  ];
}

import PenLine from 'lucide-react/icons/pen-line';
import { dueIn, formatNumber, moment } from '#lib/format.ts';
import { type ArticleRow, listArticles, type Stage } from '#modules/articles/articles.contract.ts';
import { listAssignments } from '#modules/articles/assignments.contract.ts';
import { listOffers } from '#modules/articles/offers.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { writingUrl } from './article-actions.tsx';
import { StageTag } from './stage-tag.tsx';

/** On the home page: stories that units below offered and that nobody has looked at yet. */
export function OffersNotice() {
  const t = useT();
  const { unit, can } = useSession();
  const asked = { unitId: unit?.id ?? '', state: 'offered', limit: 100 } as const;
  const read = useRead(listOffers, asked, { enabled: unit !== null && can('articles.select'), refetchEvery: 60_000 });
  const n = read.data?.items.length ?? 0;
  if (n === 0) return null;
  return (
    <Notice
      tone="waiting"
      title={t('home.offers', { n: n >= 100 ? '99+' : formatNumber(n) })}
      action={
        <LinkButton size="sm" to={paths.offers.to({}, { buoc: 'offered' })}>
          {t('home.offers.show')}
        </LinkButton>
      }
    >
      {t('home.offers.hint')}
    </Notice>
  );
}

/** On the home page: what the reader was asked to write and has not written yet. */
export function AssignedNotice() {
  const t = useT();
  const language = useLanguage();
  const { can } = useSession();
  const read = useRead(listAssignments, { scope: 'mine', limit: 100 }, { enabled: can('articles.write') });
  const items = read.data?.items ?? [];
  const first = items[0];
  if (!first) return null;
  const due = first.dueOn && dueIn(first.dueOn, Date.now(), language);
  return (
    <Notice
      tone="waiting"
      title={t('home.assigned', { n: formatNumber(items.length) })}
      action={
        <LinkButton size="sm" to={paths.assignments.to({}, { xem: 'mine' })}>
          {t('home.assigned.show')}
        </LinkButton>
      }
    >
      {[first.title, due].filter(Boolean).join(' · ')}
    </Notice>
  );
}

const underWay: readonly Stage[] = ['writing', 'returned', 'in-review', 'approved', 'scheduled'];
const SHOWN = 5;

/** On the home page of whoever writes: their texts that are not out yet, and the way to a new one. */
export function MyTexts() {
  const t = useT();
  const { unit, can } = useSession();
  const writes = unit !== null && can('articles.write');
  const read = useRead(listArticles, { scope: 'mine', unitId: unit?.id, limit: 20 }, { enabled: writes });
  if (!writes || !read.data) return null;
  const rows = read.data.items.filter(({ stage }) => underWay.includes(stage)).slice(0, SHOWN);
  return (
    <Card
      title={t('home.texts')}
      flush
      action={
        <span className="flex flex-wrap items-center gap-4">
          {read.data.items.length > 0 && <Link to={paths.articles.to({}, { xem: 'mine' })}>{t('home.all')}</Link>}
          <a href={writingUrl()} className={buttonClass('primary', 'sm')}>
            <PenLine size={16} className="shrink-0" aria-hidden />
            {t('home.texts.begin')}
          </a>
        </span>
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted">{t('home.texts.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <TextLine key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function TextLine({ row }: { row: ArticleRow }) {
  const t = useT();
  const language = useLanguage();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <Link to={paths.article.to({ articleId: row.id })}>{row.title || t('articles.untitled')}</Link>
        <p className="text-xs text-muted">{moment(row.movedAt, Date.now(), language)}</p>
      </div>
      <StageTag article={row} />
    </li>
  );
}

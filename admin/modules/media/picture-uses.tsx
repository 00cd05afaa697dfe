import type { MediaDetail } from '#modules/media/media.contract.ts';
import { paths } from '../../app/paths.ts';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Badge } from '../../ui/state-tag.tsx';

type Use = MediaDetail['usedIn'][number];

export function PictureUses({ row }: { row: MediaDetail }) {
  const t = useT();
  return (
    <Card title={t('media.usedIn')}>
      {row.usedIn.length === 0 ? (
        <p className="text-muted">{t('media.usedIn.none')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {row.usedIn.map((use) => (
            <li key={`${use.kind}-${use.id}-${use.cutId}`} className="flex flex-col gap-1">
              <UseName use={use} />
              <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
                {use.unitName}
                <Badge tone={use.channels.length > 0 ? 'success' : 'neutral'}>
                  {t(use.channels.length > 0 ? 'media.usedIn.public' : 'media.usedIn.private')}
                </Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function UseName({ use }: { use: Use }) {
  const t = useT();
  const kind = t(
    use.kind === 'article' || use.kind === 'hand-in' || use.kind === 'publication'
      ? `media.kind.${use.kind}`
      : 'media.kind.other',
  );
  const words = use.title ? `${kind}: ${use.title}` : t('media.usedIn.untitled');
  if (use.kind !== 'article' || use.title === '') return <span className="wrap-anywhere">{words}</span>;
  return <Link to={paths.article.to({ articleId: use.id })}>{words}</Link>;
}

/** Perhaps the same picture, sent on and made smaller: for a person to judge. */
export function PictureAlike({ row }: { row: MediaDetail }) {
  const t = useT();
  if (row.alike.length === 0) return null;
  return (
    <Card title={t('media.alike')}>
      <p className="mb-3 text-muted">{t('media.alike.lead')}</p>
      <ul className="flex flex-wrap gap-3">
        {row.alike.map((one) => (
          <li key={one.id}>
            <Link to={paths.picture.to({ mediaId: one.id })} className="flex w-40 flex-col gap-1">
              {one.cutId && (
                <img
                  src={cutAddress(one.cutId, '480')}
                  alt=""
                  loading="lazy"
                  className="aspect-4/3 w-full rounded-sm bg-sunken object-cover"
                />
              )}
              <span className="truncate text-sm">{one.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

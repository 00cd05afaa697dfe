import ImageOff from 'lucide-react/icons/image-off';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { MediaRow } from '#modules/media/media.contract.ts';
import { paths } from '../../app/paths.ts';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';
import { Link } from '../../ui/link.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { rightsOf } from './rights-left.ts';

/** Pictures side by side, each with what stands in its way. */
export function PictureGrid({ label, rows }: { label: string; rows: readonly MediaRow[] }) {
  return (
    <ul aria-label={label} className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      {rows.map((row) => (
        <li key={row.id} className="min-w-0">
          <Tile row={row} />
        </li>
      ))}
    </ul>
  );
}

function Tile({ row }: { row: MediaRow }) {
  const t = useT();
  const words = row.caption || row.alt || row.name || t('media.untitled');
  return (
    <article className="flex h-full flex-col overflow-hidden rounded-md border border-line bg-paper">
      <Link to={paths.picture.to({ mediaId: row.id })} className="flex flex-col no-underline">
        <Thumbnail row={row} />
        <span className="line-clamp-2 px-2 pt-2 text-sm wrap-anywhere text-ink">{words}</span>
      </Link>
      <p className="mt-auto flex flex-wrap gap-1 px-2 pt-1 pb-2 text-xs text-muted">
        <Signs row={row} />
      </p>
    </article>
  );
}

function Thumbnail({ row }: { row: MediaRow }) {
  const place = 'grid aspect-4/3 w-full place-items-center bg-sunken text-muted';
  if (row.state === 'refused')
    return (
      <span className={place}>
        <ImageOff size={28} aria-hidden />
      </span>
    );
  if (row.cut?.state !== 'ready')
    return (
      <span className={place}>
        <LoaderCircle size={28} aria-hidden className="motion-safe:animate-spin" />
      </span>
    );
  return (
    <img
      src={cutAddress(row.cut.id, '480')}
      alt=""
      loading="lazy"
      decoding="async"
      className="aspect-4/3 w-full bg-sunken object-cover"
      // The place that must stay visible; set on the element, as the policy of the pages wants it.
      ref={(image) => {
        if (image) image.style.objectPosition = `${row.focalX * 100}% ${row.focalY * 100}%`;
      }}
    />
  );
}

/** What somebody should know before using it. */
export function Signs({ row }: { row: MediaRow }) {
  const t = useT();
  const rights = rightsOf(row.rightsUntil);
  return (
    <>
      {row.state === 'refused' && <StateTag tone="danger">{t('media.state.refused')}</StateTag>}
      {row.state === 'waiting' && <StateTag tone="neutral">{t('media.state.waiting')}</StateTag>}
      {row.state === 'ready' && row.people === 'unsaid' && (
        <StateTag tone="waiting">{t('media.people.unsaidSign')}</StateTag>
      )}
      {rights === 'ended' && <StateTag tone="danger">{t('media.state.rightsEnded')}</StateTag>}
      {rights === 'ending' && <StateTag tone="warning">{t('media.state.rightsEnding')}</StateTag>}
      {row.uses > 0 && <span>{t('media.uses', { n: row.uses })}</span>}
    </>
  );
}

import { getMedia, type MediaDetail } from '#modules/media/media.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { LawfulBases } from '../consents/lawful-bases.tsx';
import { PictureCuts } from './picture-cuts.tsx';
import { PictureFacts } from './picture-facts.tsx';
import { Signs } from './picture-grid.tsx';
import { PicturePeople } from './picture-people.tsx';
import { PictureRemove } from './picture-remove.tsx';
import { PictureAlike, PictureUses } from './picture-uses.tsx';
import { PictureWords } from './picture-words.tsx';

/** One picture: large, with its words and rights, who is in it, its versions, where it is used. */
export default function PicturePage() {
  const t = useT();
  const { mediaId } = useAddress(paths.picture);
  const read = useRead(getMedia, { mediaId });
  const waiting = read.data?.state === 'waiting' || (read.data?.cuts.some((cut) => cut.state === 'waiting') ?? false);
  useRead(getMedia, { mediaId }, { enabled: waiting, refetchEvery: waiting ? 1500 : undefined });
  if (!read.data)
    return read.error ? <ProblemPage problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />;
  const row = read.data;
  return (
    <Page
      title={row.caption || row.name || t('media.untitled')}
      lead={row.unitName}
      crumbs={[{ label: t('media.library'), to: paths.library.to() }]}
      state={<Signs row={row} />}
      action={<PictureRemove row={row} />}
    >
      {row.sentence && <Notice tone="danger" title={row.sentence} />}
      {row.state !== 'refused' && <Whole row={row} />}
    </Page>
  );
}

function Whole({ row }: { row: MediaDetail }) {
  return (
    <>
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Large row={row} />
          <PicturePeople row={row} />
          <LawfulBases unitId={row.unitId} mediaId={row.id} albumId={row.albumId} />
        </div>
        <PictureWords key={row.version} row={row} />
      </div>
      <PictureCuts row={row} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PictureFacts row={row} />
        <PictureUses row={row} />
      </div>
      <PictureAlike row={row} />
    </>
  );
}

function Large({ row }: { row: MediaDetail }) {
  const t = useT();
  if (row.cut?.state !== 'ready') return <Notice title={t('media.state.waiting')} />;
  return (
    <figure className="flex flex-col gap-2">
      <img
        src={cutAddress(row.cut.id, '1600')}
        width={row.cut.width ?? undefined}
        height={row.cut.height ?? undefined}
        alt={row.alt}
        className="h-auto max-h-[75vh] w-full rounded-md bg-sunken object-contain"
      />
      {(row.caption || row.credit) && (
        <figcaption className="text-sm wrap-anywhere text-muted">
          {[row.caption, row.credit].filter(Boolean).join(' · ')}
        </figcaption>
      )}
    </figure>
  );
}

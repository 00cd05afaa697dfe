import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import type { Album } from '#modules/media/albums.contract.ts';
import { consentChannels } from '#modules/media/classes.contract.ts';
import { albumConsents } from '#modules/media/consents.contract.ts';
import { listMedia } from '#modules/media/media.contract.ts';
import { useList, useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { AlbumClassesForm } from './album-classes-form.tsx';

type Standing = OutputOf<typeof albumConsents>;
type Pupil = Standing['pupils'][number];

/** Which classes are seen in the album, and by channel who of them may not be shown, in which pictures, and the way out. */
export function AlbumClasses({ album }: { album: Album }) {
  const t = useT();
  const { can } = useSession();
  const [editing, setEditing] = useState(false);
  const read = useRead(albumConsents, { albumId: album.id });
  const may = album.can.includes('add') && can('consents.read');
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data || (read.data.classes.length === 0 && !may)) return null;
  return (
    <Card
      title={t('consents.inAlbum.title')}
      action={
        may &&
        !editing && (
          <Button icon={Users} onClick={() => setEditing(true)}>
            {t('consents.inAlbum.edit')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('consents.inAlbum.lead')}</p>
        {editing ? (
          <AlbumClassesForm album={album} now={read.data} onDone={() => setEditing(false)} />
        ) : (
          <Classes data={read.data} />
        )}
        {read.data.classes.length > 0 && <Channels album={album} data={read.data} />}
      </div>
    </Card>
  );
}

function Classes({ data }: { data: Standing }) {
  const t = useT();
  if (data.classes.length === 0) return <p>{t('consents.inAlbum.none')}</p>;
  return (
    <p className="wrap-anywhere">
      {data.classes.map((one) => t('consents.inAlbum.line', { name: one.name, n: one.pupils })).join(', ')}
      {data.except.length > 0 && (
        <span className="block text-sm text-muted">
          {t('consents.inAlbum.exceptLine', {
            names: data.except.map((one) => `${one.name} (${one.className})`).join(', '),
          })}
        </span>
      )}
    </p>
  );
}

function Channels({ album, data }: { album: Album; data: Standing }) {
  const t = useT();
  if (consentChannels.every((channel) => data.lacking[channel] === 0)) return <p>{t('consents.inAlbum.allReady')}</p>;
  return (
    <>
      <ul className="flex flex-col gap-2">
        {consentChannels.map((key) => {
          const facts = { channel: t(`consents.channel.${key}`), n: data.lacking[key] ?? 0 };
          const pupils = data.pupils.filter((one) => one.channels.includes(key));
          return (
            <li key={key} className="rounded-md border border-line px-4 py-2">
              {pupils.length === 0 ? (
                t(facts.n === 0 ? 'consents.inAlbum.ready' : 'consents.inAlbum.lacking', facts)
              ) : (
                <details>
                  <summary className="cursor-pointer py-1">{t('consents.inAlbum.lacking', facts)}</summary>
                  <Lacking album={album} data={data} pupils={pupils} />
                </details>
              )}
            </li>
          );
        })}
      </ul>
      {data.pupils.length === 0 && <p>{t('consents.inAlbum.pictures', { n: data.mediaIds.length })}</p>}
    </>
  );
}

function Lacking({ album, data, pupils }: { album: Album; data: Standing; pupils: readonly Pupil[] }) {
  const t = useT();
  const list = useList(listMedia, { unitId: album.unitId, albumId: album.id });
  const cutOf = (mediaId: string) => list.items?.find((row) => row.id === mediaId)?.cut?.id;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 py-2">
        <p className="min-w-60 flex-1 text-sm text-muted">{t('consents.inAlbum.wayOut')}</p>
        {data.classes
          .filter((one) => pupils.some((pupil) => pupil.className === one.name))
          .map((one) => (
            <LinkButton key={one.id} size="sm" to={paths.schoolClass.to({ classId: one.id })}>
              {t('consents.inAlbum.askClass', { name: one.name })}
            </LinkButton>
          ))}
      </div>
      <ul className="divide-y divide-line">
        {pupils.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="min-w-40">
              {one.name}, {one.className}
            </span>
            <span className="flex flex-wrap gap-2">
              {one.mediaIds.length === 0 && <span className="text-sm text-muted">{t('consents.inAlbum.notSeen')}</span>}
              {one.mediaIds.map((mediaId, i) => (
                <PictureLink
                  key={mediaId}
                  mediaId={mediaId}
                  cutId={cutOf(mediaId)}
                  label={t('consents.inAlbum.picture', { n: i + 1, name: one.name })}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function PictureLink({ mediaId, cutId, label }: { mediaId: string; cutId: string | undefined; label: string }) {
  return (
    <Link to={paths.picture.to({ mediaId })}>
      {cutId ? (
        <img src={cutAddress(cutId, '480')} alt={label} loading="lazy" className="h-14 w-18 rounded-sm object-cover" />
      ) : (
        label
      )}
    </Link>
  );
}

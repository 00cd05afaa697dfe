import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { recordInside } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as sql from './album-classes.sql.ts';
import { consentChannels, type Purpose } from './classes.contract.ts';
import * as classes from './classes.sql.ts';
import { gridOf } from './consent-grid.ts';
import * as c from './consents.contract.ts';
import { noneReady } from './load-class.ts';
import * as pupils from './pupils.sql.ts';

type Answer = OutputOf<typeof c.albumConsents>;

export async function albumConsents(db: Db, actor: Actor, input: InputOf<typeof c.albumConsents>): Promise<Answer> {
  const album = (await sql.findAlbum(db, input.albumId)) ?? fail('not-found');
  if (!actor.can('media.read', album.path)) fail('not-found');
  return await consentsOf(db, actor, album, input.purpose);
}

async function consentsOf(
  db: Db,
  actor: Actor,
  album: { id: string; path: string },
  purpose: Purpose,
): Promise<Answer> {
  const marked = await sql.listAlbumClasses(db, album.id);
  const except = new Set(marked.flatMap((row) => row.except_ids));
  const lacking = (await lackingIn(db, actor, marked, purpose)).filter((pupil) => !except.has(pupil.id));
  const pictures = await sql.listPicturesOf(
    db,
    album.id,
    lacking.map((pupil) => pupil.id),
  );
  const counts = noneReady();
  for (const pupil of lacking) for (const channel of pupil.channels) counts[channel]++;
  const named = actor.can('consents.read', album.path);
  return {
    classes: marked.map(({ id, name, pupils: n }) => ({ id, name, pupils: n })),
    except: named ? await sql.listNames(db, [...except]) : [],
    lacking: counts,
    pupils: named
      ? lacking.map((pupil) => ({
          ...pupil,
          mediaIds: pictures.filter((one) => one.pupilId === pupil.id).map((one) => one.mediaId),
        }))
      : [],
    mediaIds: [...new Set(pictures.map((one) => one.mediaId))],
  };
}

/** Pupils of the classes who may not be shown somewhere. */
async function lackingIn(
  db: Db,
  actor: Actor,
  marked: readonly { id: string }[],
  purpose: Purpose,
): Promise<sql.Lacking[]> {
  const rows = await classes.listOfIds(
    db,
    marked.map((row) => row.id),
  );
  const found: sql.Lacking[] = [];
  for (const row of rows)
    for (const pupil of (await gridOf(db, actor, row, purpose)).pupils) {
      const channels = consentChannels.filter((channel) => pupil.channels[channel]?.standing !== 'ready');
      if (channels.length > 0) found.push({ id: pupil.id, name: pupil.name, className: row.name, channels });
    }
  return found;
}

export async function setAlbumClasses(tx: Tx, actor: Actor, input: InputOf<typeof c.setAlbumClasses>): Promise<Answer> {
  await sql.lockAlbum(tx, input.albumId);
  const album = (await sql.findAlbum(tx, input.albumId)) ?? fail('not-found');
  if (!actor.can('media.read', album.path)) fail('not-found');
  if (!actor.can('media.add', album.path)) fail('forbidden');
  const ids = [...new Set(input.classIds)];
  const rows = await classes.listOfIds(tx, ids);
  if (rows.length !== ids.length || rows.some((row) => row.unit_id !== album.unit_id)) fail('not-found');
  const kept: { class_id: string; except_ids: string[] }[] = [];
  for (const row of rows) {
    const own = new Set((await pupils.listPupils(tx, row.id)).map((pupil) => pupil.id));
    kept.push({ class_id: row.id, except_ids: input.except.filter((id) => own.has(id)) });
  }
  const before = { classIds: (await sql.listAlbumClasses(tx, album.id)).map((row) => row.id) };
  await sql.replaceAlbumClasses(tx, album.id, kept);
  const subject = { id: album.id, unitId: album.unit_id, path: album.path };
  const after = { classIds: ids, except: kept.reduce((n, row) => n + row.except_ids.length, 0) };
  await recordInside(tx, actor, c.albumClassesSet({ subject, before, after }));
  return await consentsOf(tx, actor, album, 'news');
}

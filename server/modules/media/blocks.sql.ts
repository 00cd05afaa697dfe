import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import { consentChannels } from './classes.contract.ts';
import { isTakenBack, ruleOn } from './findings.sql.ts';

export interface ChangedBlock {
  cutId: string;
  mediaId: string;
  unitId: string;
  path: string;
  channel: string;
}

/** Blocks by pupils, by pictures, or by both. */
export interface Touched {
  pupilIds?: readonly string[];
  mediaIds?: readonly string[];
}

const touched = (of: Touched): RawBuilder<boolean> =>
  sql<boolean>`(s.pupil_id = any(${[...(of.pupilIds ?? [])]}::uuid[]) or s.media_id = any(${[...(of.mediaIds ?? [])]}::uuid[]))`;

/** Cuts in which a pupil can be known whose consent for news was taken back on a channel, and by which request. */
const wanted = (of: Touched, day: string) => {
  const channel = sql<string>`ch.channel`;
  return sql`
    select distinct on (c.id, ch.channel, b.id) c.id as cut_id, c.media_id, c.unit_id, c.path, ch.channel, b.id as withdrawal_id
      from media_subjects s join pupils p on p.id = s.pupil_id
      join withdrawals b on b.pupil_id = p.id
      join media_items m on m.id = s.media_id and m.people = 'subjects'
      join media_cuts c on c.media_id = s.media_id
      cross join unnest(${[...consentChannels]}::text[]) as ch (channel)
      cross join ${ruleOn(day)}
     where ${touched(of)} and ${isTakenBack({ purpose: 'news', channel, day })}
       and not exists (select from cut_covered v where v.cut_id = c.id and v.subject_id = s.id)`;
};

/** Holds back what has to be and is not yet: one statement, however many pictures. */
export async function insertMissing(tx: Tx, of: Touched, day: string, now: Date): Promise<ChangedBlock[]> {
  const { rows } = await sql<ChangedBlock>`
    with w as (${wanted(of, day)}), made as (
      insert into media_blocks (id, cut_id, channel, reason, withdrawal_id, since)
      select gen_random_uuid(), w.cut_id, w.channel, 'withdrawal', w.withdrawal_id, ${now} from w
       where not exists (select from media_blocks b where b.cut_id = w.cut_id and b.channel = w.channel
         and b.withdrawal_id = w.withdrawal_id and b.lifted_at is null)
      returning cut_id, channel)
    select made.cut_id as "cutId", c.media_id as "mediaId", c.unit_id as "unitId", c.path, made.channel
      from made join media_cuts c on c.id = made.cut_id`.execute(tx);
  return rows;
}

/**
 * Lifts what was given anew by everybody who is asked, and nothing else: marking a picture otherwise does not bring back
 * what a family asked to have taken down.
 */
export async function liftSettled(
  tx: Tx,
  pupilIds: readonly string[],
  day: string,
  now: Date,
): Promise<ChangedBlock[]> {
  const channel = sql<string>`held.channel`;
  const { rows } = await sql<ChangedBlock>`
    with lifted as (
      update media_blocks held set lifted_at = ${now}
        from withdrawals b join pupils p on p.id = b.pupil_id cross join ${ruleOn(day)}
       where held.withdrawal_id = b.id and held.lifted_at is null and b.pupil_id = any(${[...pupilIds]}::uuid[])
         and not ${isTakenBack({ purpose: 'news', channel, day })}
      returning held.cut_id, held.channel)
    select lifted.cut_id as "cutId", c.media_id as "mediaId", c.unit_id as "unitId", c.path, lifted.channel
      from lifted join media_cuts c on c.id = lifted.cut_id`.execute(tx);
  return rows;
}

/** Of these cuts and channels, those that the public saw up to now. */
export async function listSeenByPublic(
  db: Db,
  cutIds: readonly string[],
): Promise<{ cutId: string; channels: string[] }[]> {
  const { rows } = await sql<{ cutId: string; channels: string[] }>`
    select u.cut_id as "cutId", array_agg(distinct ch) as channels
      from media_uses u cross join unnest(u.channels) as ch
     where u.cut_id = any(${[...cutIds]}::uuid[]) group by u.cut_id`.execute(db);
  return rows;
}

/** Cuts that are shown on a channel by a decision that was revoked just now. */
export async function listShownBy(
  db: Db,
  basis: { mediaId: string | null; albumId: string | null; channels: readonly string[] },
): Promise<{ cutId: string; channel: string }[]> {
  const { rows } = await sql<{ cutId: string; channel: string }>`
    select distinct u.cut_id as "cutId", ch.channel
      from media_items m join media_uses u on u.media_id = m.id cross join unnest(u.channels) as ch (channel)
     where (m.id = ${basis.mediaId}::uuid or m.album_id = ${basis.albumId}::uuid)
       and ch.channel = any(${[...basis.channels]}::text[])`.execute(db);
  return rows;
}

export async function insertBasisBlocks(
  tx: Tx,
  basisId: string,
  channel: string,
  cutIds: readonly string[],
  now: Date,
): Promise<ChangedBlock[]> {
  const { rows } = await sql<ChangedBlock>`
    with made as (
      insert into media_blocks (id, cut_id, channel, reason, basis_id, since)
      select gen_random_uuid(), c, ${channel}, 'basis-revoked', ${basisId}::uuid, ${now} from unnest(${[...cutIds]}::uuid[]) as c
      returning cut_id, channel)
    select made.cut_id as "cutId", c.media_id as "mediaId", c.unit_id as "unitId", c.path, made.channel
      from made join media_cuts c on c.id = made.cut_id`.execute(tx);
  return rows;
}

/** Cuts held back because a decision was revoked, in which one of these pupils is seen or that are of these pictures. */
export async function listBasisBlocks(db: Db, of: Touched): Promise<{ cutId: string; channel: string }[]> {
  const { rows } = await sql<{ cutId: string; channel: string }>`
    select distinct k.cut_id as "cutId", k.channel
      from media_blocks k join media_cuts c on c.id = k.cut_id
     where k.basis_id is not null and k.lifted_at is null
       and (c.media_id = any(${[...(of.mediaIds ?? [])]}::uuid[])
         or exists (select from media_subjects s where s.media_id = c.media_id
                    and s.pupil_id = any(${[...(of.pupilIds ?? [])]}::uuid[])))`.execute(db);
  return rows;
}

export async function liftBasisBlocks(
  tx: Tx,
  cutIds: readonly string[],
  channel: string,
  now: Date,
): Promise<ChangedBlock[]> {
  const { rows } = await sql<ChangedBlock>`
    with lifted as (
      update media_blocks set lifted_at = ${now}
       where basis_id is not null and lifted_at is null and channel = ${channel} and cut_id = any(${[...cutIds]}::uuid[])
      returning cut_id, channel)
    select lifted.cut_id as "cutId", c.media_id as "mediaId", c.unit_id as "unitId", c.path, lifted.channel
      from lifted join media_cuts c on c.id = lifted.cut_id`.execute(tx);
  return rows;
}

import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import type { ChangedBlock, Touched } from './blocks.sql.ts';
import { ruleOn } from './findings.sql.ts';

/** That the law asks this party for the pupil `p` on the day, by the rule `r`. Where no birthday is known both are asked. */
const isAsked = (day: string) => sql<boolean>`case k.party
    when 'child' then coalesce(p.born_on + make_interval(years => r.child_age) <= ${day}::date, true)
    else coalesce(p.born_on + make_interval(years => r.adult_age) > ${day}::date, true) end`;

/** Somebody in the cut `c` who is not covered in it and of whom an answer that is asked for has run out, by words that say it leaves. */
const hasRunOut = (channel: RawBuilder<string>, day: string) => sql<boolean>`exists (
    select from media_subjects s join pupils p on p.id = s.pupil_id
      join consents k on k.pupil_id = p.id and k.purpose = 'news' and k.channel = ${channel} and k.ended_at is null
        and k.answer = 'given' and k.valid_to <= ${day}::date
      join consent_wordings w on w.id = k.wording_id and w.after_end = 'leaves'
     where s.media_id = c.media_id and ${isAsked(day)}
       and not exists (select from cut_covered v where v.cut_id = c.id and v.subject_id = s.id))`;

/** Somebody in the cut `c` for whom one of those who are asked has no yes that holds, or that stays beyond its end. */
const lacksConsent = (channel: RawBuilder<string>, day: string) => sql<boolean>`exists (
    select from media_subjects s join pupils p on p.id = s.pupil_id
      cross join unnest(array['representative', 'child']) as k (party)
     where s.media_id = c.media_id and ${isAsked(day)}
       and not exists (select from cut_covered v where v.cut_id = c.id and v.subject_id = s.id)
       and not exists (
         select from consents y join consent_wordings w on w.id = y.wording_id
          where y.pupil_id = p.id and y.party = k.party and y.purpose = 'news' and y.channel = ${channel}
            and y.ended_at is null and y.answer = 'given' and (y.valid_to > ${day}::date or w.after_end = 'stays')))`;

const hasBasis = (channel: RawBuilder<string>) => sql<boolean>`exists (
    select from lawful_bases l where l.revoked_at is null and ${channel} = any(l.channels)
       and (l.media_id = m.id or l.album_id = m.album_id))`;

/** Holds back what the public sees on a channel by consents that have run out: one statement, however many pictures. */
export async function blockRunOut(tx: Tx, day: string, now: Date): Promise<ChangedBlock[]> {
  const channel = sql<string>`shown.channel`;
  const { rows } = await sql<ChangedBlock>`
    with shown as (
      select distinct u.cut_id, ch.channel from media_uses u cross join unnest(u.channels) as ch (channel)
       where exists (
         select from media_subjects s join consents k on k.pupil_id = s.pupil_id
          where s.media_id = u.media_id and k.channel = ch.channel and k.ended_at is null and k.valid_to <= ${day}::date)),
    made as (
      insert into media_blocks (id, cut_id, channel, reason, since)
      select gen_random_uuid(), c.id, shown.channel, 'consent-ended', ${now}
        from shown join media_cuts c on c.id = shown.cut_id
        join media_items m on m.id = c.media_id and m.people = 'subjects'
        cross join ${ruleOn(day)}
       where ${hasRunOut(channel, day)} and not ${hasBasis(channel)}
         and not exists (select from media_blocks b where b.cut_id = c.id and b.channel = shown.channel
           and b.reason = 'consent-ended' and b.lifted_at is null)
      returning cut_id, channel)
    select made.cut_id as "cutId", c.media_id as "mediaId", c.unit_id as "unitId", c.path, made.channel
      from made join media_cuts c on c.id = made.cut_id`.execute(tx);
  return rows;
}

/** Lets go what was held back because consents had run out, where everybody has said yes anew or another basis allows it. */
export async function liftRunOut(tx: Tx, of: Touched | null, day: string, now: Date): Promise<ChangedBlock[]> {
  const channel = sql<string>`held.channel`;
  const touched = of
    ? sql`and (m.id = any(${[...(of.mediaIds ?? [])]}::uuid[]) or exists (
        select from media_subjects s where s.media_id = m.id and s.pupil_id = any(${[...(of.pupilIds ?? [])]}::uuid[])))`
    : sql``;
  const { rows } = await sql<ChangedBlock>`
    with lifted as (
      update media_blocks held set lifted_at = ${now}
        from media_cuts c join media_items m on m.id = c.media_id cross join ${ruleOn(day)}
       where c.id = held.cut_id and held.reason = 'consent-ended' and held.lifted_at is null ${touched}
         and (${hasBasis(channel)} or not ${lacksConsent(channel, day)})
      returning held.cut_id, held.channel)
    select lifted.cut_id as "cutId", c.media_id as "mediaId", c.unit_id as "unitId", c.path, lifted.channel
      from lifted join media_cuts c on c.id = lifted.cut_id`.execute(tx);
  return rows;
}

export interface Ending {
  unitId: string;
  unitName: string;
  path: string;
  /** The first day on which the consents no longer hold. */
  until: string;
  pupils: number;
}

/** Schools with consents for news that end within these days, the first day excluded: of how many pupils, by the day. */
export async function listEnding(db: Db, after: string, upTo: string): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select k.unit_id as "unitId", u.name as "unitName", k.path, k.valid_to as until, count(distinct k.pupil_id)::int as pupils
      from consents k join units u on u.id = k.unit_id join pupils p on p.id = k.pupil_id and p.left_on is null
     where k.ended_at is null and k.answer = 'given' and k.purpose = 'news'
       and k.valid_to > ${after}::date and k.valid_to <= ${upTo}::date
     group by k.unit_id, u.name, k.path, k.valid_to`.execute(db);
  return rows;
}

/** How many days ahead people are told, by the rule in force on a day. */
export async function findDaysAhead(db: Db, day: string): Promise<number[]> {
  const { rows } = await sql<{ days: number[] }>`
    select told_days_ahead as days from consent_rules
     where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
     order by valid_from desc limit 1`.execute(db);
  return rows[0]?.days ?? [];
}

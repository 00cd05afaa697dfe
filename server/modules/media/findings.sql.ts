import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

/** A cut with all that decides about its whole: rights, what was said of the people in it, blocks, another lawful basis. */
export interface CutToJudge {
  cutId: string;
  mediaId: string;
  path: string;
  kind: string;
  people: string;
  rightsEnded: boolean;
  blocked: boolean;
  basis: boolean;
}

/** In the order of the ids; cuts that are not there are left out. */
export async function listCutsToJudge(
  db: Db,
  cutIds: readonly string[],
  channel: string,
  day: string,
): Promise<CutToJudge[]> {
  const { rows } = await sql<CutToJudge>`
    select c.id as "cutId", m.id as "mediaId", m.path, m.kind, m.people,
           coalesce(m.rights_until <= ${day}::date, false) as "rightsEnded",
           -- What ran out is judged by who ran out below: the sentence then says whose.
           exists (select from media_blocks b where b.cut_id = c.id and b.lifted_at is null and b.reason <> 'consent-ended'
                   and (b.channel is null or b.channel = ${channel}::text)) as blocked,
           exists (select from lawful_bases l where l.revoked_at is null and ${channel}::text = any(l.channels)
                   and (l.media_id = m.id or l.album_id = m.album_id)) as basis
      from unnest(${sql.val([...cutIds])}::uuid[]) with ordinality as w (id, n)
      join media_cuts c on c.id = w.id join media_items m on m.id = c.media_id
     order by w.n`.execute(db);
  return rows;
}

/** Somebody who can be known in a cut, and what was answered for them on the channel. */
export interface SubjectToJudge {
  cutId: string;
  subjectId: string;
  kind: 'pupil' | 'adult' | 'unknown-child';
  name: string | null;
  pupilId: string | null;
  classId: string | null;
  bornOn: string | null;
  adultAgreed: boolean;
  representative: 'none' | 'given' | 'refused' | 'ended';
  child: 'none' | 'given' | 'refused' | 'ended';
  withdrawn: boolean;
  childAge: number;
  adultAge: number;
}

/**
 * What a party said for one purpose on one channel on a day. An answer that was withdrawn, or whose time is over, has ended.
 * `p` must be the pupil in the statement.
 */
export const saidBy = (party: string, of: { purpose: string; channel: ReturnType<typeof sql>; day: string }) => sql<
  'none' | 'given' | 'refused' | 'ended'
>`coalesce((
    select case when k.ended_at is not null or k.valid_to <= ${of.day}::date then 'ended' else k.answer end
      from consents k
     where k.pupil_id = p.id and k.party = ${party}::text and k.purpose = ${of.purpose}::text and k.channel = ${of.channel}
       and k.given_on <= ${of.day}::date and k.ended_by is distinct from 'correction'
     order by (k.ended_at is null) desc, k.recorded_at desc, k.id desc limit 1), 'none')`;

const given = (party: string, of: { purpose: string; channel: ReturnType<typeof sql> }) => sql<boolean>`exists (
    select from consents k where k.pupil_id = p.id and k.party = ${party}::text and k.purpose = ${of.purpose}::text
       and k.channel = ${of.channel} and k.answer = 'given' and k.recorded_at >= b.created_at
       and k.ended_at is distinct from b.created_at)`;

/**
 * That consent was taken back by `b` (a row of withdrawals) for this purpose and channel, and not everybody the law asks at
 * the pupil's age has given it since. `p` must be the pupil and `r` the rule of the day in the statement; `k` is taken.
 */
export const isTakenBack = (of: { purpose: string; channel: ReturnType<typeof sql>; day: string }) => sql<boolean>`(
    b.pupil_id = p.id and (b.purposes is null or ${of.purpose}::text = any(b.purposes))
    and (b.channels is null or ${of.channel} = any(b.channels))
    and ((coalesce(p.born_on + make_interval(years => r.adult_age) > ${of.day}::date, true)
          and not ${given('representative', of)})
      or (coalesce(p.born_on + make_interval(years => r.child_age) <= ${of.day}::date, true) and not ${given('child', of)})))`;

/** The rule of a day, as `r`. */
export const ruleOn = (day: string) => sql`(select child_age, adult_age from consent_rules
    where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    order by valid_from desc limit 1) r`;

export async function listSubjectsToJudge(
  db: Db,
  cutIds: readonly string[],
  of: { purpose: string; channel: string; day: string },
): Promise<SubjectToJudge[]> {
  const channel = sql`${of.channel}::text`;
  const said = { purpose: of.purpose, channel, day: of.day };
  const { rows } = await sql<SubjectToJudge>`
    select c.id as "cutId", s.id as "subjectId", s.kind, coalesce(p.name, s.person_name) as name, p.id as "pupilId",
           p.class_id as "classId", p.born_on as "bornOn", s.adult_agreed as "adultAgreed",
           ${saidBy('representative', said)} as representative, ${saidBy('child', said)} as child,
           exists (select from withdrawals b where ${isTakenBack(said)}) as withdrawn,
           r.child_age as "childAge", r.adult_age as "adultAge"
      from media_cuts c join media_subjects s on s.media_id = c.media_id
      left join pupils p on p.id = s.pupil_id
      cross join ${ruleOn(of.day)}
     where c.id = any(${sql.val([...cutIds])}::uuid[])
       and not exists (select from cut_covered v where v.cut_id = c.id and v.subject_id = s.id)
     order by s.id`.execute(db);
  return rows;
}

/** Of these cuts, those the reader may open: of their units, shown to their units, or their own pictures. */
export async function listSeen(db: Db, cutIds: readonly string[], personId: string, reach: Reach): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from unnest(${sql.val([...cutIds])}::uuid[]) with ordinality as w (id, n)
      join media_cuts c on c.id = w.id join media_items m on m.id = c.media_id
     where ${inReach(sql.ref<string>('m.path'), reach)} or m.created_by = ${personId}::uuid
        or exists (select from media_shares s where s.media_id = m.id and s.ended_at is null
                   and ${inReach(sql.ref<string>('s.path'), reach)})
     order by w.n`.execute(db);
  return rows.map((row) => row.id);
}

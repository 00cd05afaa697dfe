import { type Insertable, sql } from 'kysely';
import type { Consents } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { ConsentChannel, Party } from './classes.contract.ts';

export interface Said {
  pupilId: string;
  party: Party;
  channel: string;
  state: 'given' | 'refused' | 'ended';
  evidence: boolean;
}

/** The last word of each party on each channel for one purpose, as it stands on a day. */
export async function listSaid(db: Db, classId: string, purpose: string, day: string): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select distinct on (k.pupil_id, k.party, k.channel) k.pupil_id as "pupilId", k.party, k.channel,
           case when k.ended_at is not null or k.valid_to <= ${day}::date then 'ended' else k.answer end as state,
           k.evidence_file_id is not null and k.ended_at is null as evidence
      from consents k join pupils p on p.id = k.pupil_id
     where p.class_id = ${classId}::uuid and k.purpose = ${purpose} and k.given_on <= ${day}::date
       and k.ended_by is distinct from 'correction'
     order by k.pupil_id, k.party, k.channel, (k.ended_at is null) desc, k.recorded_at desc, k.id desc`.execute(db);
  return rows;
}

/** Requests of pupils of the class that are not carried out yet. */
export const listWithdrawing = (db: Db, classId: string) =>
  db
    .selectFrom('withdrawals as w')
    .innerJoin('pupils as p', 'p.id', 'w.pupil_id')
    .select(['w.id', 'w.pupil_id as pupilId'])
    .where('p.class_id', '=', classId)
    .where('w.done_at', 'is', null)
    .execute();

export interface NewAnswer {
  id: string;
  pupil_id: string;
  party: Party;
  channel: string;
  answer: 'given' | 'refused';
  given_by: string | null;
  relation: string | null;
}

type Common = Pick<
  Insertable<Consents>,
  'unit_id' | 'path' | 'purpose' | 'form' | 'wording_id' | 'evidence_file_id' | 'given_on' | 'valid_to' | 'recorded_by'
> & { recorded_at: Date };

/** A later answer ends the earlier one on the same place; nothing is overwritten. Two statements, however many answers. */
export async function putAnswers(tx: Tx, answers: readonly NewAnswer[], common: Common): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
    as n(id uuid, pupil_id uuid, party text, channel text, answer text, given_by text, relation text)`;
  await sql`
    update consents k set ended_at = ${common.recorded_at}, ended_by = 'answer' from ${given}
     where k.pupil_id = n.pupil_id and k.party = n.party and k.channel = n.channel
       and k.purpose = ${common.purpose} and k.ended_at is null`.execute(tx);
  await sql`
    insert into consents (id, pupil_id, unit_id, path, party, purpose, channel, answer, given_by, relation, form, wording_id,
                          evidence_file_id, given_on, valid_to, recorded_by, recorded_at)
    select n.id, n.pupil_id, ${common.unit_id}::uuid, ${common.path}, n.party, ${common.purpose}, n.channel, n.answer,
           n.given_by, n.relation, ${common.form}, ${common.wording_id}::uuid, ${common.evidence_file_id}::uuid,
           ${common.given_on}::date, ${common.valid_to}::date, ${common.recorded_by}::uuid, ${common.recorded_at}
      from ${given}`.execute(tx);
}

export const setEvidence = async (tx: Tx, pupilIds: readonly string[], fileId: string): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    update consents set evidence_file_id = ${fileId}::uuid
     where pupil_id = any(${[...pupilIds]}::uuid[]) and ended_at is null returning id`.execute(tx);
  return rows.length;
};

/** Scans that speak of this pupil and of nobody else. */
export async function listOwnScans(db: Db, pupilId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with scanned as (
      select evidence_file_id as id, pupil_id from consents where evidence_file_id is not null
      union all select evidence_file_id, pupil_id from withdrawals where evidence_file_id is not null)
    select distinct mine.id from scanned mine where mine.pupil_id = ${pupilId}::uuid
       and not exists (select from scanned other where other.id = mine.id and other.pupil_id <> mine.pupil_id)`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

export const findEvidence = (db: Db, consentId: string) =>
  db.selectFrom('consents').select(['path', 'evidence_file_id']).where('id', '=', consentId).executeTakeFirst();

export const listAnswers = (db: Db, pupilId: string) =>
  db
    .selectFrom('consents as k')
    .innerJoin('consent_wordings as w', 'w.id', 'k.wording_id')
    .leftJoin('people as p', 'p.id', 'k.recorded_by')
    .selectAll('k')
    .select(['w.number as wording_number', 'p.name as recorded_by_name'])
    .where('k.pupil_id', '=', pupilId)
    .orderBy('k.recorded_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(sql.lit(1000))
    .execute();

/** The last day of a school year by reference data. */
export const findYearEnd = (db: Db, schoolYear: number) =>
  db
    .selectFrom('consent_year_ends')
    .select(['month', 'day'])
    .where('from_school_year', '<=', schoolYear)
    .orderBy('from_school_year', 'desc')
    .executeTakeFirst();

export const countEndingSoon = async (
  db: Db,
  classIds: readonly string[],
  of: { day: string; by: string },
): Promise<{ pupils: number; endsOn: string | null }> => {
  const { rows } = await sql<{ pupils: number; endsOn: string | null }>`
    select count(distinct k.pupil_id)::int as pupils, min(k.valid_to) as "endsOn"
      from consents k join pupils p on p.id = k.pupil_id
     where p.class_id = any(${[...classIds]}::uuid[]) and p.left_on is null and k.ended_at is null and k.answer = 'given'
       and k.purpose = 'news' and k.valid_to > ${of.day}::date and k.valid_to <= ${of.by}::date`.execute(db);
  return rows[0] ?? { pupils: 0, endsOn: null };
};

export const countWithdrawals = async (
  db: Db,
  unitId: string,
  today: string,
): Promise<{ open: number; late: number; steps: number }> => {
  const { rows } = await sql<{ open: number; late: number; steps: number }>`
    select count(*) filter (where done_at is null or answered_at is null)::int as open,
           count(*) filter (where (done_at is null and coalesce(extended_to, carry_out_by) < ${today}::date)
             or (answered_at is null and answer_by < ${today}::date))::int as late,
           (select count(*)::int from withdrawal_steps s where s.unit_id = ${unitId}::uuid and s.state = 'open') as steps
      from withdrawals where unit_id = ${unitId}::uuid`.execute(db);
  return rows[0] ?? { open: 0, late: 0, steps: 0 };
};

/** Channels on which the public sees a picture in which one of these pupils can be known. */
export async function listShownPupils(
  db: Db,
  pupilIds: readonly string[],
): Promise<{ pupilId: string; channel: ConsentChannel }[]> {
  const { rows } = await sql<{ pupilId: string; channel: ConsentChannel }>`
    select distinct s.pupil_id as "pupilId", ch.channel
      from media_subjects s join media_uses u on u.media_id = s.media_id cross join unnest(u.channels) as ch (channel)
     where s.pupil_id = any(${[...pupilIds]}::uuid[])
       and not exists (select from cut_covered v where v.cut_id = u.cut_id and v.subject_id = s.id)`.execute(db);
  return rows;
}

import { type Insertable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { WithdrawalSteps, Withdrawals } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

const rows = (db: Db) =>
  db
    .selectFrom('withdrawals as w')
    .innerJoin('pupils as p', 'p.id', 'w.pupil_id')
    .innerJoin('classes as c', 'c.id', 'p.class_id')
    .innerJoin('units as u', 'u.id', 'w.unit_id')
    .selectAll('w')
    .select(['p.name as pupil_name', 'c.name as class_name', 'u.name as unit_name'])
    .select([
      sql<number>`(select count(*)::int from withdrawal_steps s where s.withdrawal_id = w.id)`.as('steps'),
      sql<number>`(select count(*)::int from withdrawal_steps s where s.withdrawal_id = w.id and s.state <> 'open')`.as(
        'settled',
      ),
    ]);

export type WithdrawalRecord = Awaited<ReturnType<typeof listWithdrawals>>[number];

export const listWithdrawals = (
  db: Db,
  reach: Reach,
  unitId: string,
  of: { state: 'open' | 'late' | 'done' | undefined; today: string; after: string | undefined; limit: number },
) =>
  rows(db)
    .where('w.unit_id', '=', unitId)
    .where(inReach(sql.ref<string>('w.path'), reach))
    .$if(of.state === 'done', (q) => q.where('w.done_at', 'is not', null))
    .$if(of.state === 'open', (q) => q.where('w.done_at', 'is', null))
    .$if(of.state === 'late', (q) =>
      q.where('w.done_at', 'is', null).where(sql<boolean>`coalesce(w.extended_to, w.carry_out_by) < ${of.today}::date`),
    )
    .$if(of.after !== undefined, (q) => q.where('w.id', '<', of.after!))
    .orderBy('w.id', 'desc')
    .limit(sql.lit(of.limit + 1))
    .execute();

export const findWithdrawal = (db: Db, id: string): Promise<WithdrawalRecord | undefined> =>
  rows(db).where('w.id', '=', id).executeTakeFirst();

export const lockWithdrawal = (tx: Tx, id: string) =>
  tx.selectFrom('withdrawals').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const insertWithdrawal = async (tx: Tx, row: Insertable<Withdrawals>): Promise<boolean> =>
  (await tx
    .insertInto('withdrawals')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const updateWithdrawal = (
  tx: Tx,
  id: string,
  set: Partial<{
    answered_at: Date;
    extended_to: string;
    extension_reason: string;
    done_at: Date | null;
    carry_out_by: string;
  }>,
) =>
  tx
    .updateTable('withdrawals')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export interface ConsentRule {
  childAge: number;
  adultAge: number;
  answerWorkingDays: number;
  carryOutDays: number;
  carryOutDaysShared: number;
  extensionDays: number;
  source: string;
}

/** The rule in force on a day. */
export const findRule = (db: Db, day: string): Promise<ConsentRule | undefined> =>
  db
    .selectFrom('consent_rules')
    .select(['child_age as childAge', 'adult_age as adultAge', 'answer_working_days as answerWorkingDays'])
    .select(['carry_out_days as carryOutDays', 'carry_out_days_shared as carryOutDaysShared'])
    .select(['extension_days as extensionDays', 'source'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();

/** Ends the answers that were taken back. */
export const endConsents = (
  tx: Tx,
  pupilId: string,
  of: { purposes: readonly string[] | null; channels: readonly string[] | null },
  at: Date,
) =>
  tx
    .updateTable('consents')
    .set({ ended_at: at, ended_by: 'withdrawal' })
    .where('pupil_id', '=', pupilId)
    .where('ended_at', 'is', null)
    .where('answer', '=', 'given')
    .$if(of.purposes !== null, (q) => q.where('purpose', 'in', [...of.purposes!]))
    .$if(of.channels !== null, (q) => q.where('channel', 'in', [...of.channels!]))
    .returning(['id', 'purpose'])
    .execute();

/** Places of our own that showed a picture of the pupil on a channel that was taken back: done, because it is held back now. */
export async function insertOwnSteps(tx: Tx, withdrawalId: string, note: string, now: Date): Promise<void> {
  await sql`
    insert into withdrawal_steps (id, withdrawal_id, media_id, cut_id, unit_id, path, place_kind, place_id, place, channel, state, note, done_at)
    select gen_random_uuid(), ${withdrawalId}::uuid, u.media_id, u.cut_id, u.unit_id, u.path, 'page', u.used_id, u.title, b.channel,
           'done', ${note}, ${now}
      from media_blocks b join media_uses u on u.cut_id = b.cut_id and b.channel = any(u.channels)
     where b.withdrawal_id = ${withdrawalId}::uuid and b.lifted_at is null`.execute(tx);
}

/** Units that hold a copy because the picture was sent to them: they are asked, once a picture and unit. */
export async function insertCopySteps(tx: Tx, withdrawalId: string): Promise<{ unitId: string; path: string }[]> {
  const { rows } = await sql<{ unitId: string; path: string }>`
    insert into withdrawal_steps (id, withdrawal_id, media_id, unit_id, path, place_kind, place_id, place, state)
    select gen_random_uuid(), ${withdrawalId}::uuid, held.media_id, held.unit_id, held.path, 'copy', null, held.name, 'open'
      from (select distinct on (s.media_id, s.unit_id) s.media_id, s.unit_id, s.path, n.name
              from media_shares s join units n on n.id = s.unit_id join media_items m on m.id = s.media_id
             where s.unit_id <> m.unit_id and s.media_id in (
               select c.media_id from media_blocks b join media_cuts c on c.id = b.cut_id
                where b.withdrawal_id = ${withdrawalId}::uuid and b.lifted_at is null)) held
    returning unit_id as "unitId", path`.execute(tx);
  return [...new Map(rows.map((row) => [row.unitId, row])).values()];
}

export const countBlocked = async (db: Db, withdrawalId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(distinct c.media_id)::int as n from media_blocks b join media_cuts c on c.id = b.cut_id
     where b.withdrawal_id = ${withdrawalId}::uuid and b.lifted_at is null`.execute(db);
  return rows[0]?.n ?? 0;
};

/** Cuts that a withdrawal holds back, with their channels: for whoever knows of places outside the system. */
export async function listBlockedCuts(
  db: Db,
  withdrawalId: string,
): Promise<{ cutId: string; mediaId: string; channel: string }[]> {
  const { rows } = await sql<{ cutId: string; mediaId: string; channel: string }>`
    select b.cut_id as "cutId", c.media_id as "mediaId", b.channel
      from media_blocks b join media_cuts c on c.id = b.cut_id
     where b.withdrawal_id = ${withdrawalId}::uuid and b.lifted_at is null order by 1, 3`.execute(db);
  return rows;
}

const steps = (db: Db) =>
  db
    .selectFrom('withdrawal_steps as s')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .leftJoin('people as p', 'p.id', 's.done_by')
    .selectAll('s')
    .select(['u.name as unit_name', 'p.name as done_by_name']);
export type StepRecord = Awaited<ReturnType<typeof listSteps>>[number];

export const listSteps = (db: Db, withdrawalId: string) =>
  steps(db)
    .where('s.withdrawal_id', '=', withdrawalId)
    .orderBy(sql`s.state = 'open'`, 'desc')
    .orderBy('s.place_kind')
    .orderBy('s.id')
    .limit(sql.lit(2000))
    .execute();

export const findStep = (db: Db, id: string): Promise<StepRecord | undefined> =>
  steps(db).where('s.id', '=', id).executeTakeFirst();

export const lockStep = (tx: Tx, id: string) =>
  tx.selectFrom('withdrawal_steps').select(['id', 'withdrawal_id']).where('id', '=', id).forUpdate().executeTakeFirst();

/** Open steps at one place outside, whichever requests ask for it. */
export const lockOpenStepsOf = (tx: Tx, placeKind: string, placeId: string) =>
  tx
    .selectFrom('withdrawal_steps')
    .select(['id', 'withdrawal_id', 'place'])
    .where('place_kind', '=', placeKind)
    .where('place_id', '=', placeId)
    .where('state', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute();

export const listAsked = (db: Db, unitId: string, reach: Reach) =>
  steps(db)
    .innerJoin('withdrawals as w', 'w.id', 's.withdrawal_id')
    .innerJoin('units as f', 'f.id', 'w.unit_id')
    .select(['f.name as from_unit', sql<string>`coalesce(w.extended_to, w.carry_out_by)`.as('due_on')])
    .where('s.unit_id', '=', unitId)
    .where(inReach(sql.ref<string>('s.path'), reach))
    .where('s.state', '=', 'open')
    .orderBy(sql`coalesce(w.extended_to, w.carry_out_by)`)
    .orderBy('s.id')
    .limit(sql.lit(500))
    .execute();

/** False where the step stands there already: told twice it is one. */
export const insertStep = async (tx: Tx, row: Insertable<WithdrawalSteps>): Promise<boolean> => {
  const made = await tx
    .insertInto('withdrawal_steps')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
};

export const isPlaceKnown = async (
  db: Db,
  of: { withdrawalId: string; placeKind: string; placeId: string; mediaId: string | null; channel: string | null },
): Promise<boolean> =>
  (await db
    .selectFrom('withdrawal_steps')
    .select('id')
    .where('withdrawal_id', '=', of.withdrawalId)
    .where('place_kind', '=', of.placeKind)
    .where('place_id', '=', of.placeId)
    .where(
      sql<boolean>`media_id is not distinct from ${of.mediaId}::uuid and channel is not distinct from ${of.channel}::text`,
    )
    .executeTakeFirst()) !== undefined;

export const updateStep = (
  tx: Tx,
  id: string,
  set: { state: string; note: string; done_at: Date; done_by: string | null },
) => tx.updateTable('withdrawal_steps').set(set).where('id', '=', id).execute();

export const countOpenSteps = async (db: Db, withdrawalId: string): Promise<number> =>
  (
    await db
      .selectFrom('withdrawal_steps')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('withdrawal_id', '=', withdrawalId)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
  ).n;

/** Requests of which a clock runs out by that day, or ran out: not answered, or not carried out. */
export const listRunningOut = (db: Db, by: string) =>
  db
    .selectFrom('withdrawals as w')
    .innerJoin('units as u', 'u.id', 'w.unit_id')
    .select(['w.id', 'w.unit_id', 'w.path', 'u.name as unit_name', 'w.answer_by', 'w.answered_at', 'w.done_at'])
    .select(sql<string>`coalesce(w.extended_to, w.carry_out_by)`.as('carry_out_by'))
    .where((eb) =>
      eb.or([
        eb.and([eb('w.answered_at', 'is', null), eb('w.answer_by', '<=', by)]),
        eb.and([eb('w.done_at', 'is', null), sql<boolean>`coalesce(w.extended_to, w.carry_out_by) <= ${by}::date`]),
      ]),
    )
    .orderBy('w.id')
    .limit(sql.lit(5000))
    .execute();

/** Units that still hold something a request asks them to clear. */
export const listOpenUnits = (db: Db, withdrawalId: string) =>
  db
    .selectFrom('withdrawal_steps')
    .select(['unit_id', 'path'])
    .distinct()
    .where('withdrawal_id', '=', withdrawalId)
    .where('state', '=', 'open')
    .execute();

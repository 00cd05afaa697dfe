import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/**
 * What must hold between rows of one plan or document at any moment, however the server ended: each statement finds the
 * ones that do not agree. State, steps, versions, lines, record and outbox are written together or not at all.
 */
const disagreements: Record<string, RawBuilder<{ id: string }>> = {
  'the state is not what the last step made of it': sql`
    select p.id from plans p left join lateral (select step from plan_steps s where s.plan_id = p.id order by seq desc limit 1) l on true
    where p.state is distinct from case
      when l.step is null or l.step in ('return', 'withdrawal') then 'draft'
      when l.step = 'consultation' then 'consulting'
      when l.step in ('submission', 'initials', 'format-check') then 'submitted'
      when l.step = 'signature' then 'signed'
      when l.step in ('issue', 'signed-file', 'amendment') then 'issued'
      when l.step = 'recall' then 'recalled'
      when l.step = 'closure' then 'closed' end`,
  'a version is not what the steps have frozen': sql`
    select p.id from plans p
    where (select count(*) from plan_versions v where v.plan_id = p.id)
      <> (select count(*) from plan_steps s where s.plan_id = p.id and s.step in ('consultation', 'submission', 'issue', 'amendment'))`,
  'the signature is not bound to the submitted version': sql`
    select p.id from plans p
    where (p.state in ('signed', 'issued', 'closed', 'recalled')) <> (p.signed_hash is not null)
      or (p.signed_hash is not null and p.signed_hash is distinct from (select content_hash from plan_versions v
        where v.plan_id = p.id and v.label = 'submission' order by n desc limit 1))`,
  'a number without an issue, or an issue without a number': sql`
    select p.id from plans p
    where (p.state in ('issued', 'closed', 'recalled')) <> (p.number is not null) or (p.number is null) <> (p.issued_on is null)`,
  'the record does not tell each change of the plan once': sql`
    select p.id from plans p
    where p.version <> (select count(*) from audit_records a where a.subject_kind = 'plan' and a.subject_id = p.id
      and a.event not in ('plan.commented', 'plan-comment.resolved'))`,
  'the record does not tell each change of a line once': sql`
    select l.id from plan_lines l join plans p on p.id = l.plan_id
    where p.amends_id is null and p.follows_id is null
      and l.version <> (select count(*) from audit_records a where a.subject_kind = 'plan-line' and a.subject_id = l.id)
        + (select count(*) from plan_line_changes c where c.line_id = l.id)`,
  'an edition that is not there once': sql`
    select p.id from plans p where p.edition <> 1
      and p.edition <> (select count(*) from plan_editions e where e.plan_id = p.id)
    union all select p.id from plans p where p.amends_id is not null
      and (p.state = 'issued') <> exists (select from plan_editions e where e.amendment_id = p.id)`,
  'nobody was told of a submission': sql`
    select s.plan_id as id from plan_steps s where s.step = 'submission' and not exists (
      select from notices n where n.dedupe_key like 'plan.waits-%:' || s.plan_id || ':' || s.version_n)`,
  'a kept key without its answer': sql`select person_id as id from idempotency_keys where body is null`,
  'a document that waits for a reading nobody has queued': sql`
    select d.id from documents d where d.state = 'reading' and not exists (
      select from pgboss.job j where j.name = 'documents.read-file' and j.data->>'documentId' = d.id::text
        and j.state in ('created', 'retry', 'active'))`,
  'a document that was not read exactly once': sql`
    select d.id from documents d where (d.state = 'reading')::int + (select count(*) from audit_records a
      where a.subject_id = d.id and a.event = 'document.read') <> 1`,
  'a reading that nobody further on was told of': sql`
    select a.subject_id as id from audit_records a where a.event = 'document.read' and not exists (
      select from pgboss.job j where j.name = 'document.read.link-issuer-plan' and j.data->>'auditId' = a.id::text)`,
};

/** Sentences for everything that does not agree; empty where all does. */
export async function disagreementsIn(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, statement] of Object.entries(disagreements)) {
    const { rows } = await statement.execute(db);
    if (rows.length > 0) found.push(`${sentence}: ${rows.map((row) => row.id).join(', ')}`);
  }
  return found;
}

/** Rows by id as far as they were written: plans and lines with their versions, documents and what went down with their state. */
export async function writtenRows(
  db: Db,
): Promise<Map<string, { version: number; text: string | null; state: string | null }>> {
  const { rows } = await sql<{ id: string; version: number; text: string | null; state: string | null }>`
    select id, version, null as text, state from plans
    union all select id, version, text, null from plan_lines
    union all select id, version, null, state from documents
    union all select id, version, null, state from addressees
    union all select id, version, null, null from evidence
    union all select id, 1, null, null from dispatches`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export const waitingDocuments = async (db: Db): Promise<number> =>
  Number(
    (await sql<{ n: string }>`select count(*) as n from documents where state = 'reading'`.execute(db)).rows[0]?.n ?? 0,
  );

/** States of the jobs that read a document, oldest first. */
export const readingJobs = async (db: Db, documentId: string): Promise<string[]> =>
  (
    await sql<{ state: string }>`select state::text from pgboss.job
      where name = 'documents.read-file' and data->>'documentId' = ${documentId} order by created_on`.execute(db)
  ).rows.map((row) => row.state);

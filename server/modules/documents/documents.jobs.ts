import { newId } from '#lib/id.ts';
import { fieldsOf, openCount } from '#lib/review.ts';
import { removeFile, streamFile } from '#platform/files/files.ts';
import { handleOutside } from '#platform/jobs.ts';
import { tell } from '#platform/live.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { headOf } from './document-head.ts';
import { documentRead } from './documents.contract.ts';
import * as sql from './documents.sql.ts';
import { issuerUnit } from './issuer.ts';
import { type ReadResult, readInChild } from './read-file.ts';

const secret = 'documents.secret';

/** Reads a received file in a child process and stores what was read, or why it could not be. Safe to run twice. */
export async function readReceived(db: Db, { documentId }: { documentId: string }): Promise<void> {
  const d = await sql.findDocumentForJob(db, documentId);
  if (d?.state !== 'reading') return;
  const result = await readInChild(await streamFile(d.file_sha256), d.file_name);
  await db.transaction().execute(async (tx) => {
    if (!(await store(tx, documentId, result))) return;
    if (!result.ok && result.code === secret && d.file_id) await removeFile(tx, d.file_id);
    const subject = { id: d.id, unitId: d.unit_id, path: d.path };
    const after = result.ok
      ? { state: 'review', sourceName: d.source_name, ...headOf(fieldsOf(result.draft)) }
      : { state: 'failed', code: result.code };
    await record(
      tx,
      { requestId: newId(), now: new Date(), system: 'reader' },
      documentRead({ subject, before: { state: 'reading' }, after }),
    );
    if (d.created_by) await tell(tx, d.created_by, 'document', { id: d.id, state: after.state });
  });
}

async function store(tx: Tx, documentId: string, result: ReadResult): Promise<boolean> {
  if (!result.ok && result.code === secret) {
    await sql.forgetSecret(tx, documentId, secret);
    return true;
  }
  if (!result.ok)
    return (await sql.storeFailure(tx, documentId, result.code, JSON.stringify(result.params))) !== undefined;
  const fields = fieldsOf(result.draft);
  const head = headOf(fields);
  const stored = await sql.storeReading(tx, documentId, {
    format: result.reading.format,
    draft: JSON.stringify(result.draft),
    reading: JSON.stringify({ blocks: result.reading.blocks, pages: result.reading.pages ?? null }),
    fields: JSON.stringify(fields),
    open_fields: openCount(fields),
    ...head,
    issuer_unit_id: await issuerUnit(tx, head.issuer_name),
  });
  return stored !== undefined;
}

export function documentJobs(): void {
  handleOutside<{ documentId: string }>('documents.read-file', readReceived);
}

import { newId } from '#lib/id.ts';
import { fieldsOf, openCount } from '#lib/review.ts';
import { removeFile, streamFile } from '#platform/files/files.ts';
import { MissingContent } from '#platform/files/store.ts';
import { handleOutside, onStart } from '#platform/jobs.ts';
import { tell } from '#platform/live.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { headOf } from './document-head.ts';
import { documentRead } from './documents.contract.ts';
import { issuerUnit } from './issuer.ts';
import { type ReadResult, readInChild } from './read-file.ts';
import * as sql from './reading.sql.ts';
import { enqueueReading } from './receiving.ts';

const secret = 'documents.secret';

/** Reads a received file in a child process and stores what was read, or why it could not be. Safe to run twice. */
export async function readReceived(db: Db, { documentId }: { documentId: string }): Promise<void> {
  const d = await sql.findDocumentForJob(db, documentId);
  if (d?.state !== 'reading') return;
  const result = await read(d.file_sha256, d.file_name);
  await db.transaction().execute(async (tx) => {
    if (!(await store(tx, d, result))) return;
    if (!result.ok && result.code === secret && d.file_id) await removeFile(tx, d.file_id);
    const subject = { id: d.id, unitId: d.unit_id, path: d.path };
    const after = result.ok
      ? { state: 'review', sourceName: d.source_name, ...headOf(fieldsOf(result.draft)) }
      : { state: 'failed', code: result.code };
    await recordInside(
      tx,
      { requestId: newId(), now: new Date(), system: 'reader' },
      documentRead({ subject, before: { state: 'reading' }, after }),
    );
    if (d.created_by) await tell(tx, d.created_by, 'document', { id: d.id, state: after.state });
  });
}

async function read(sha256: string, fileName: string): Promise<ReadResult> {
  try {
    return await readInChild(await streamFile(sha256), fileName);
  } catch (error) {
    // Trying again brings no lost file back: the person is told, and uploads it anew.
    if (error instanceof MissingContent) return { ok: false, code: 'documents.broken', params: {} };
    throw error;
  }
}

/** False where somebody else has stored a reading meanwhile. */
async function store(tx: Tx, d: { id: string; file_id: string | null }, result: ReadResult): Promise<boolean> {
  if (!result.ok && result.code === secret) return await sql.forgetSecret(tx, d, secret);
  if (!result.ok) return (await sql.storeFailure(tx, d.id, result.code, JSON.stringify(result.params))) !== undefined;
  const fields = fieldsOf(result.draft);
  const head = headOf(fields);
  const stored = await sql.storeReading(tx, d.id, {
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

/**
 * A server that was killed while it read leaves its job marked as under way, for as long as a job may take. Whoever
 * starts next reads what still waits; two who read the same file store it once.
 */
export async function readWaiting(tx: Tx): Promise<void> {
  for (const { id } of await sql.documentsToRead(tx)) await enqueueReading(tx, id);
}

export function documentJobs(): void {
  handleOutside<{ documentId: string }>('documents.read-file', readReceived);
  onStart('documents.read-waiting', readWaiting);
}

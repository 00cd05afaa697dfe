import { dayOf, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { slugOf } from '#lib/text.ts';
import type { Actor } from '#platform/actor.ts';
import { fileById, keepFile, storeContent, streamFile } from '#platform/files/files.ts';
import { handleOutside } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import type { Db } from '#platform/tx.ts';
import { actorFor } from '../access/access.ts';
import { recordInside } from '../audit/audit.ts';
import { writeDocx, writeXlsx } from '../documents/exports.ts';
import { notify } from '../notices/notices.ts';
import { getUnitRow, type Unit } from '../org/org.ts';
import { exportPlan } from '../plans/exports.ts';
import { contentsSheet, contentsTable, type Filed, fileAway, limits } from './dossier-contents.ts';
import * as sql from './dossiers.sql.ts';
import { makeJob } from './dossiers.ts';
import { listPlans } from './facts.sql.ts';
import { letterheadOf } from './letterhead.ts';
import { dossierMade } from './reports.contract.ts';
import { spanFor } from './reports.ts';
import { referenceWords, spanWords } from './words.ts';
import { type ZipEntry, zipped } from './zip.ts';

/** Puts a dossier together and keeps it as a file; safe to run twice. The asker's rights of today decide what goes in. */
export async function writeDossier(db: Db, { id }: { id: string }, now: Date = new Date()): Promise<void> {
  const row = await sql.findDossier(db, id);
  if (row?.state !== 'waiting') return;
  const actor = await actorFor(db, row.requested_by, now);
  const unit = await getUnitRow(db, row.unit_id);
  if (!actor?.can('plans.read', unit.path)) return await settle(db, row, unit, null, [], now);
  const asked = { unitId: unit.id, from: row.from_on, to: row.to_on, planId: row.plan_id };
  const filed = fileAway(await sql.listProofs(db, asked, limits.proofs));
  const stored = await storeContent(zipped(entriesOf(db, actor, unit, row, filed), now));
  await settle(db, row, unit, stored, filed, now);
}

async function* entriesOf(
  db: Db,
  actor: Actor,
  unit: Unit,
  row: sql.DossierRow,
  filed: readonly Filed[],
): AsyncGenerator<ZipEntry> {
  const day = dayOf(actor.now);
  const span = spanFor(unit, { from: row.from_on, to: row.to_on }, day);
  const words = spanWords(row.from_on, row.to_on);
  const paper = await writeDocx({
    ...(await letterheadOf(db, unit, day, 'MỤC LỤC', 'ML')),
    title: `Hồ sơ minh chứng công tác truyền thông ${words}`,
    bases: [],
    opening: null,
    sections: [{ numeral: '', title: '', blocks: contentsTable(filed) }],
    closing: `Hồ sơ có ${filed.length} minh chứng, lập ngày ${shortDay(day)}.`,
  });
  yield { name: '00-muc-luc.docx', body: paper, packed: true };
  const titles = ['MỤC LỤC HỒ SƠ MINH CHỨNG', unit.name, words];
  yield { name: '00-muc-luc.xlsx', body: writeXlsx([contentsSheet(filed, titles)]), packed: true };
  for (const plan of await listPlans(db, span)) {
    if (row.plan_id && row.plan_id !== plan.id) continue;
    const name = `00-ke-hoach/${slugOf(`${referenceWords(plan)} ${plan.title}`).slice(0, 80)}.docx`;
    const { body } = await exportPlan(db, actor, { planId: plan.id, format: 'docx' });
    yield { name, body, packed: true };
  }
  for (const { files } of filed)
    for (const file of files) {
      const kept = await fileById(db, file.id);
      yield { name: file.path, body: await streamFile(kept.sha256), packed: file.packed };
    }
}

type Stored = Awaited<ReturnType<typeof storeContent>>;

async function settle(
  db: Db,
  row: sql.DossierRow,
  unit: Unit,
  stored: Stored | null,
  filed: readonly Filed[],
  now: Date,
): Promise<void> {
  const name = `ho-so-minh-chung-${slugOf(unit.shortName ?? unit.name)}-${row.from_on}-${row.to_on}.zip`;
  await db.transaction().execute(async (tx) => {
    const owner = { unitId: unit.id, path: unit.path, readRight: 'plans.read' } as const;
    const author = { now, personId: row.requested_by };
    const file = stored && (await keepFile(tx, { ...stored, name, mediaType: 'application/zip' }, owner, author));
    const left_out = filed.filter((one) => one.leftOut).length;
    const made = { state: file ? 'ready' : 'failed', file_id: file?.id ?? null, items: filed.length } as const;
    // Another process was quicker: the file without a row behind it is removed by the clock.
    if (!(await sql.settleDossier(tx, row.id, { ...made, left_out, ready_at: now }))) return;
    const subject = { id: row.id, unitId: unit.id, path: unit.path };
    const system = { requestId: newId(now.getTime()), now, system: 'dossiers' };
    await recordInside(
      tx,
      system,
      dossierMade({ subject, before: { state: 'waiting' }, after: { ...made, left_out } }),
    );
    const notice = {
      personIds: [row.requested_by],
      kind: file ? 'dossier.ready' : 'dossier.failed',
      params: { unit: unit.name, span: spanWords(row.from_on, row.to_on) },
      link: '/app/bao-cao',
      dedupeKey: `dossier:${row.id}`,
    };
    await notify(tx, notice, now);
    if (!file) log.warn({ dossier: row.id }, 'a dossier was asked by somebody who no longer may');
  });
}

export function reportJobs(): void {
  handleOutside<{ id: string }>(makeJob, (db, data) => writeDossier(db, data));
}

import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { webUrl } from '#lib/web-address.ts';
import type { Actor } from '#platform/actor.ts';
import { fileById, takeUploaded } from '#platform/files/files.ts';
import type { Tx } from '#platform/tx.ts';
import { pathOf } from '../org/org.ts';
import { outputsFor, recordOutput } from '../outputs/outputs.ts';
import type * as c from './evidence.contract.ts';
import type { LineAtWork } from './load-line.sql.ts';
import type { TargetCount } from './recount.sql.ts';

type Given = InputOf<typeof c.recordEvidence>;
type Counts = Parameters<typeof recordOutput>[2]['counts'];

interface Item {
  outputId: string;
  madeOn: string;
  fileIds: string[];
}

/** The item of the register that stands behind a piece of evidence: one that is there, or a new one made of what was given. */
export async function itemFor(
  tx: Tx,
  actor: Actor,
  line: LineAtWork,
  target: TargetCount | null,
  given: Given,
): Promise<Item> {
  if (given.outputId) return await existing(tx, actor, line, target, given, given.outputId);
  checkShape(given);
  const fileIds = [...new Set(given.fileIds)];
  const madeOn = given.madeOn ?? fail('invalid', {}, { fields: { madeOn: 'fields.required' } });
  if (madeOn > dayOf(actor.now)) fail('invalid', {}, { fields: { madeOn: 'fields.day-future' } });
  const { id, joinedTo } = await recordOutput(tx, actor, {
    unitId: line.unitId,
    teamId: given.teamId,
    counts: countsOf(target, given),
    title: await titleOf(tx, line, given),
    url: given.url || null,
    outlet: given.outlet || null,
    madeOn,
    fileId: fileIds[0],
    authorName: given.authorName,
    source: given.url ? 'pasted' : 'typed',
    titled: !!given.title || !given.url,
    reached: 'published',
  });
  await takeFiles(tx, actor, line, fileIds.slice(1));
  return { outputId: joinedTo ?? id, madeOn, fileIds };
}

/** Hands uploads over to the unit; those the item has taken already are left out. */
async function takeFiles(tx: Tx, actor: Actor, line: LineAtWork, fileIds: readonly string[]): Promise<void> {
  const owner = { unitId: line.unitId, path: line.path, readRight: 'outputs.read' as const };
  for (const id of fileIds) await takeUploaded(tx, actor, id, owner);
}

/** An item may count where it was made: by the unit itself or one below it, and only as what it is. */
async function existing(
  tx: Tx,
  actor: Actor,
  line: LineAtWork,
  target: TargetCount | null,
  given: Given,
  outputId: string,
): Promise<Item> {
  const found = await standing(tx, outputId);
  const path = await pathOf(tx, found.unitId);
  if (!actor.can('outputs.read', path)) fail('not-found');
  if (!path.startsWith(line.path)) fail('forbidden');
  if (target && target.counts !== 'other' && target.counts !== found.counts) fail('work.not-accepted');
  const fileIds = [...new Set(given.fileIds)];
  await takeFiles(tx, actor, line, fileIds);
  return { outputId: found.id, madeOn: found.madeOn, fileIds };
}

/** The item that counts: itself, or the one it was joined to. */
async function standing(tx: Tx, outputId: string) {
  const [found] = await outputsFor(tx, [outputId]);
  const one = found?.joinedTo ? (await outputsFor(tx, [found.joinedTo]))[0] : found;
  if (!one || one.withdrawn) return fail('not-found');
  return one;
}

/** Each kind wants what makes it one: an address, a file, what happened where, or which newspaper or station. */
function checkShape(given: Given): void {
  const url = given.url ? webUrl(given.url) : null;
  if (given.url && !url) fail('invalid', {}, { fields: { url: 'fields.web-address' } });
  if (given.kind === 'link' && !url) fail('invalid', {}, { fields: { url: 'fields.required' } });
  if (given.kind === 'file' && given.fileIds.length === 0) fail('work.no-evidence-given');
  if (given.kind === 'event' && !given.title) fail('invalid', {}, { fields: { title: 'fields.required' } });
  if (given.kind === 'placement') {
    if (!given.outlet) fail('invalid', {}, { fields: { outlet: 'fields.required' } });
    if (!url && given.fileIds.length === 0) fail('work.no-evidence-given');
  }
}

const countsOf = (target: TargetCount | null, given: Given): Counts =>
  (target?.counts ?? (given.kind === 'event' ? 'event' : 'other')) as Counts;

/** What it is called where nobody says so: by its address, its file, or the activity it was made for. */
async function titleOf(tx: Tx, line: LineAtWork, given: Given): Promise<string> {
  if (given.title) return given.title;
  if (given.url) return given.url.slice(0, 500);
  if (given.kind === 'placement') return `${line.text} (${given.outlet})`.slice(0, 500);
  const [first] = given.fileIds;
  return first ? (await fileById(tx, first)).name : line.text.slice(0, 500);
}

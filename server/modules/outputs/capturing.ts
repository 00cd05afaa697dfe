import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { urlKey, webUrl } from '#lib/web-address.ts';
import { keepFile, storeContent } from '#platform/files/files.ts';
import { tell } from '#platform/live.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { hostFacts } from './outlets.ts';
import { changeOutput, shiftedDays } from './output-edits.ts';
import type { OutputRow } from './outputs.contract.ts';
import * as sql from './outputs.sql.ts';
import type { Page } from './page/read-page.ts';
import { type Read, readAddress, snapshotOf, textKey } from './read-address.ts';
import { type CaptureFacts, factsOf } from './shown-output.ts';

type Row = sql.ShownOutputRow;
type Stored = Awaited<ReturnType<typeof storeContent>>;

/** Reads the page of a waiting item and writes down what it says, or why it could not be read. Safe to run twice. */
export async function capturePage(db: Db, { outputId }: { outputId: string }, now = new Date()): Promise<void> {
  const row = await sql.readOutput(db, outputId);
  if (!row?.url || row.capture_state !== 'waiting' || row.withdrawn_at !== null) return;
  const read = await readAddress(row.url, now);
  const stored = 'page' in read ? await storeContent(snapshotOf(read.page, read.url, now)) : undefined;
  await db.transaction().execute(async (tx) => {
    // Two addresses of one unit that turn out to be one page are told one after the other.
    await sql.oneAtATime(tx, row.unit_id);
    await sql.lockOutput(tx, outputId);
    const before = await sql.readOutput(tx, outputId);
    if (before?.url !== row.url || before?.capture_state !== 'waiting' || before.withdrawn_at !== null) return;
    await changeOutput(tx, systemAt(now), before, await whatWasRead(tx, before, read, stored, now));
    if (before.recorded_by) await tell(tx, before.recorded_by, 'output', { id: before.id });
  });
}

export const systemAt = (now: Date) => ({ requestId: newId(), now, system: 'outputs' });

async function whatWasRead(
  tx: Tx,
  row: Row,
  read: Read,
  stored: Stored | undefined,
  now: Date,
): Promise<sql.OutputChange> {
  const { given = false } = factsOf(row);
  const at = now.toISOString();
  if ('reason' in read || !stored) {
    const facts: CaptureFacts = { given, reason: 'reason' in read ? read.reason : 'unreadable', at };
    return { capture_state: 'refused', capture: JSON.stringify(facts) };
  }
  const { page, url } = read;
  const words = page.text === '' ? 0 : page.text.split(/\s+/).length;
  const facts: CaptureFacts = { given, siteName: page.siteName, dateFrom: page.dateFrom, finalUrl: url, words, at };
  return {
    capture_state: 'captured',
    capture: JSON.stringify(facts),
    stands: true,
    snapshot_id: await snapshotFile(tx, row, stored, page, now),
    ...(!given && (await factsOfPage(tx, row, page, url, now))),
    ...(await joining(tx, row, page, url)),
  };
}

export async function snapshotFile(
  tx: Tx,
  row: Pick<Row, 'unit_id' | 'path'>,
  stored: Stored,
  page: Page,
  now: Date,
): Promise<string> {
  const name = `Bản chụp ${page.title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 100)}.html`;
  const owner = { unitId: row.unit_id, path: row.path, readRight: 'outputs.read' as const };
  const file = await keepFile(tx, { ...stored, name, mediaType: 'text/html' }, owner, { now, personId: null });
  return file.id;
}

/** Title, day and outlet as the page says; a short address shows its host only once it was followed. */
async function factsOfPage(tx: Tx, row: Row, page: Page, url: string, now: Date): Promise<sql.OutputChange> {
  const host = webUrl(url);
  const today = dayOf(now);
  const proposed = host ? await hostFacts(tx, row.unit_id, host, today) : { counts: row.counts as OutputRow['counts'] };
  const counts = row.counts === 'other' ? proposed.counts : row.counts;
  const press = counts === 'newspaper-article' || counts === 'broadcast';
  const outlet = row.outlet ?? proposed.outlet ?? (press ? page.siteName : null);
  const day = page.day ?? undefined;
  return { title: page.title, counts, outlet, ...(day && { made_on: day, ...shiftedDays(row, day) }) };
}

/** Where the unit has the page already, at this address in whatever spelling or with the same words, it counts once. */
async function joining(tx: Tx, row: Row, page: Page, url: string): Promise<sql.OutputChange> {
  const text = textKey(page.text);
  const keys = [page.canonical, url].flatMap((address) => (address && urlKey(address)) ?? []);
  for (const key of keys) {
    const same = await sql.findByUrl(tx, row.unit_id, key, row.id);
    if (same) return await joinTo(tx, row, same.id, text);
  }
  const same = text && (await sql.findByText(tx, row.unit_id, text, row.id));
  if (same) return await joinTo(tx, row, same.id, text);
  return { text_key: text, url_key: keys[0] ?? row.url_key };
}

async function joinTo(tx: Tx, row: Row, first: string, text: string | null): Promise<sql.OutputChange> {
  await sql.passJoined(tx, row.id, first);
  return { joined_to: first, text_key: text };
}

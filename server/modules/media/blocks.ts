import { dayOf } from '#lib/format.ts';
import { record } from '#modules/audit/audit.ts';
import type { Tx } from '#platform/tx.ts';
import * as sql from './blocks.sql.ts';
import { liftRunOut } from './consent-ends.sql.ts';
import { pictureFindings } from './findings.ts';
import { mediaBlocked, mediaUnblocked } from './withdrawals.contract.ts';

type Author = Parameters<typeof record>[1];

/**
 * Brings what is held back into line with what was taken back and given again: for pupils whose answers changed, or for
 * pictures in which people were marked or of which a cut was made. In the transaction of that change.
 */
export async function refreshBlocks(tx: Tx, author: Author, of: sql.Touched): Promise<void> {
  const day = dayOf(author.now);
  const made = await sql.insertMissing(tx, of, day, author.now);
  const given = of.pupilIds ? await sql.liftSettled(tx, of.pupilIds, day, author.now) : [];
  const renewed = await liftRunOut(tx, of, day, author.now);
  const lifted = [...given, ...renewed, ...(await liftWithoutBasis(tx, author, of))];
  await tellBlocked(tx, author, made);
  await tellLifted(tx, author, lifted);
}

/** Where a decision was revoked and everybody has agreed since, or is covered by now, nothing stands against the cut. */
async function liftWithoutBasis(tx: Tx, author: Author, of: sql.Touched): Promise<sql.ChangedBlock[]> {
  const lifted: sql.ChangedBlock[] = [];
  const held = Map.groupBy(await sql.listBasisBlocks(tx, of), (one) => one.channel);
  for (const [channel, cuts] of held) {
    const ready = await readyCuts(
      tx,
      cuts.map((one) => one.cutId),
      channel,
      author.now,
    );
    lifted.push(...(await sql.liftBasisBlocks(tx, ready, channel, author.now)));
  }
  return lifted;
}

const readyCuts = async (tx: Tx, cutIds: readonly string[], channel: string, now: Date): Promise<string[]> =>
  (await pictureFindings(tx, null, cutIds, channel, dayOf(now), { blocks: true }))
    .filter((one) => one.finding === 'ready')
    .map((one) => one.cutId);

/** A decision was revoked: where the public sees its pictures and nothing else allows it, they are held back at once. */
export async function blockWithoutBasis(
  tx: Tx,
  author: Author,
  basis: { id: string; mediaId: string | null; albumId: string | null; channels: readonly string[] },
): Promise<number> {
  const shown = Map.groupBy(await sql.listShownBy(tx, basis), (one) => one.channel);
  const made: sql.ChangedBlock[] = [];
  for (const [channel, cuts] of shown) {
    const cutIds = cuts.map((one) => one.cutId);
    const ready = new Set(await readyCuts(tx, cutIds, channel, author.now));
    const held = cutIds.filter((id) => !ready.has(id));
    made.push(...(await sql.insertBasisBlocks(tx, basis.id, channel, held, author.now)));
  }
  await tellBlocked(tx, author, made);
  return new Set(made.map((one) => one.mediaId)).size;
}

/** What the public saw is told; what only the unit worked on is held back without a word. */
export async function tellBlocked(tx: Tx, author: Author, made: readonly sql.ChangedBlock[]): Promise<void> {
  const shown = new Map(
    (
      await sql.listSeenByPublic(
        tx,
        made.map((one) => one.cutId),
      )
    ).map((one) => [one.cutId, one.channels]),
  );
  const seen = made.filter((one) => shown.get(one.cutId)?.includes(one.channel));
  await tell(tx, author, seen, true);
}

export const tellLifted = (tx: Tx, author: Author, lifted: readonly sql.ChangedBlock[]): Promise<void> =>
  tell(tx, author, lifted, false);

async function tell(tx: Tx, author: Author, blocks: readonly sql.ChangedBlock[], blocked: boolean): Promise<void> {
  for (const [id, of] of Map.groupBy(blocks, (one) => one.mediaId)) {
    const { unitId, path } = of[0]!;
    const facts = {
      channels: [...new Set(of.map((one) => one.channel))],
      cutIds: [...new Set(of.map((b) => b.cutId))],
    };
    const event = blocked ? mediaBlocked : mediaUnblocked;
    await record(tx, author, event({ subject: { id, unitId, path }, before: null, after: facts }));
  }
}

import { newId } from '#lib/id.ts';
import { type EventNote, handleOutside, subscribe } from '#platform/jobs.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import { askRemoval, placementById, placementsShowing } from '../channels/channels.ts';
import { addWithdrawalStep, carryOutBy, settlePlace, withdrawnCuts } from '../media/media.ts';
import { offerByRules } from './offer-rules.ts';
import { mailPress } from './press-mail.ts';

const systemAt = (now: Date) => ({ requestId: newId(), now, system: 'articles' });

/**
 * Consent was taken back: newspapers and stations that were given the picture are asked to take it down, by the day the law
 * sets, and the request shows each of them until it is settled.
 */
export async function askPressBack(tx: Tx, { subjectId: withdrawalId }: EventNote, now = new Date()): Promise<void> {
  const cuts = await withdrawnCuts(tx, withdrawalId);
  const ids = [...new Set(cuts.map((cut) => cut.cutId))];
  const actBy = await carryOutBy(tx, withdrawalId);
  const places = await placementsShowing(tx, ids);
  if (places.length === 0) return;
  const author = systemAt(now);
  const reason = say('vi', 'channels.withdrawal');
  const of = { ids: places.map((place) => place.id) };
  await askRemoval(tx, author, of, { removal: 'withdrawal', reason, actBy });
  for (const place of places) {
    const cut = cuts.find((one) => place.cutIds.includes(one.cutId));
    await addWithdrawalStep(tx, author, {
      withdrawalId,
      mediaId: cut?.mediaId ?? null,
      cutId: cut?.cutId ?? null,
      unitId: place.unitId,
      path: place.path,
      placeKind: 'placement',
      placeId: place.id,
      place: `${place.outletName}: ${place.title}`,
      channel: 'press',
    });
  }
}

/** What became of the request at the outlet settles the step of the withdrawal that asked for it. */
export async function settleWithdrawals(tx: Tx, { subjectId }: EventNote, now = new Date()): Promise<void> {
  const place = await placementById(tx, subjectId);
  if (place?.state !== 'removed' && place?.state !== 'impossible') return;
  const removed = place.state === 'removed';
  const note = say('vi', removed ? 'channels.picture-removed' : 'channels.picture-stays', {
    outlet: place.outletName,
    note: place.note,
  });
  const done = { state: removed ? ('done' as const) : ('impossible' as const), note, by: null };
  await settlePlace(tx, systemAt(now), { kind: 'placement', id: place.id }, done);
}

export function offerJobs(): void {
  handleOutside<{ letterId: string }>('articles.mail-press', (db, data) => mailPress(db, data));
  subscribe('article.approved', 'offer-by-rules', (tx, note) => offerByRules(tx, note));
  subscribe('consent.withdrawn', 'ask-press-back', (tx, note) => askPressBack(tx, note));
  subscribe('placement.removal-closed', 'settle-withdrawals', (tx, note) => settleWithdrawals(tx, note));
}

import { dayOf, shortDay } from '#lib/format.ts';
import { changeNews } from '#modules/org/reorganisation.ts';
import type { Tx } from '#platform/tx.ts';
import { notify } from './notices.ts';

const most = 3;
const listed = (names: readonly string[]): string =>
  names.length > most ? `${names.slice(0, most).join(', ')}, …` : names.join(', ');

/** Whoever has a role at a unit that was merged, divided, renamed, moved or closed hears of it once. */
export async function tellUnitChanged(tx: Tx, changeId: string, now: Date): Promise<void> {
  const told = await changeNews(tx, changeId, dayOf(now));
  if (told?.news.state !== 'done') return;
  const { kind, fromNames, toNames, effectiveOn, decision, unitId } = told.news;
  const alone = kind === 'close' && toNames.length === 0 ? '-alone' : '';
  const params = { from: listed(fromNames), to: listed(toNames), date: shortDay(effectiveOn), decision };
  const dedupeKey = `unit-change:${changeId}`;
  await notify(
    tx,
    {
      personIds: told.personIds,
      kind: `unit-change.${kind}${alone}`,
      params,
      link: `/app/don-vi/${unitId}`,
      dedupeKey,
    },
    now,
  );
}

/** Who planned a change hears that its day came and it could not be. */
export async function tellUnitChangeFailed(tx: Tx, changeId: string, now: Date): Promise<void> {
  const told = await changeNews(tx, changeId, dayOf(now));
  if (!told) return;
  const { fromNames, effectiveOn, personId } = told.news;
  const params = { from: listed(fromNames), date: shortDay(effectiveOn) };
  const notice = { personIds: [personId], kind: 'unit-change.failed', params, link: '/app/sap-xep?trangThai=failed' };
  await notify(tx, { ...notice, dedupeKey: `unit-change.failed:${changeId}` }, now);
}

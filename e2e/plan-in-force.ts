import type { Page } from 'playwright-core';
import { personIdOf, unitIdOf } from '../db/sample/sample.ts';
import { dayOf } from '../lib/format.ts';
import { ask } from './acts.ts';

export interface PlannedTarget {
  product: string;
  counts: 'newspaper-article' | 'unit-article';
  months: Record<string, number>;
}

/** A thematic plan of THCS Suối Ngọc with one activity in force, issued by its people. */
export async function planInForce(
  officer: Page,
  head: Page,
  { title, activity, targets }: { title: string; activity: string; targets: readonly PlannedTarget[] },
): Promise<void> {
  // The clerk is away: the officer enters numbers meanwhile.
  const personId = personIdOf('anh.bach@thcssuoingoc.songtra.example');
  await ask(head, 'POST', `/units/${unitIdOf('cs2')}/grants`, { personId, role: 'clerk' });
  const year = Number(dayOf(Date.now()).slice(0, 4));
  const { plan } = await ask<{ plan: { id: string; version: number } }>(officer, 'POST', '/plans', {
    unitId: unitIdOf('cs2'),
    kind: 'thematic',
    title,
    period: { kind: 'range', from: year, to: year + 1 },
  });
  await ask(officer, 'PUT', `/plans/${plan.id}/lines/${crypto.randomUUID()}`, {
    version: 0,
    part: 'activity',
    text: activity,
    detail: { leadUnits: [{ name: 'Tổ Khoa học xã hội', unitId: null }] },
    targets: targets.map((target) => ({ id: crypto.randomUUID(), ...target })),
  });
  type Moved = { version: number; signer: object };
  const path = `/plans/${plan.id}`;
  let now = await ask<Moved>(officer, 'POST', `${path}/submission`, { version: plan.version });
  now = await ask<Moved>(head, 'POST', `${path}/signature`, { version: now.version, signer: now.signer });
  const issue = { version: now.version, number: '77', issuedOn: dayOf(Date.now()) };
  await ask<Moved>(officer, 'POST', `${path}/issue`, issue);
}

/** The month that is `n` months after this one: '2026-11'. */
export function monthFrom(n: number): string {
  const [year, month] = dayOf(Date.now()).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + n, 15)).toISOString().slice(0, 7);
}

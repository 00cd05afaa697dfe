import { dayOf } from '#lib/format.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { OfferRow, OfferState } from './offers.contract.ts';
import { offerActs } from './offers.policy.ts';
import type { ShownOffer } from './offers.sql.ts';

export const actsOn = (actor: Actor, row: ShownOffer) =>
  offerActs(
    {
      decide: actor.can('articles.select', row.to_path),
      offer: actor.can('articles.select', row.path),
      publish: actor.can('articles.publish', row.to_path),
    },
    {
      state: row.state as OfferState,
      published: row.published,
      hasEdition: row.edition_id !== null,
      takenDown: row.origin_stage === 'taken-down',
    },
  );

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const waits = (row: ShownOffer): boolean => row.state === 'offered' || row.state === 'accepted';

export const shownOffer = (actor: Actor, row: ShownOffer): OfferRow => ({
  id: row.id,
  articleId: row.article_id,
  title: row.title,
  summary: row.summary,
  kind: row.kind,
  originUnitId: row.origin_unit_id,
  originUnitName: row.origin_unit_name,
  credit: row.credit,
  leadCutId: row.lead_cut_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  toUnitId: row.to_unit_id,
  toUnitName: row.to_unit_name,
  versionN: row.version_n,
  state: row.state as OfferState,
  note: row.note,
  reason: row.reason,
  dueOn: row.due_on,
  late: row.due_on && waits(row) ? Math.max(0, daysBetween(row.due_on, dayOf(actor.now))) : 0,
  offeredByName: row.offered_by_name,
  offeredAt: isoOf(row.offered_at),
  decidedByName: row.decided_by_name,
  decidedAt: isoOrNull(row.decided_at),
  editionId: row.edition_id,
  published: row.published,
  version: row.version,
  can: actsOn(actor, row),
});

/** The row for the audit. */
export const recordedOffer = (row: ShownOffer): Record<string, unknown> => ({
  articleId: row.article_id,
  title: row.title,
  credit: row.credit,
  origin: row.origin_unit_name,
  unit: row.unit_name,
  toUnit: row.to_unit_name,
  versionN: row.version_n,
  state: row.state,
  note: row.note,
  dueOn: row.due_on,
  editionId: row.edition_id,
});

/** What happens to an offer is the receiver's doing once it is decided; it is kept where it was made. */
export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Cut, MediaAct, MediaRow, Recipe, Refusal, RenditionSize } from './media.contract.ts';
import { mediaActs } from './media.policy.ts';
import type { MediaTableRow, Seer, ShownMediaRow } from './media.sql.ts';

export const seerOf = (actor: Actor): Seer => ({
  personId: actor.person.id,
  reach: actor.reach('media.read'),
  adds: actor.reach('media.add'),
});

/** What the actor may do with a picture, once it is known that they see it. */
export function actsOn(actor: Actor, row: ShownMediaRow): MediaAct[] {
  const here = actor.can('media.add', row.path) || (row.team_path !== null && actor.can('media.add', row.team_path));
  return mediaActs(
    {
      add: here || row.shared_here === true,
      // Whoever works elsewhere by now still sees what they brought, and says nothing more about it.
      own: here && row.created_by === actor.person.id,
      manage: actor.can('media.manage', row.path),
      decide: actor.can('consents.decide', row.path),
    },
    { refused: row.state === 'refused', used: row.uses > 0 },
  );
}

export interface CutFields {
  id: string;
  media_id: string;
  state: string;
  recipe: unknown;
  width: number | null;
  height: number | null;
  sizes: readonly string[];
}

export const shownCut = (row: CutFields): Cut => ({
  id: row.id,
  mediaId: row.media_id,
  state: row.state as Cut['state'],
  recipe: row.recipe as Recipe,
  width: row.width,
  height: row.height,
  sizes: row.sizes as RenditionSize[],
});

function firstCut(row: ShownMediaRow): Cut | null {
  if (row.cut_id === null || row.cut_state === null) return null;
  return shownCut({
    id: row.cut_id,
    media_id: row.id,
    state: row.cut_state,
    recipe: row.cut_recipe,
    width: row.cut_width,
    height: row.cut_height,
    sizes: row.cut_sizes,
  });
}

/** People name files after who is in them: whoever a picture was only shown to does not read that. */
const nameFor = (actor: Actor, row: ShownMediaRow): string => {
  const house = [row.path, row.team_path].some((path) => path !== null && actor.can('media.read', path));
  return house || row.created_by === actor.person.id ? row.name : '';
};

export const shownMedia = (actor: Actor, row: ShownMediaRow): MediaRow => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  kind: row.kind as MediaRow['kind'],
  state: row.state as MediaRow['state'],
  refusal: row.refusal as Refusal | null,
  sentence: row.refusal && say(actor.language, `media.refused.${row.refusal}`),
  name: nameFor(actor, row),
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  takenAt: isoOrNull(row.taken_at),
  caption: row.caption,
  alt: row.alt,
  credit: row.credit,
  rightsBasis: row.rights_basis as MediaRow['rightsBasis'],
  rightsNote: row.rights_note,
  rightsUntil: row.rights_until,
  people: row.people as MediaRow['people'],
  albumId: row.album_id,
  albumTitle: row.album_title,
  focalX: row.focal_x,
  focalY: row.focal_y,
  cut: firstCut(row),
  uses: row.uses,
  createdByName: row.created_by_name,
  createdAt: isoOf(row.created_at),
  version: row.version,
  can: actsOn(actor, row),
});

/** The row for the audit: what is the unit's own word about a picture, nothing of the people in it. */
export const recordedMedia = (row: MediaTableRow): Record<string, unknown> => ({
  name: row.name,
  state: row.state,
  refusal: row.refusal,
  caption: row.caption,
  alt: row.alt,
  credit: row.credit,
  rightsBasis: row.rights_basis,
  rightsNote: row.rights_note,
  rightsUntil: row.rights_until,
  whoIsInIt: row.people,
  albumId: row.album_id,
  cutId: row.cut_id,
});

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

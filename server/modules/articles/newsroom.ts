import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { pathsAbove } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { type Belonging, belongingOf, listBelongings, listTeamsOf, mustBeOpen } from '../org/org.ts';
import type * as c from './articles.contract.ts';
import * as sql from './articles.sql.ts';
import { stepsFor } from './workflows.ts';

/** What the writing page and the lists need to know beforehand. */
export async function getNewsroom(
  db: Db,
  actor: Actor,
  { forUnitId }: InputOf<typeof c.getNewsroom>,
): Promise<OutputOf<typeof c.getNewsroom>> {
  const paths = [...new Set(actor.reach('articles.write').map((span) => span.path))];
  const day = dayOf(actor.now);
  const kinds = await sql.listKinds(db, day);
  const languages = await sql.listLanguages(db);
  // One's own team before the whole unit: that is where most texts come from.
  const own = [...(await listTeamsOf(db, actor.person.id, paths, day)), ...(await listBelongings(db, paths))];
  const below = forUnitId ? [await placeFor(db, actor, { unitId: forUnitId, teamId: null })] : [];
  const places = [
    ...below.filter((place) => place.enteredFor),
    ...own.map((place) => ({ ...place, enteredFor: false })),
  ];
  return {
    kinds: kinds.map((k) => ({ code: k.code, nameVi: k.name_vi, nameEn: k.name_en, needsPicture: k.needs_picture })),
    languages: languages.map((l) => ({ code: l.code, nameVi: l.name_vi, nameEn: l.name_en })),
    places: await Promise.all(
      places.map(async ({ unitId, unitName, teamId, teamName, enteredFor }) => ({
        unitId,
        unitName,
        teamId,
        teamName,
        enteredFor,
        steps: await stepsFor(db, unitId, teamId, day),
      })),
    ),
  };
}

export interface ChosenPlace extends Belonging {
  /** The level above enters it for the unit. */
  enteredFor: boolean;
}

/**
 * Where somebody may begin a text: at the unit or the team where they write; or, with the rights of an editor who selects,
 * for a unit below (thay đơn vị). 404 where there is no such unit, 403 else, 409 once it is closed.
 */
export async function placeFor(
  db: Db,
  actor: Actor,
  given: { unitId: string; teamId: string | null },
): Promise<ChosenPlace> {
  const place = await belongingOf(db, given);
  const own =
    actor.can('articles.write', place.path) || (place.teamPath !== null && actor.can('articles.write', place.teamPath));
  const above = pathsAbove(place.path).some(
    (path) => actor.can('articles.edit', path) && actor.can('articles.select', path),
  );
  if (!own && !above) fail('forbidden');
  mustBeOpen(place, actor.now);
  return { ...place, enteredFor: !own };
}

/** A kind and a language that exist now. */
export async function mustBeKnown(db: Db, actor: Actor, given: { kind: string; language: string }): Promise<void> {
  const [kinds, languages] = await Promise.all([sql.listKinds(db, dayOf(actor.now)), sql.listLanguages(db)]);
  const fields = {
    ...(kinds.every((k) => k.code !== given.kind) && { kind: 'fields.invalid' }),
    ...(languages.every((l) => l.code !== given.language) && { language: 'fields.invalid' }),
  };
  if (Object.keys(fields).length > 0) fail('invalid', {}, { fields });
}

import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { consentChannels, type Purpose } from './classes.contract.ts';
import type { ClassRecord } from './classes.sql.ts';
import type { ClassConsents, PupilConsents } from './consents.contract.ts';
import { ageOn, askedOn, standingOf, type Said as Words } from './consents.policy.ts';
import * as sql from './consents.sql.ts';
import { classOf, shownPupil } from './load-class.ts';
import * as pupils from './pupils.sql.ts';
import { consentEnd } from './school-year-end.ts';
import { findRule } from './withdrawals.sql.ts';
import { wordingNow } from './wordings.ts';

/** Pupils × channels × parties of a class for one purpose, as it stands today. */
export async function gridOf(
  db: Db,
  actor: Actor,
  row: ClassRecord,
  purpose: Purpose,
  of: { left?: boolean } = {},
): Promise<ClassConsents> {
  const day = dayOf(actor.now);
  const rule = (await findRule(db, day)) ?? fail('not-found');
  const said = Map.groupBy(await sql.listSaid(db, row.id, purpose, day), (one) => one.pupilId);
  const asking = new Map((await sql.listWithdrawing(db, row.id)).map((one) => [one.pupilId, one.id]));
  const rows = await pupils.listPupils(db, row.id, of);
  return {
    class: await classOf(db, actor, row),
    purpose,
    childAge: rule.childAge,
    adultAge: rule.adultAge,
    source: rule.source,
    validTo: await consentEnd(db, row.school_year, row.path),
    wording: await wordingNow(db, row.unit_id, purpose),
    pupils: rows.map((pupil) => {
      const asked = askedOn(pupil.born_on, day, rule);
      const own = said.get(pupil.id) ?? [];
      return {
        ...shownPupil(pupil),
        age: ageOn(pupil.born_on, day),
        asked,
        channels: cellsOf(own, asked),
        evidence: own.some((one) => one.evidence),
        withdrawing: asking.get(pupil.id) ?? null,
      };
    }),
  };
}

function cellsOf(said: readonly sql.Said[], asked: PupilConsents['asked']): PupilConsents['channels'] {
  const cells = consentChannels.map((channel) => {
    const by = (party: 'representative' | 'child') =>
      said.find((one) => one.party === party && one.channel === channel)?.state ?? 'none';
    const words: Words = { representative: by('representative'), child: by('child') };
    return [channel, { ...words, standing: standingOf(words, asked) }] as const;
  });
  return Object.fromEntries(cells) as PupilConsents['channels'];
}

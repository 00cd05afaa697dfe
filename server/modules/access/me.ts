import { dayOf } from '#lib/format.ts';
import type { Right } from '#lib/rights.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as contract from './access.contract.ts';
import { rightsOf } from './access.policy.ts';
import * as accounts from './accounts.sql.ts';
import * as grants from './grants.sql.ts';
import { countUnread } from './me.sql.ts';

export async function getMe(db: Db, actor: Actor): Promise<contract.Me> {
  const units = await grants.listOfPerson(db, actor.person.id, dayOf(actor.now));
  const mine = units.map((unit) => ({
    ...unit,
    // Over an access key: what the key lets through.
    rights: [...new Set<Right>(unit.roles.flatMap((role) => rightsOf(role)))].filter((r) => actor.can(r, unit.path)),
  }));
  return {
    person: { ...actor.person, language: actor.language },
    units: actor.tokenId === null ? mine : mine.filter((unit) => unit.rights.length > 0),
    unread: await countUnread(db, actor.person.id),
  };
}

export async function setLanguage(tx: Tx, actor: Actor, input: { language: 'vi' | 'en' }): Promise<{ done: true }> {
  await accounts.setLanguage(tx, actor.person.id, input.language);
  const subject = { id: actor.person.id, unitId: null, path: null };
  await record(
    tx,
    actor,
    contract.languageChanged({ subject, before: { language: actor.language }, after: { language: input.language } }),
  );
  return { done: true };
}

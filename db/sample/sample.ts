import { createHash, randomInt } from 'node:crypto';
import { fold, slugOf } from '#lib/text.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { insertAccounts, insertGrants } from '../../server/modules/access/bulk.sql.ts';
import { hashPassword } from '../../server/modules/access/password.ts';
import * as bulk from '../../server/modules/org/bulk.sql.ts';
import { listTree } from '../../server/modules/org/unit-lists.sql.ts';
import { rebuildPaths } from '../../server/modules/org/unit-paths.sql.ts';
import { loadConsents, sampleClasses } from './consents.ts';
import { type SamplePerson, samplePeople, vacantPosts } from './people.ts';
import { type SampleUnit, sampleUnits } from './units.ts';

/** A sign-in of the sample sector; the password is known only now. */
export interface SampleAccount {
  name: string;
  title: string;
  unit: string;
  email: string;
  password: string;
}

const START = '2025-07-01';
const LONG_AGO = '2015-09-01';
const byKey = new Map(sampleUnits.map((unit) => [unit.key, unit]));

/** The same id for the same name on every machine: a version 7 UUID of 1/7/2025 with a hash in place of chance. */
export function sampleId(key: string): string {
  const hash = createHash('sha256').update(`lan toa sample ${key}`).digest('hex');
  return `0197c1e0-0000-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/** The id of a sample unit by its key: unitIdOf('so') is the Sở's. */
export function unitIdOf(key: string): string {
  if (!byKey.has(key)) throw new Error(`the sample has no unit ${key}`);
  return sampleId(key);
}

/** The id of somebody of the sample by e-mail address. */
export function personIdOf(email: string): string {
  if (!samplePeople.some((person) => sampleEmail(person) === email))
    throw new Error(`the sample has nobody at ${email}`);
  return sampleId(email);
}

/** The mail domain of a person's office or school; `.example` can never be a real address. */
function domainOf(unitKey: string): string {
  const root = unitKey.split('.')[0]!;
  if (root === 'bo') return 'bo.example';
  if (root === 'so') return 'so.songtra.example';
  if (root === 'xa') return `${slugOf(byKey.get(unitKey)!.place!).replaceAll('-', '')}.songtra.example`;
  return `${slugOf(byKey.get(root)!.shortName!).replaceAll('-', '')}.songtra.example`;
}

export const sampleEmail = (person: Pick<SamplePerson, 'mailbox' | 'unit'>): string =>
  `${person.mailbox}@${domainOf(person.unit)}`;

/** Changes whenever the sample does; names the copies that tests make of it. */
export const sampleFingerprint: string = createHash('sha256')
  .update(JSON.stringify([sampleUnits, samplePeople, vacantPosts, sampleClasses]))
  .digest('hex')
  .slice(0, 8);

/**
 * Lays the sample sector into an empty database and returns the accounts to show, each with a random password. Null
 * where there are units already: nothing is touched then.
 */
export async function loadSample(db: Db): Promise<SampleAccount[] | null> {
  if ((await listTree(db, null, { limit: 1 })).length > 0) return null;
  const passwords = new Map(samplePeople.filter((p) => p.demo).map((p) => [p, newPassword()]));
  // One after the other: each hash wants its own memory, and all at once would stay with the server for good.
  const hashes = new Map<SamplePerson, string>();
  for (const [person, word] of passwords) hashes.set(person, await hashPassword(word));
  await db.transaction().execute(async (tx) => {
    await loadUnits(tx);
    await loadPeople(tx, hashes);
    await loadConsents(tx, { rowId: sampleId, unitId: unitIdOf, personId: personIdOf });
  });
  return [...passwords].map(([person, password]) => ({
    name: person.name,
    title: person.title,
    unit: nameAbove(person.unit),
    email: sampleEmail(person),
    password,
  }));
}

/** Unit as people know it: a division with what it belongs to. */
function nameAbove(key: string): string {
  const unit = byKey.get(key)!;
  const above = unit.kind === 'division' ? byKey.get(unit.below!) : undefined;
  return above && !fold(unit.name).includes(fold(above.name))
    ? `${unit.name}, ${above.shortName ?? above.name}`
    : unit.name;
}

/** Three groups of letters and digits that cannot be mistaken for each other: 'k7rm-h3xp-w9dn'. */
function newPassword(): string {
  const letters = 'abcdefghkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

async function loadUnits(tx: Tx): Promise<void> {
  for (const level of levels()) await bulk.insertUnits(tx, level.map(unitRow));
  await bulk.insertParents(tx, sampleUnits.flatMap(parentsOf));
  await rebuildPaths(
    tx,
    sampleUnits.filter((u) => u.formerly).map((u) => sampleId(u.key)),
  );
  const coded = sampleUnits.filter((u) => u.code);
  await bulk.insertCodes(
    tx,
    coded.map((u) => ({ unit_id: sampleId(u.key), scheme: 'sector', code: u.code!, valid_from: LONG_AGO })),
  );
  const stepped = sampleUnits.filter((u) => u.steps);
  await bulk.insertSettings(
    tx,
    stepped.map((u) => ({ unit_id: sampleId(u.key), signing_steps: u.steps! })),
  );
}

/** Units by depth, so that each level finds its parents. */
function levels(): SampleUnit[][] {
  const depth = (unit: SampleUnit): number => (unit.below ? 1 + depth(byKey.get(unit.below)!) : 0);
  return [...Map.groupBy(sampleUnits, depth)].sort(([a], [b]) => a - b).map(([, units]) => units);
}

const isNew = (unit: SampleUnit) => unit.kind === 'commune-office' || (unit.key.startsWith('ub.') && !unit.closedOn);

const unitRow = (unit: SampleUnit): bulk.BulkUnit => ({
  id: sampleId(unit.key),
  parent_id: unit.below ? sampleId(unit.below) : null,
  kind: unit.kind,
  name: unit.name,
  short_name: unit.shortName ?? null,
  symbol: unit.symbol ?? null,
  place: unit.place ?? null,
  slug: slugOfUnit(unit),
  opened_on: isNew(unit) ? START : LONG_AGO,
  closed_on: unit.closedOn ?? null,
  codes: unit.code ?? null,
});

function slugOfUnit(unit: SampleUnit): string {
  const above =
    unit.kind === 'team' || unit.kind === 'board' || unit.kind === 'division' ? byKey.get(unit.below ?? '') : undefined;
  return slugOf(above ? `${unit.name} ${above.shortName ?? above.name}` : unit.name);
}

function parentsOf(unit: SampleUnit): bulk.BulkParent[] {
  const parents: bulk.BulkParent[] = [];
  const from = isNew(unit) || unit.formerly ? START : LONG_AGO;
  const add = (line: 'working' | 'administrative', key: string, valid_from: string, valid_to: string | null = null) =>
    parents.push({ unit_id: sampleId(unit.key), parent_id: sampleId(key), line, valid_from, valid_to });
  if (unit.formerly) add('working', unit.formerly, LONG_AGO, START);
  if (unit.below) add('working', unit.below, from, unit.closedOn ?? null);
  if (unit.committee)
    add(
      'administrative',
      unit.committee,
      byKey.get(unit.committee)!.closedOn || !isNew(byKey.get(unit.committee)!) ? LONG_AGO : START,
      unit.closedOn ?? null,
    );
  return parents;
}

async function loadPeople(tx: Tx, hashes: ReadonlyMap<SamplePerson, string>): Promise<void> {
  const idOf = (person: SamplePerson) => sampleId(sampleEmail(person));
  await bulk.insertPeople(
    tx,
    samplePeople.map((p, i) => ({
      id: idOf(p),
      name: p.name,
      email: sampleEmail(p),
      phone: `02990 000 ${String(i + 100)}`,
    })),
  );
  const held = samplePeople.map((p) => ({
    unit: p.unit,
    post: p.post,
    title: p.title,
    person: idOf(p) as string | null,
  }));
  await bulk.insertPosts(
    tx,
    [...held, ...vacantPosts.map((v) => ({ ...v, person: null }))].map((h) => ({
      id: sampleId(`post ${h.unit} ${h.post} ${h.person}`),
      unit_id: sampleId(h.unit),
      kind: h.post,
      title: h.title,
      person_id: h.person,
      valid_from: START,
    })),
  );
  await insertAccounts(
    tx,
    samplePeople.map((p) => ({ person_id: idOf(p), password_hash: hashes.get(p) ?? null })),
  );
  await insertGrants(
    tx,
    samplePeople.flatMap((p) =>
      p.roles.map(([role, unit]) => ({
        id: sampleId(`grant ${sampleEmail(p)} ${role} ${unit}`),
        person_id: idOf(p),
        unit_id: sampleId(unit),
        role,
        valid_from: START,
      })),
    ),
  );
}

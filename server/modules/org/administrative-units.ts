import { newId } from '#lib/id.ts';
import { fold } from '#lib/text.ts';
import { record } from '#modules/audit/audit.ts';
import type { Tx } from '#platform/tx.ts';
import * as sql from './administrative-units.sql.ts';
import * as bulk from './bulk.sql.ts';
import { foundUnit } from './new-units.ts';
import { committeeOf, communeOfficeOf, departmentOf, type Office, spelled } from './offices.ts';
import { administrativeUnitsLoaded } from './org.contract.ts';

/** The order of 2025: communes and provinces as they are since that day. */
const inForce = '2025-07-01';
/** Changes since: the state before stays as a dated row (Nghị quyết 30/2026/QH16). */
const changedSince = [{ code: '75', before: 'Tỉnh Đồng Nai', on: '2026-04-30' }];

/** A row of the file: kind,code,parentCode,fullName,name. */
export interface Area {
  code: string;
  kind: sql.AdministrativeUnit['kind'];
  parent_code: string | null;
  full_name: string;
  name: string;
}

export interface LoadReport {
  areas: number;
  changedAreas: number;
  committees: number;
  departments: number;
  communeOffices: number;
  /** Units that were there under their usual name and now carry their official code. */
  adopted: number;
}

type Author = Parameters<typeof record>[1];

/** Records of the file, checked; throws an Error with the line where one is wrong. */
export function readAreas(rows: readonly (readonly string[])[]): Area[] {
  const kinds = new Set(['province', 'ward', 'commune', 'special-zone']);
  const areas = rows.slice(1).flatMap((row, i): Area[] => {
    if (row.length === 0) return [];
    const [kind = '', code = '', parent = '', full_name = '', name = ''] = row;
    const fits =
      kinds.has(kind) &&
      full_name &&
      name &&
      (kind === 'province' ? /^\d{2}$/ : /^\d{5}$/).test(code) &&
      (kind === 'province') === (parent === '');
    if (!fits) throw new Error(`dòng ${i + 2}: ${row.join(',')}`);
    return [{ kind: kind as Area['kind'], code, parent_code: parent || null, full_name, name }];
  });
  const codes = new Set(areas.map((a) => a.code));
  const lost = areas.find((a) => a.parent_code && !codes.has(a.parent_code));
  if (lost) throw new Error(`${lost.code} ${lost.full_name}: ${lost.parent_code}`);
  return areas.map((area) => ({ ...area, ...spelled(area) }));
}

/**
 * The official hierarchy as dated facts, and for each area the office that does the sector's work there: a Sở below the
 * ministry, a Phòng Văn hóa - Xã hội below its Sở, each with its People's Committee. Run again it makes nothing twice;
 * what people have changed on a unit since stays.
 */
export async function loadAdministrativeUnits(
  tx: Tx,
  author: Author,
  areas: readonly Area[],
  source: string,
): Promise<LoadReport> {
  const changedAreas = await sql.upsertAdministrativeUnits(
    tx,
    areas.flatMap((area) => datedRows(area, source)),
  );
  const work = await begin(tx, author);
  const provinces = areas.filter((a) => a.kind === 'province');
  const communes = areas.filter((a) => a.kind !== 'province');
  const below = (scheme: Scheme) => (area: Area) => work.known.get(`${scheme} ${area.parent_code}`)!;
  const committees =
    (await makeLevel(tx, work, 'area', provinces, committeeOf, () => null)) +
    (await makeLevel(tx, work, 'area', communes, committeeOf, below('area')));
  const departments = await makeLevel(tx, work, 'education-office', provinces, departmentOf, () => work.ministry.id);
  const communeOffices = await makeLevel(
    tx,
    work,
    'education-office',
    communes,
    communeOfficeOf,
    below('education-office'),
  );
  const report = { areas: areas.length, changedAreas, committees, departments, communeOffices, adopted: work.adopted };
  const { id, path } = work.ministry;
  await record(
    tx,
    author,
    administrativeUnitsLoaded({ subject: { id, unitId: id, path }, before: null, after: { ...report, source } }),
  );
  return report;
}

function datedRows(area: Area, source: string): sql.AdministrativeUnit[] {
  const change = changedSince.find((c) => c.code === area.code);
  const row = { ...area, source, valid_from: inForce, valid_to: null };
  if (!change) return [row];
  return [
    { ...row, full_name: change.before, valid_to: change.on },
    { ...row, valid_from: change.on },
  ];
}

type Scheme = 'area' | 'education-office';

interface Work {
  ministry: { id: string; path: string };
  /** Unit by 'scheme code'. */
  known: Map<string, string>;
  /** Units without a code yet, by kind, parent and folded name. */
  byName: Map<string, string>;
  slugs: Set<string>;
  adopted: number;
}

const nameKey = (kind: string, parentId: string | null, name: string) => `${kind} ${parentId} ${fold(name)}`;

async function begin(tx: Tx, author: Author): Promise<Work> {
  const offices = await sql.listOffices(tx);
  const coded = await sql.listCoded(tx, ['area', 'education-office']);
  const taken = new Set(coded.map((c) => c.unitId));
  const ministry =
    offices.find((o) => o.kind === 'ministry' && o.parentId === null) ??
    (await foundUnit(tx, author, { name: 'Bộ Giáo dục và Đào tạo', kind: 'ministry' }));
  return {
    ministry,
    known: new Map(coded.map((c) => [`${c.scheme} ${c.code}`, c.unitId])),
    byName: new Map(offices.filter((o) => !taken.has(o.id)).map((o) => [nameKey(o.kind, o.parentId, o.name), o.id])),
    slugs: await sql.listUsedSlugs(tx),
    adopted: 0,
  };
}

/** Makes what is missing of one level, whose parents are all there; returns how many were made. */
async function makeLevel(
  tx: Tx,
  work: Work,
  scheme: Scheme,
  areas: readonly Area[],
  officeOf: (area: Area) => Office,
  parentOf: (area: Area) => string | null,
): Promise<number> {
  const missing = areas.filter((area) => !work.known.has(`${scheme} ${area.code}`));
  const units: bulk.BulkUnit[] = [];
  const adopted: { unit_id: string; area: string }[] = [];
  const codes: { unit_id: string; scheme: string; code: string; valid_from: string }[] = [];
  for (const area of missing) {
    const office = officeOf(area);
    const parent_id = parentOf(area);
    const there = work.byName.get(nameKey(office.kind, parent_id, office.name));
    const id = there ?? newId();
    if (there) adopted.push({ unit_id: id, area: area.code });
    else
      units.push({
        ...office,
        id,
        parent_id,
        slug: freeSlug(work.slugs, office.slug),
        opened_on: inForce,
        codes: area.code,
      });
    codes.push({ unit_id: id, scheme, code: area.code, valid_from: inForce });
    work.known.set(`${scheme} ${area.code}`, id);
  }
  await bulk.insertUnits(tx, units);
  await bulk.insertCodes(tx, codes);
  await bulk.insertParents(
    tx,
    units.flatMap((unit) => parentsOf(work, unit)),
  );
  work.adopted += adopted.length;
  if (scheme === 'education-office')
    await bulk.insertParents(
      tx,
      adopted.map(({ unit_id, area }) => committeeAbove(work, unit_id, area)),
    );
  return units.length;
}

function parentsOf(work: Work, unit: bulk.BulkUnit): bulk.BulkParent[] {
  const from = { unit_id: unit.id, valid_from: inForce };
  const working: bulk.BulkParent[] = unit.parent_id ? [{ ...from, parent_id: unit.parent_id, line: 'working' }] : [];
  if (unit.kind === 'people-committee') return working;
  return [...working, committeeAbove(work, unit.id, unit.codes!)];
}

const committeeAbove = (work: Work, unit_id: string, area: string): bulk.BulkParent => ({
  unit_id,
  parent_id: work.known.get(`area ${area}`)!,
  line: 'administrative',
  valid_from: inForce,
});

function freeSlug(taken: Set<string>, wanted: string): string {
  let slug = wanted;
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`;
  taken.add(slug);
  return slug;
}

/** A province as it stood until 30 June 2025: 8 districts with their Phòng GDĐT, 120 communes, 1,500 schools. */
import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import type { Tx } from '#platform/tx.ts';
import { type BulkParent, type BulkUnit, insertParents, insertUnits } from '../server/modules/org/bulk.sql.ts';

const long = '2015-09-01';
const july = '2025-07-01';
let made = 0;

const unitOf = (kind: UnitKind, parent_id: string | null, name: string, opened_on = long): BulkUnit => ({
  id: newId(),
  parent_id,
  kind,
  name,
  short_name: null,
  symbol: null,
  place: null,
  slug: `cu-${++made}`,
  opened_on,
  codes: null,
});

export interface OldProvince {
  path: string;
  department: BulkUnit;
  districts: BulkUnit[];
  committees: BulkUnit[];
  offices: BulkUnit[];
  schools: (BulkUnit & { commune: number })[];
}

const parent = (unit: BulkUnit, parentId: string, line: BulkParent['line']): BulkParent => ({
  unit_id: unit.id,
  parent_id: parentId,
  line,
  valid_from: unit.opened_on,
});

export async function growOldProvince(tx: Tx): Promise<OldProvince> {
  const { rows } = await sql<{ id: string }>`select id from units where kind = 'ministry' limit 1`.execute(tx);
  const department = unitOf('province-department', rows[0]!.id, 'Sở Giáo dục và Đào tạo tỉnh Cũ');
  const province = unitOf('people-committee', null, 'Ủy ban nhân dân tỉnh Cũ');
  await insertUnits(tx, [department, province]);
  const named = (n: number, each: (i: number) => BulkUnit) => Array.from({ length: n }, (_, i) => each(i));
  const districts = named(8, (i) => unitOf('division', department.id, `Phòng Giáo dục và Đào tạo huyện Cũ ${i + 1}`));
  const committees = named(120, (i) => unitOf('people-committee', province.id, `Ủy ban nhân dân xã Cũ ${i + 1}`));
  const offices = named(60, (i) =>
    unitOf('commune-office', department.id, `Phòng Văn hóa - Xã hội xã Mới ${i + 1}`, july),
  );
  const kinds: UnitKind[] = ['nursery', 'primary', 'lower-secondary'];
  const schools = named(1500, (i) => {
    const upper = i % 50 === 49;
    const kind = upper ? 'upper-secondary' : kinds[i % 3]!;
    return unitOf(kind, districts[(i % 120) % 8]!.id, `Trường Cũ ${kind} ${i + 1}`);
  }).map((school, i) => ({ ...school, commune: i % 120 }));
  await insertUnits(tx, [...districts, ...committees, ...offices]);
  await insertUnits(
    tx,
    schools.map(({ commune: _, ...school }) => school),
  );
  await insertParents(tx, [
    parent(department, rows[0]!.id, 'working'),
    ...[...districts, ...offices].map((u) => parent(u, department.id, 'working')),
    ...committees.map((u) => parent(u, province.id, 'working')),
    ...offices.map((u, i) => ({ ...parent(u, committees[i]!.id, 'administrative') })),
    ...schools.map((s) => parent(s, s.parent_id!, 'working')),
  ]);
  const path = await sql<{ path: string }>`select path from units where id = ${department.id}`.execute(tx);
  return { path: path.rows[0]!.path, department, districts, committees, offices, schools };
}

/** The lines of the table: committees two by two, schools below the new offices or the Sở, then the districts end. */
export function july2025({
  department,
  districts,
  committees,
  offices,
  schools,
}: OldProvince): Record<string, string>[] {
  const decision = 'Nghị quyết số 1656/NQ-UBTVQH15 ngày 16/6/2025';
  const line = (kind: string, from: string, to: string) => ({ kind, from, to, on: '01/7/2025', decision });
  const upper = (kind: string) => kind === 'upper-secondary';
  return [
    ...committees.slice(60).map((c, i) => line('Sáp nhập', c.name, committees[i]!.name)),
    ...schools.map((s) => line('Chuyển', s.name, upper(s.kind) ? department.name : offices[s.commune % 60]!.name)),
    ...districts.map((d) => line('Kết thúc', d.name, department.name)),
  ];
}

import { slugOf } from '#lib/text.ts';
import { usualSpelling } from '#lib/tone-marks.ts';
import type { AdministrativeUnit } from './administrative-units.sql.ts';
import type { BulkUnit } from './bulk.sql.ts';

/** A unit to be made for an area: what is written on its door, without ids. */
export type Office = Pick<BulkUnit, 'kind' | 'name' | 'short_name' | 'symbol' | 'place' | 'slug'>;

type Area = Pick<AdministrativeUnit, 'code' | 'kind' | 'full_name' | 'name'>;

/** Cities named after a person are written with what they are (Nghị định 30/2020/NĐ-CP, Phụ lục I, on the place). */
const namedAfterPeople = new Set(['79']);

/** 'Phường Ba Đình' → 'phường Ba Đình', as it stands inside a name. */
const inside = ({ full_name }: Area) => `${full_name[0]!.toLowerCase()}${full_name.slice(1)}`;
const placeOf = (area: Area) => (namedAfterPeople.has(area.code) ? area.full_name : area.name);

export function committeeOf(area: Area): Office {
  const slug = `ubnd-${slugOf(area.full_name)}${area.kind === 'province' ? '' : `-${area.code}`}`;
  return {
    kind: 'people-committee',
    name: `Ủy ban nhân dân ${inside(area)}`,
    short_name: `UBND ${inside(area)}`,
    symbol: 'UBND',
    place: placeOf(area),
    slug,
  };
}

/** Sở Giáo dục và Đào tạo of a province. */
export function departmentOf(area: Area): Office {
  const place = placeOf(area);
  return {
    kind: 'province-department',
    name: `Sở Giáo dục và Đào tạo ${place}`,
    short_name: `Sở GDĐT ${place}`,
    symbol: 'SGDĐT',
    place,
    slug: `so-gddt-${slugOf(place)}`,
  };
}

/** Phòng Văn hóa - Xã hội of a commune, ward or special zone. */
export function communeOfficeOf(area: Area): Office {
  return {
    kind: 'commune-office',
    name: `Phòng Văn hóa - Xã hội ${inside(area)}`,
    short_name: `Phòng VH-XH ${area.name}`,
    symbol: 'VHXH',
    place: area.name,
    slug: `vhxh-${slugOf(area.full_name)}-${area.code}`,
  };
}

/** The row of the file in the usual spelling. */
export const spelled = (area: Area): Area => ({
  ...area,
  full_name: usualSpelling(area.full_name),
  name: usualSpelling(area.name),
});

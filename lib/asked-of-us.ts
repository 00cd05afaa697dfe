import { fold } from './text.ts';

/**
 * How plans address kinds of units in "Tổ chức thực hiện" (folded patterns). Plans before 1/7/2025 name the Phòng GDĐT
 * where later ones name the commune's office; both are kept, since old plans stay citable.
 */
const addressed: Record<string, RegExp> = {
  'province-department': /\bso (gd|giao duc)|\bcac so\b/,
  'commune-office':
    /phong van hoa|\bubnd (cap |cac )?(xa|phuong)|uy ban nhan dan (cap |cac )?(xa|phuong)|phong (gd|giao duc)/,
  division: /\bphong\b|\bcac phong|\bcac don vi (chuc nang|chuyen mon)/,
  nursery: /mam non|co so giao duc|\bcac (don vi|truong)|nha truong|don vi truc thuoc/,
  primary: /tieu hoc|co so giao duc|\bcac (don vi|truong)|nha truong|don vi truc thuoc|pho thong/,
  'lower-secondary': /thcs|trung hoc co so|co so giao duc|\bcac (don vi|truong)|nha truong|don vi truc thuoc|pho thong/,
  'primary-lower-secondary':
    /tieu hoc|thcs|trung hoc co so|co so giao duc|\bcac (don vi|truong)|nha truong|don vi truc thuoc|pho thong/,
  'upper-secondary':
    /thpt|trung hoc pho thong|co so giao duc|\bcac (don vi|truong)|nha truong|don vi truc thuoc|pho thong/,
  'continuing-education': /gdtx|gdnn|thuong xuyen|trung tam|co so giao duc|\bcac don vi|don vi truc thuoc/,
  'training-institution': /co so dao tao|dai hoc|cao dang|boi duong/,
  team: /\bto\b|to chuyen mon|khoi chuyen mon|giao vien/,
};

/** Whether a plan that names `actor` asks it of a unit of this kind; a proposal, the person decides. */
export function isAskedOf(actor: string | null, unit: { kind: string; name: string }): boolean {
  if (!actor) return false;
  const key = fold(actor);
  return key.includes(fold(unit.name)) || (addressed[unit.kind]?.test(key) ?? false);
}

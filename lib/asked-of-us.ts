import { fold } from './text.ts';

const everySchool =
  'co so giao duc(?! dai hoc| nghe nghiep)|\\bcac (truong|co so)$|\\bcac (don vi|truong hoc|nha truong)\\b';
const school = (...words: string[]) => new RegExp([...words, everySchool, 'nha truong', 'don vi truc thuoc'].join('|'));

/**
 * How plans address kinds of units in "Tổ chức thực hiện" (folded patterns). Plans before 1/7/2025 name the Phòng GDĐT
 * where later ones name the commune's office; both are kept, since old plans stay citable.
 */
const addressed: Record<string, RegExp> = {
  'province-department': /\bso (gd|giao duc)|\bcac so\b/,
  'commune-office':
    /phong van hoa|\bubnd (cap |cac )?(xa|phuong)|uy ban nhan dan (cap |cac )?(xa|phuong)|phong (gd\s?(&|va)?\s?dt|giao duc va dao tao|giao duc dao tao)/,
  // The Phòng of a commune or a former district is no office of the ministry or the Sở.
  division:
    /\bphong\b(?! (van hoa|gd|giao duc va dao tao|giao duc dao tao))|\bcac phong|\bcac don vi (chuc nang|chuyen mon)/,
  nursery: school('mam non'),
  primary: school('tieu hoc', 'pho thong'),
  'lower-secondary': school('thcs', 'trung hoc co so', 'pho thong'),
  'primary-lower-secondary': school('tieu hoc', 'thcs', 'trung hoc co so', 'pho thong'),
  'upper-secondary': school('thpt', 'trung hoc pho thong', 'pho thong'),
  'continuing-education':
    /gdtx|gdnn|thuong xuyen|cac trung tam|co so giao duc(?! dai hoc)|\bcac don vi|don vi truc thuoc/,
  'training-institution': /co so dao tao|dai hoc|cao dang|boi duong/,
  team: /\bto\b|to chuyen mon|khoi chuyen mon|giao vien/,
};

/** Offices within a ministry or Sở: "Vụ Giáo dục Mầm non" is no nursery, "Phòng Giáo dục Phổ thông" no school. */
const office = /^(cac )?(vu|cuc|phong|van phong|vien|ban|thanh tra|tap chi|bao)\b/;
const offices = new Set(['division', 'commune-office', 'board', 'team', 'press-agency']);

/** Whether a plan that names `actor` asks it of a unit of this kind (`name` null: of any such unit); a proposal, the person decides. */
export function isAskedOf(actor: string | null, unit: { kind: string; name: string | null }): boolean {
  if (!actor) return false;
  const key = fold(actor);
  if (unit.name !== null && key.includes(fold(unit.name))) return true;
  const pattern = addressed[unit.kind];
  // Several bodies of one line are asked one by one.
  return key
    .split(/\s*[,;]\s*|\s+va (?=(?:cac|truong|so|phong|vu|cuc) )/)
    .some((one) => (offices.has(unit.kind) || !office.test(one)) && (pattern?.test(one) ?? false));
}

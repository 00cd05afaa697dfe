import { isDay } from '#lib/contract.ts';
import { fold } from '#lib/text.ts';

const two = (n: string) => n.padStart(2, '0');

/** A birthday as lists write it ('05/9/2015', '5-9-2015', '2015-09-05'); null where it is none. */
export function readBirthday(cell: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(cell);
  const written = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(cell);
  const day = iso
    ? `${iso[1]}-${two(iso[2]!)}-${two(iso[3]!)}`
    : written
      ? `${written[3]}-${two(written[2]!)}-${two(written[1]!)}`
      : '';
  return isDay(day) ? day : null;
}

/** Letters, marks, spaces and the few signs that stand in names; what begins like a formula or a tag is no name. */
export const isPersonName = (name: string): boolean => /^\p{L}[\p{L}\p{M}'’ .-]*$/u.test(name);

/** 'C', 'Có', 'Đồng ý', 'x' are a yes; 'K', 'Không' a no; empty is no answer; anything else is asked about. */
export function readAnswer(cell: string): 'given' | 'refused' | 'none' | 'unclear' {
  const word = fold(cell);
  if (word === '') return 'none';
  if (['c', 'co', 'dong y', 'x', 'v', 'yes', '✓', '✔', '☒', '☑'].includes(word)) return 'given';
  if (['k', 'khong', 'khong dong y', 'ko', 'no'].includes(word)) return 'refused';
  return word === '☐' ? 'none' : 'unclear';
}

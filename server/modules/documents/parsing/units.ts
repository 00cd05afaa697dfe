import { PEOPLE, startsWithBody, startsWithPost } from './lexicon/units.ts';

/**
 * Splits a list of bodies: at ';' always, at ',' and ' và ' only where the name of another body follows, never inside
 * brackets. "Phòng Khảo thí và Kiểm định …" is one body, "các tổ chức, đơn vị" one group.
 */
export function splitUnits(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const cut of cuts(text)) {
    if (cut.sure || isNewUnit(text.slice(from, cut.at), text.slice(cut.next), cut.and)) {
      parts.push(text.slice(from, cut.at));
      from = cut.next;
    }
  }
  parts.push(text.slice(from));
  return parts.map(tidy).filter((part) => part !== '' && part.length <= LONGEST_NAME);
}

/** A longer text is a sentence that came into the cell from below the table. */
const LONGEST_NAME = 200;

const tidy = (part: string): string => part.replace(/^[\s,;:–+•-]+|[\s,;:.–-]+$/g, '').replace(/\s+/g, ' ');

interface Cut {
  at: number;
  next: number;
  sure: boolean;
  /** "và" between names; people after it belong to the name before ("Cục Nhà giáo và Cán bộ quản lý giáo dục"). */
  and: boolean;
}

function cuts(text: string): Cut[] {
  const found: Cut[] = [];
  let depth = 0;
  const marks = /[()“”;,\n+]|(?<=\s)và(?=\s)|(?<=\s)&(?=\s)/gu;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const sign = mark[0];
    if (sign === '(' || sign === '“') depth++;
    else if (sign === ')' || sign === '”') depth = Math.max(0, depth - 1);
    else if (depth === 0)
      found.push({
        at: mark.index,
        next: mark.index + sign.length,
        sure: sign === ';' || sign === '\n' || sign === '+',
        and: sign === 'và' || sign === '&',
      });
  }
  return found;
}

/** Whether what follows a comma or "và" is a name of its own. */
function isNewUnit(before: string, after: string, and: boolean): boolean {
  const next = after.trimStart();
  if (and && (PEOPLE.test(next) || /^\s*(?:các )?\p{L}+\s*$/u.test(before))) return false;
  if (SCHOOL_LEVEL.test(next)) return false;
  if (PEOPLE.test(next) && (PEOPLE.test(lastPart(before)) || ENDS_WITH_PEOPLE.test(before))) return false;
  if (/^(?:các|những|toàn thể|một số) /i.test(next)) return startsWithBody(next) || startsWithPost(next);
  if (/^\p{Lu}/u.test(next)) return startsWithBody(next) || startsWithPost(next) || /^\p{Lu}{2,}/u.test(next);
  if (startsWithPost(next)) return !/^(?:địa phương|cá nhân|tập thể|đoàn thể|ban ngành)/.test(next);
  // In lower case a body must be named ("phòng Giáo dục Mầm non"); "đơn vị" alone belongs to the group before it.
  return (
    startsWithBody(next) && /^\p{Ll}+(?: \p{Ll}+)? \p{Lu}/u.test(next) && !/^(?:các|những) /i.test(lastPart(before))
  );
}

/** "Các trường THCS, THPT": levels of school go on the group. */
const SCHOOL_LEVEL = /^(?:MN|TH|THCS|THPT|GDTX|GDNN|PTDTNT|TC|CĐ|ĐH|TH&THCS)(?![\p{L}])/u;

/** "Vụ Học sinh, Sinh viên" is one name. */
const ENDS_WITH_PEOPLE = /(?:học sinh|sinh viên|học viên|nhà giáo|cán bộ|giáo viên|thiếu niên|thanh niên)\s*$/iu;

const lastPart = (text: string): string => text.split(/[,;]/).at(-1)?.trim() ?? '';

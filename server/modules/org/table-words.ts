import { fold } from '#lib/text.ts';
import type { PostKind, SchoolKind } from '#lib/unit-kinds.ts';

const schoolWords: [RegExp, SchoolKind][] = [
  [/gdtx|giao duc thuong xuyen/, 'continuing-education'],
  [/thpt|trung hoc pho thong|ptth/, 'upper-secondary'],
  [/(\bth\b|tieu hoc).*(thcs|trung hoc co so)/, 'primary-lower-secondary'],
  [/thcs|trung hoc co so|ptcs/, 'lower-secondary'],
  [/\bth\b|tieu hoc/, 'primary'],
  [/mam non|mau giao|nha tre|\bmn\b|\bmg\b/, 'nursery'],
];

/** The kind of school that words name ('TH&THCS', 'Trường Mầm non Hoa Mai'); null where they name none. */
export function schoolKindOf(words: string): SchoolKind | null {
  // A name is no longer; the patterns look for pairs of words, which costs on a long text.
  const folded = fold(words.slice(0, 300));
  return schoolWords.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

const postWords: [RegExp, PostKind][] = [
  [/phat ngon/, 'spokesperson'],
  [/van thu/, 'clerk'],
  [/(quan ly|quan tri|phu trach) (trang|cong|website|web)/, 'site-manager'],
  [/truyen thong|tuyen truyen/, 'communications'],
  [/^pho |^p\.? ?(hieu truong|giam doc)/, 'deputy-head'],
  [/^(hieu truong|giam doc|truong phong|chanh van phong|vu truong|cuc truong|to truong|truong ban)/, 'head'],
];

/** The kind of post behind a title as officials write it; everything else is an ordinary member. */
export function postKindOf(title: string): PostKind {
  const folded = fold(title);
  return postWords.find(([pattern]) => pattern.test(folded))?.[1] ?? 'member';
}

import { fold } from './text.ts';

/**
 * What a person types into a search box as a PostgreSQL tsquery over folded words: every word must occur, the last one
 * may be unfinished ('thcs suối ng' → "thcs & suoi & ng:*"). Null where nothing searchable was typed. At most 12 words.
 */
export function prefixQuery(typed: string): string | null {
  const words = fold(typed.slice(0, 200))
    .match(/[a-z0-9]+/g)
    ?.slice(0, 12);
  if (!words) return null;
  return `${words.join(' & ')}:*`;
}

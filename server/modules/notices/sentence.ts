import type { Language } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';

/** A notice as one sentence in the reader's language. */
export function sentenceOf(
  language: Language,
  notice: { kind: string; params: Record<string, string | number> },
): string {
  const params = Object.entries(notice.params).map(([name, value]) => [name, worded(language, value)] as const);
  return say(language, `notices.${notice.kind}`, Object.fromEntries(params));
}

const worded = (language: Language, value: string | number) =>
  typeof value === 'string' && value.startsWith('@') ? say(language, value.slice(1)) : value;

import { type ErrorCode, type Params, Problem } from '#lib/errors.ts';
import { shortDay } from '#lib/format.ts';
import type { Language } from '#platform/actor.ts';
import { say, worded } from '#platform/texts.ts';
import type { ChangeKind } from './reorganisation.contract.ts';

export interface ChangeNames {
  kind: ChangeKind;
  from: readonly string[];
  to: readonly string[];
  effectiveOn: string;
  line?: string | undefined;
}

const most = 4;
/** 'A, B, C và 24 đơn vị khác' */
function listed(language: Language, names: readonly string[]): string {
  if (names.length <= most) return names.join(', ');
  return say(language, 'org.change.and-more', {
    names: names.slice(0, most - 1).join(', '),
    count: names.length - most + 1,
  });
}

/** 'Hợp nhất A, B thành C từ 01/7/2025' in the reader's language. */
export function changeSentence(language: Language, change: ChangeNames): string {
  const { kind, from, to, effectiveOn } = change;
  const alone = kind === 'close' && to.length === 0 ? '-alone' : '';
  const line = kind === 'move' && change.line && change.line !== 'working' ? `-${change.line}` : '';
  const params = { from: listed(language, from), to: listed(language, to), date: shortDay(effectiveOn) };
  return say(language, `org.change.${kind}${alone}${line}`, params);
}

/** An error as a sentence; a value that begins with '@' is itself a key of the catalogue. */
export function failureSentence(language: Language, code: string, params: Params): string {
  const filled = Object.entries(params).map(([name, value]) => {
    const key = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : '';
    return [name, worded(key) ? say(language, key) : value] as const;
  });
  return say(language, code, Object.fromEntries(filled));
}

/** What went wrong with a change, as it is kept; null where it was no matter of the change. */
export const failureOf = (error: unknown): { code: ErrorCode; params: Params } | null =>
  error instanceof Problem ? { code: error.code, params: error.params } : null;

import type { Params } from '#lib/errors.ts';
import type { Language } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { CheckCode, CheckFinding } from './checks.contract.ts';

/** A finding in the reader's words: sentence and way out come from the catalogue by its code. */
export function finding(
  language: Language,
  code: CheckCode,
  severity: 'stop' | 'warn',
  params: Params = {},
  more: Partial<CheckFinding> = {},
): CheckFinding {
  return {
    code,
    severity,
    sentence: say(language, `articles.check.${code}`, params),
    fix: say(language, `articles.fix.${code}`, params),
    block: null,
    cutId: null,
    words: null,
    repair: null,
    otherId: null,
    share: null,
    ...more,
  };
}

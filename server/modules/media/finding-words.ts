import type { Language } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Party, Standing } from './classes.contract.ts';
import type { PictureFinding } from './media.contract.ts';

interface Lacking {
  name: string | null;
  standing: Standing;
  lacking: readonly Party[];
}

/** At most this many names in one sentence. */
const most = 3;

/** What stands against a picture and the way out, in one or two sentences. Without names for those who may not read them. */
export function findingSentence(
  language: Language,
  finding: PictureFinding['finding'],
  people: readonly Lacking[],
  named: boolean,
): string {
  const n = people.length;
  const names = people.flatMap((one) => (one.name ? [one.name] : []));
  const who =
    named && names.length > 0 && names.length === n
      ? shortList(language, names)
      : say(language, 'media.finding.some', { n });
  return say(language, `media.finding.${finding}${partyKey(finding, people)}`, { who, n });
}

/** Where everybody lacks the same one party, the sentence says whose answer it is. */
function partyKey(finding: PictureFinding['finding'], people: readonly Lacking[]): string {
  if (finding !== 'no-consent') return '';
  const parties = new Set(people.map((one) => one.lacking.join('+')));
  const [only] = parties;
  return parties.size === 1 && (only === 'representative' || only === 'child') ? `-${only}` : '';
}

function shortList(language: Language, names: readonly string[]): string {
  if (names.length <= most) return names.join(', ');
  return say(language, 'media.finding.and-more', { names: names.slice(0, most).join(', '), n: names.length - most });
}

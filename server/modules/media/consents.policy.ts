import type { Party, Standing } from './classes.contract.ts';
import type { CellState } from './consents.contract.ts';

export interface AgeRule {
  /** From this age the child is asked too. */
  childAge: number;
  /** From this age nobody else is. */
  adultAge: number;
}

/**
 * Full years on a day; null where the birthday is not known. Who was born on 29 February is a year older on 28 February of
 * other years: a time reckoned in years ends on the last day of a month that has no such day (Civil Code, Article 148).
 */
export function ageOn(bornOn: string | null, day: string): number | null {
  if (bornOn === null) return null;
  const year = Number(day.slice(0, 4));
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const birthday = bornOn.slice(5) === '02-29' && !leap ? '02-28' : bornOn.slice(5);
  return year - Number(bornOn.slice(0, 4)) - (day.slice(5) < birthday ? 1 : 0);
}

/** Who is asked for a pupil on a day. Where the birthday is not known both are: nobody is left out by a gap in a list. */
export function askedOn(bornOn: string | null, day: string, rule: AgeRule): Party[] {
  const age = ageOn(bornOn, day);
  if (age === null) return ['representative', 'child'];
  if (age >= rule.adultAge) return ['child'];
  return age >= rule.childAge ? ['representative', 'child'] : ['representative'];
}

export interface Said {
  representative: CellState;
  child: CellState;
}

/** Parties whose yes is still wanted. */
export const lackingOf = (said: Said, asked: readonly Party[]): Party[] =>
  asked.filter((party) => said[party] !== 'given');

/** A no beats any yes, also that of a child who would not have to be asked; then what ended; then what nobody said. */
export function standingOf(said: Said, asked: readonly Party[]): Standing {
  if (said.child === 'refused' || asked.some((party) => said[party] === 'refused')) return 'refused';
  const lacking = lackingOf(said, asked);
  if (lacking.length === 0) return 'ready';
  return lacking.some((party) => said[party] === 'ended') ? 'ended' : 'no-consent';
}

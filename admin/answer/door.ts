import type { getMe } from '#modules/access/access.contract.ts';
import type * as cascade from '#modules/cascade/cascade.contract.ts';
import type { AskedWhole } from '#modules/cascade/cascade.contract.ts';
import type * as links from '#modules/cascade/links.contract.ts';
import { call } from '../light/api.ts';
import type { Sending } from './choices.ts';

export type Question = AskedWhole['questions'][number];
export type AskedText = { id: string; lineId: string | null; text: string };

/** The two ways in: signed in, or over a one-time link. The page is the same behind both. */
export interface Door {
  /** Names what is kept on the device. */
  key: string;
  /** Over a link nobody in the unit can be named, and who answers says so in words. */
  byLink: boolean;
  read(): Promise<AskedWhole>;
  answer(read: Pick<AskedWhole, 'version' | 'edition'>, by: string, sending: Sending): Promise<AskedWhole>;
  ask(question: AskedText): Promise<Question>;
}

export const readMe = () => call<typeof getMe>('GET', '/me', {});

export function accountDoor(addresseeId: string, personId: string): Door {
  return {
    key: `${addresseeId} ${personId}`,
    byLink: false,
    read: () => call<typeof cascade.getAsked>('GET', '/asked/:addresseeId', { addresseeId }),
    answer: ({ version, edition }, _by, sending) =>
      call<typeof cascade.answerAsked>('PUT', '/asked/:addresseeId/answers', {
        addresseeId,
        version,
        edition,
        ...sending,
      }),
    ask: (question) =>
      call<typeof cascade.askQuestion>('POST', '/asked/:addresseeId/questions', { addresseeId, ...question }),
  };
}

export function linkDoor(token: string, device: string): Door {
  const key = { token, device };
  return {
    key: `link ${token.slice(0, 12)}`,
    byLink: true,
    // Beginning again on the same device only reads.
    read: () => call<typeof links.beginLink>('POST', '/answer-links/:token/beginning', key),
    answer: ({ version, edition }, by, sending) =>
      call<typeof links.answerByLink>('PUT', '/answer-links/:token/answers', {
        ...key,
        version,
        edition,
        by,
        ...sending,
      }),
    ask: (question) => call<typeof links.askByLink>('POST', '/answer-links/:token/questions', { ...key, ...question }),
  };
}

/** Acknowledges the plan; returns the addressee's version as it is now. */
export const acknowledge = (addresseeId: string) =>
  call<typeof cascade.openAsked>('POST', '/asked/:addresseeId/opening', { addresseeId });

export const makePlan = (addresseeId: string) =>
  call<typeof cascade.makePlanFromAnswers>('POST', '/asked/:addresseeId/plan', { addresseeId });

export const peek = (token: string) => call<typeof links.peekLink>('GET', '/answer-links/:token', { token });

import type { Right } from '#lib/rights.ts';
import { type ArticleAct, articleActs as inOrder, type Stage } from './articles.contract.ts';
import { offerPolicy } from './offers.policy.ts';
import { publicationPolicy } from './publication.policy.ts';
import { mayEditInReview, stepPolicy } from './steps.policy.ts';

/** A step of the open run as it was set when the text was submitted. */
export interface RunStep {
  key: string;
  name: string;
  by: 'team-head' | 'editor' | 'head' | 'person';
  personId?: string | undefined;
  days: number;
  optional: boolean;
  /** Of the last step: whoever wrote the text may approve it too. */
  ownToo?: boolean | undefined;
}

export interface OpenRun {
  id: string;
  step: number;
  /** Where the run began; while it is still there nobody has decided. */
  firstStep: number;
  steps: readonly RunStep[];
  claimedBy: string | null;
  delegatedTo: string | null;
  submittedBy: string | null;
}

/** Where the text stands on the site of its own unit. */
export interface OwnPublication {
  id: string;
  state: 'scheduled' | 'published' | 'failed';
  versionN: number;
  contentHash: string;
}

/** Rights of the one who asks: at the text's unit, and at the team that wrote it. */
export interface ArticleMay {
  personId: string;
  atUnit(right: Right): boolean;
  /** False for texts without a team. */
  atTeam(right: Right): boolean;
}

export interface ArticleStanding {
  stage: Stage;
  live: boolean;
  /** The unit has ended: its texts are only read. */
  closedUnit: boolean;
  isAuthor: boolean;
  isCreator: boolean;
  enteredFor: boolean;
  /** Was on the way to approval once: then it is no longer anybody's scrap paper. */
  everSubmitted: boolean;
  /** Stands or stood somewhere, or was offered. */
  known: boolean;
  /** Stands on some site now: its own unit's or that of a unit that picked it. */
  stands: boolean;
  /** The newest words are those that were approved. */
  approved: boolean;
  /** They were approved once and have been changed since. */
  changedSinceApproval: boolean;
  /** The asker sees it as one of its house, not as a reader from outside. */
  inside: boolean;
  isEdition: boolean;
  run: OpenRun | null;
  publication: OwnPublication | null;
}

/** What one slice of the newsroom allows now; pure. */
export type ArticlePolicy = (may: ArticleMay, it: ArticleStanding) => ArticleAct[];

export const when = (condition: boolean, ...acts: ArticleAct[]): ArticleAct[] => (condition ? acts : []);

/** Whose hands a text is in while it is not on its way: author, team, editors, and whoever entered it for the unit. */
export function mayWrite(may: ArticleMay, it: ArticleStanding): boolean {
  if (it.run !== null) return mayEditInReview(may, it);
  const own = it.isAuthor && (may.atUnit('articles.write') || may.atTeam('articles.write'));
  const entered = it.isCreator && it.enteredFor && it.stage === 'writing' && !it.everSubmitted;
  const edits = may.atUnit('articles.edit') || may.atTeam('articles.edit');
  return it.stage === 'taken-down' ? edits : own || entered || edits || may.atTeam('articles.write');
}

const coreActs: ArticlePolicy = (may, it) => [
  ...when(mayWrite(may, it), 'write'),
  ...when(!it.everSubmitted && !it.known && (it.isAuthor || it.isCreator || may.atUnit('articles.edit')), 'delete'),
  ...when(it.inside && (may.atUnit('articles.write') || may.atTeam('articles.write')), 'translate'),
];

/** Each slice adds its own line. */
const policies: readonly ArticlePolicy[] = [coreActs, stepPolicy, publicationPolicy, offerPolicy];

/** What this person may do with the text now, in the order of the contract. */
export function articleActs(may: ArticleMay, it: ArticleStanding): ArticleAct[] {
  if (it.closedUnit) return [];
  const acts = new Set(policies.flatMap((policy) => policy(may, it)));
  return inOrder.filter((act) => acts.has(act));
}

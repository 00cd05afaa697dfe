import type { Right } from '#lib/rights.ts';
import type { ArticleAct, Stage } from './articles.contract.ts';
import type { PublicationAct, PublicationState } from './publication.contract.ts';

export interface PublicationStanding {
  stage: Stage;
  /** Stands on its own unit's site. */
  live: boolean;
  /** A version is approved. */
  approved: boolean;
}

/** What somebody with these rights at the story's own unit may do about publishing it. */
export function actsOnPublishing(may: (right: Right) => boolean, standing: PublicationStanding): ArticleAct[] {
  if (!may('articles.publish')) return [];
  const { stage, live, approved } = standing;
  const acts: ArticleAct[] = [];
  if (approved && !live && stage !== 'scheduled' && stage !== 'taken-down') acts.push('publish', 'schedule');
  // The text of a live story was edited and approved anew: it may now take the place of the old one.
  if (live && approved && stage === 'approved') acts.push('correct');
  if (live) acts.push('take-down');
  return acts;
}

/** What they may do with one site: `atUnit` whether they may publish there, `own` whether the site is the story's own unit's. */
export function actsOnPlace(atUnit: boolean, own: boolean, state: PublicationState): PublicationAct[] {
  if (!atUnit) return [];
  if (state === 'scheduled' || state === 'failed') return ['retime', 'publish-now', 'cancel'];
  // From its own site a story goes everywhere at once: that is an act on the story.
  return state === 'published' && !own ? ['take-down'] : [];
}

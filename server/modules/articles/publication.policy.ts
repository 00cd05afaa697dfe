import type { ArticleAct } from './articles.contract.ts';
import type { ArticlePolicy } from './articles.policy.ts';
import type { PublicationAct, PublicationState } from './publication.contract.ts';

/** What somebody with these rights at the story's own unit may do about publishing it. */
export const publicationPolicy: ArticlePolicy = (may, { stage, live, stands, publication }) => {
  if (!may.atUnit('articles.publish')) return [];
  const acts: ArticleAct[] = [];
  if (stage === 'approved' && !live && publication === null) acts.push('publish', 'schedule');
  // The text of a live story was edited and approved anew: it may now take the place of the old one.
  if (stage === 'approved' && stands) acts.push('correct');
  if (live || stands) acts.push('take-down');
  return acts;
};

/** What they may do with one site: `atUnit` whether they may publish there, `own` whether the site is the story's own unit's. */
export function actsOnPlace(atUnit: boolean, own: boolean, state: PublicationState): PublicationAct[] {
  if (!atUnit) return [];
  if (state === 'scheduled' || state === 'failed') return ['retime', 'publish-now', 'cancel'];
  // From its own site a story goes everywhere at once: that is an act on the story.
  return state === 'published' && !own ? ['take-down'] : [];
}

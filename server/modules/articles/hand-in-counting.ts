import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import { handInFacts } from '../media/hand-ins.ts';
import { loseOutputMoment, reachOutputMoments, type Story } from '../outputs/newsroom.ts';
import { photoTarget } from './hand-in-counting.sql.ts';

type Facts = NonNullable<Awaited<ReturnType<typeof handInFacts>>>;

/**
 * Photos that were handed in are one item of the register, a set of photos: sent and approved by the unit on the day it
 * sent them, through on the day the unit above received them. It counts by itself where a plan of the unit asks for photos
 * in that semester. Given back, it counts no more.
 */
export async function countHandIn(tx: Tx, handInId: string, now: Date): Promise<void> {
  const facts = await handInFacts(tx, handInId);
  if (!facts) return;
  const author = { requestId: 'articles.count-hand-in', now, system: 'articles' };
  if (facts.state !== 'sent' && facts.state !== 'received') {
    const reason = say('vi', 'outputs.hand-in.returned');
    for (const moment of ['published', 'sent'] as const)
      await loseOutputMoment(tx, author, handInId, moment, { reason });
    return;
  }
  const story = await storyOf(tx, handInId, facts);
  if (facts.sentOn) await reachOutputMoments(tx, author, [{ story, moment: 'approved', day: facts.sentOn }]);
  if (facts.state === 'received' && facts.decidedOn)
    await reachOutputMoments(tx, author, [{ story, moment: 'published', day: facts.decidedOn }]);
}

async function storyOf(tx: Tx, handInId: string, facts: Facts): Promise<Story> {
  const target = await photoTarget(tx, facts.unitId, facts.months);
  return {
    originId: handInId,
    originKind: 'hand-in',
    unitId: facts.unitId,
    path: facts.path,
    teamId: null,
    authorName: null,
    counts: 'photo-set',
    genre: null,
    title: say('vi', 'outputs.hand-in.title', {
      semester: facts.semester === 1 ? 'I' : 'II',
      year: `${facts.schoolYear}–${facts.schoolYear + 1}`,
      n: facts.pictures,
    }),
    purpose: { lineId: target?.lineId ?? null, targetId: target?.targetId ?? null, seriesId: null },
    recordedBy: facts.sentBy,
  };
}

import { picturesOf } from '#lib/article-content.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type AskedOutlet, askOutlets, placeSubject, type Subject } from '../channels/channels.ts';
import { pictureFindings } from '../media/media.ts';
import { unitFor } from '../org/org.ts';
import { findArticle } from './load-article.ts';
import { listStories } from './moments.sql.ts';
import { sourceFor } from './offering.ts';
import type * as c from './placing.contract.ts';
import { findVersion } from './versions.sql.ts';

/** Findings that stand against a picture; what nobody has said yet about people is for the checks before approval. */
const usable: readonly string[] = ['ready'];

/**
 * A story as the press gets it from a unit: its own, or one that it picked. The version is the one that may leave the house,
 * the pictures those that may be shown in the press today.
 */
async function subjectOf(db: Db, actor: Actor, articleId: string, unitId: string): Promise<Subject> {
  const asked = await findArticle(db, actor, articleId);
  const article = asked.origin_id === null ? asked : await findArticle(db, actor, asked.origin_id);
  const from = await sourceFor(db, actor, article, unitId, 'placements.record');
  const version = (await findVersion(db, article.id, from.versionN)) ?? fail('not-found');
  const [story] = await listStories(db, [article.id]);
  return {
    kind: 'article',
    id: article.id,
    title: version.title,
    unitId: article.unit_id,
    teamId: article.team_id,
    authorName: version.credit || (article.author_name ?? null),
    genre: article.kind,
    versionN: from.versionN,
    cutIds: [...new Set(picturesOf(version.content).map((picture) => picture.cutId))],
    lineId: story?.line_id ?? null,
    targetId: story?.target_id ?? null,
    seriesId: story?.series_id ?? null,
  };
}

interface ForPress {
  /** The story with the pictures that may be given to the press today. */
  subject: Subject;
  /** Why each of the others stays behind, by its place in the story. */
  reasons: string[];
}

async function forThePress(db: Db, actor: Actor, subject: Subject): Promise<ForPress> {
  const findings = await pictureFindings(db, actor, subject.cutIds, 'press', dayOf(actor.now));
  const held = findings.filter((one) => !usable.includes(one.finding));
  const cutIds = findings.filter((one) => usable.includes(one.finding)).map((one) => one.cutId);
  const reasons = held.map(({ cutId, sentence }) =>
    say(actor.language, 'channels.press.left-out', { n: subject.cutIds.indexOf(cutId) + 1, reason: sentence }),
  );
  return { subject: { ...subject, cutIds }, reasons };
}

export async function placeArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.placeArticle>,
): Promise<OutputOf<typeof c.placeArticle>> {
  const { articleId, ...stood } = given;
  return await placeSubject(tx, actor, await subjectOf(tx, actor, articleId, given.unitId), stood);
}

/** Stories to outlets: one letter an outlet with an address, words to send by hand for the others. */
export async function sendToPress(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.sendToPress>,
): Promise<OutputOf<typeof c.sendToPress>> {
  const unit = await unitFor(tx, actor, given.unitId, 'placements.record');
  const stories: ForPress[] = [];
  for (const id of [...new Set(given.articleIds)])
    stories.push(await forThePress(tx, actor, await subjectOf(tx, actor, id, unit.id)));
  const subjects = stories.map(({ subject }) => subject);
  const asked = await askOutlets(tx, actor, given, subjects);
  for (const { letterId } of asked) if (letterId) await enqueue(tx, 'articles.mail-press', { letterId });
  const outlets = asked.map((outlet) => shownOutlet(outlet, unit.name, given.note, subjects));
  const leftOut = stories
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ subject: { id, title }, reasons }) => ({ articleId: id, title, reasons }));
  return { outlets, leftOut };
}

function shownOutlet(asked: AskedOutlet, unit: string, note: string, subjects: readonly Subject[]) {
  const fresh = subjects.filter((subject) => asked.subjectIds.includes(subject.id));
  return {
    outletId: asked.outletId,
    outletName: asked.outletName,
    asked: fresh.length,
    before: asked.before,
    mailed: asked.letterId !== null,
    words: fresh.length === 0 ? '' : pressWords('words', asked, unit, note, fresh),
  };
}

/** The letter to an outlet in the language of the press. */
export function pressWords(
  which: 'words' | 'text',
  to: { outletName: string; contactName: string },
  unit: string,
  note: string,
  stories: readonly { title: string; authorName: string | null }[],
): string {
  const list = stories.map(({ title, authorName }, i) =>
    say('vi', 'channels.press.item', { n: i + 1, title, credit: authorName ?? unit }),
  );
  return say('vi', `channels.press.${which}`, {
    outlet: to.contactName ? `${to.contactName}, ${to.outletName}` : to.outletName,
    unit,
    n: stories.length,
    list: list.join('\n'),
    note: note ? say('vi', 'channels.press.note', { note }) : '',
  });
}

import type { ArticleContent, Block } from '../../lib/article-content.ts';
import { dayOf } from '../../lib/format.ts';
import { createArticle } from '../../server/modules/articles/articles.ts';
import { approveArticle, passStep, returnArticle } from '../../server/modules/articles/deciding.ts';
import { decideOffers } from '../../server/modules/articles/offer-decisions.ts';
import { offerArticle } from '../../server/modules/articles/offering.ts';
import { publishArticle } from '../../server/modules/articles/publication.ts';
import { saveText } from '../../server/modules/articles/saving.ts';
import { getSteps, submitArticle } from '../../server/modules/articles/steps.ts';
import { translateArticle } from '../../server/modules/articles/translations.ts';
import { addMedia } from '../../server/modules/media/adding.ts';
import { drawCut } from '../../server/modules/media/drawing.ts';
import { getMedia } from '../../server/modules/media/library.ts';
import { markPeople } from '../../server/modules/media/marking.ts';
import { pathOf } from '../../server/modules/org/org.ts';
import type { Actor } from '../../server/platform/actor.ts';
import { keepFile, storeContent } from '../../server/platform/files/files.ts';
import type { Db, Tx } from '../../server/platform/tx.ts';
import { actorOf } from './actor.ts';
import { type SampleStory, sampleStories } from './newsroom-texts.ts';
import { sampleId } from './sample.ts';
import { drawScene } from './scenes.ts';

interface Shown {
  mediaId: string;
  cutId: string;
}

const morning = (day: string, minutes = 0) => new Date(new Date(`${day}T01:30:00Z`).getTime() + minutes * 60_000);

/**
 * The stories of the sample with their pictures, on their way from the teacher to the ministry. Each by itself: what a
 * stopped server left out comes with the next start, and a sector in which people write already is left alone.
 */
export async function loadNewsroom(db: Db): Promise<void> {
  const known = await knownStories(db);
  if (known === null) return;
  for (const story of sampleStories.filter(({ key }) => !known.has(storyId(key)))) {
    const shown: Shown[] = [];
    for (const [at] of story.pictures.entries()) shown.push(await addPicture(db, story, at));
    await db.transaction().execute((tx) => tell(tx, story, shown));
  }
}

export const storyId = (key: string): string => sampleId(`story ${key}`);

/** Ids of the sample's stories that are there; null where the first of all texts is somebody else's. */
async function knownStories(db: Db): Promise<Set<string> | null> {
  const rows = await db.selectFrom('articles').select('id').orderBy('created_at').limit(100).execute();
  const ours = new Set(sampleStories.flatMap(({ key }) => [storyId(key), storyId(`${key} en`)]));
  return rows[0] && !ours.has(rows[0].id) ? null : new Set(rows.map((row) => row.id));
}

/** Draws a scene, takes it into the library as its author would, and says that nobody in it can be known. */
async function addPicture(db: Db, story: SampleStory, at: number): Promise<Shown> {
  const picture = story.pictures[at]!;
  const { svg } = drawScene(picture.scene, picture.seed);
  // Only where a picture is drawn: each later start of the sample would carry the library for nothing.
  const { default: sharp } = await import('sharp');
  const stored = await storeContent(await sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer());
  const now = morning(story.on);
  const added = await db.transaction().execute(async (tx) => {
    const author = await actorOf(tx, story.author, now);
    const unitId = sampleId(story.unit);
    const owner = { unitId, path: await pathOf(tx, unitId), readRight: 'files.upload' as const };
    const content = { ...stored, name: `${story.key}-${at + 1}.jpg`, mediaType: 'image/jpeg' };
    const file = await keepFile(tx, content, owner, { now, personId: author.person.id });
    const { caption, alt, credit } = picture;
    return await addMedia(tx, author, {
      id: sampleId(`picture ${story.key} ${at}`),
      unitId,
      teamId: null,
      fileId: file.id,
      albumId: null,
      caption,
      alt,
      credit,
    });
  });
  const { cut_id: cutId } = await db
    .selectFrom('media_items')
    .select('cut_id')
    .where('id', '=', added.id)
    .executeTakeFirstOrThrow();
  await drawCut(db, { cutId: cutId! }, now);
  await db.transaction().execute(async (tx) => {
    const author = await actorOf(tx, story.author, now);
    const { version } = await getMedia(tx, author, { mediaId: added.id });
    await markPeople(tx, author, { mediaId: added.id, version, people: picture.people, subjects: [], covered: [] });
  });
  return { mediaId: added.id, cutId: cutId! };
}

async function tell(tx: Tx, story: SampleStory, shown: readonly Shown[]): Promise<void> {
  const author = await actorOf(tx, story.author, morning(story.on));
  const id = await begin(tx, author, story, shown);
  if (story.to === 'writing') return;
  const { contentHash } = await getSteps(tx, author, { articleId: id });
  await submitArticle(tx, author, { articleId: id, contentHash, note: '' });
  if (story.to === 'in-review') return;
  if (story.to === 'returned') return await giveBack(tx, story, id);
  await approve(tx, story, id);
  if (story.to === 'approved') return;
  await publish(tx, story, id);
  await carryUp(tx, story, id);
  if (story.english) await tellInEnglish(tx, author, { ...story, ...story.english, key: `${story.key} en` }, id, shown);
}

async function publish(tx: Tx, story: SampleStory, id: string): Promise<void> {
  const editor = await actorOf(tx, story.publisher ?? story.editor, morning(story.on, 95));
  const dueAt = story.to === 'scheduled' ? tomorrow() : null;
  await publishArticle(tx, editor, { articleId: id, unitId: sampleId(story.unit), dueAt, section: null });
}

async function tellInEnglish(
  tx: Tx,
  author: Actor,
  story: SampleStory,
  of: string,
  shown: readonly Shown[],
): Promise<void> {
  const id = storyId(story.key);
  const { text } = await translateArticle(tx, author, { articleId: of, id, language: 'en' });
  const { title, summary, credit, kind } = story;
  const words = { title, summary, credit, kind, language: 'en', content: contentOf(story, shown) };
  await saveText(tx, author, { articleId: id, version: text.version, sitting: storyId('sitting'), turn: 1, ...words });
  const { contentHash } = await getSteps(tx, author, { articleId: id });
  await submitArticle(tx, author, { articleId: id, contentHash, note: '' });
  await approve(tx, story, id);
  await publish(tx, story, id);
}

/** Seven in the morning of the next day, in Vietnam. */
const tomorrow = (): string => new Date(`${dayOf(Date.now() + 86_400_000)}T00:00:00Z`).toISOString();

async function begin(tx: Tx, author: Actor, story: SampleStory, shown: readonly Shown[]): Promise<string> {
  const unitId = sampleId(story.unit);
  const { kind, title, summary, credit } = story;
  const made = await createArticle(tx, author, {
    id: storyId(story.key),
    unitId,
    teamId: story.team ? sampleId(story.team) : null,
    assignmentId: null,
    kind,
    language: 'vi',
    title,
    summary,
    credit,
    content: contentOf(story, shown),
  });
  return made.id;
}

function contentOf(story: SampleStory, shown: readonly Shown[]): ArticleContent {
  const words = (text: string) => [{ type: 'text' as const, text }];
  const paragraph = (text: string): Block => ({ type: 'paragraph', content: words(text) });
  const blocks: Block[] = [];
  for (const line of story.text) {
    const item = { type: 'listItem' as const, content: [paragraph(line.slice(2))] };
    const last = blocks.at(-1);
    if (line.startsWith('@')) blocks.push(pictureOf(story, shown, Number(line.slice(1))));
    else if (line.startsWith('## '))
      blocks.push({ type: 'heading', attrs: { level: 2 }, content: words(line.slice(3)) });
    else if (line.startsWith('> ')) blocks.push({ type: 'blockquote', content: [paragraph(line.slice(2))] });
    else if (!line.startsWith('- ')) blocks.push(paragraph(line));
    else if (last?.type === 'bulletList') last.content.push(item);
    else blocks.push({ type: 'bulletList', content: [item] });
  }
  return { type: 'doc', content: blocks };
}

function pictureOf(story: SampleStory, shown: readonly Shown[], at: number): Block {
  const { caption, alt, credit } = story.pictures[at]!;
  return { type: 'picture', attrs: { ...shown[at]!, caption, alt, credit } };
}

/** Step by step, each by the one whose step it is. */
async function approve(tx: Tx, story: SampleStory, articleId: string): Promise<void> {
  for (let minutes = 30; ; minutes += 20) {
    const anybody = await actorOf(tx, story.head, morning(story.on, minutes));
    const { runs, contentHash } = await getSteps(tx, anybody, { articleId });
    const run = runs[0];
    if (run?.state !== 'open') return;
    const last = run.step === run.steps.length - 1;
    const by =
      run.steps[run.step]!.by === 'head' ? anybody : await actorOf(tx, story.editor, morning(story.on, minutes));
    const act = { articleId, runId: run.id, step: run.step, contentHash, note: '' };
    await (last ? approveArticle(tx, by, act) : passStep(tx, by, act));
  }
}

async function giveBack(tx: Tx, story: SampleStory, articleId: string): Promise<void> {
  const head = await actorOf(tx, story.head, morning(story.on, 60));
  const run = (await getSteps(tx, head, { articleId })).runs[0]!;
  const by = run.steps[run.step]!.by === 'head' ? head : await actorOf(tx, story.editor, morning(story.on, 60));
  await returnArticle(tx, by, { articleId, runId: run.id, step: run.step, reason: story.reason ?? '' });
}

async function carryUp(tx: Tx, story: SampleStory, articleId: string): Promise<void> {
  let from = { unit: story.unit, by: story.publisher ?? story.editor };
  for (const [n, stop] of (story.up ?? []).entries()) {
    const giver = await actorOf(tx, from.by, morning(story.on, 180 + n * 120));
    const given = { articleId, unitId: sampleId(from.unit), toUnitId: sampleId(stop.to), note: '', dueOn: null };
    const offer = await offerArticle(tx, giver, given);
    if (stop.act === 'offered') return;
    const taker = await actorOf(tx, stop.by, morning(story.on, 240 + n * 120));
    const act = stop.act === 'picked' ? 'pick' : 'accept';
    await decideOffers(tx, taker, { act, offers: [{ id: offer.id, version: offer.version }] });
    const printer = await actorOf(tx, stop.by, morning(story.on, 270 + n * 120));
    if (stop.publishes)
      await publishArticle(tx, printer, { articleId, unitId: sampleId(stop.to), dueAt: null, section: null });
    from = { unit: stop.to, by: stop.by };
  }
}

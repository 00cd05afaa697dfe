import * as z from 'zod/mini';
import { articleContent, type Picture } from '#lib/article-content.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import { storeContent } from '#platform/files/files.ts';
import type { Stored } from '#platform/files/store.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { readStory, type StoryPicture } from '../documents/documents.ts';
import { addMediaFromBytes } from '../media/media.ts';
import type * as c from './articles.contract.ts';
import { findArticle as findRow } from './articles.sql.ts';
import { createArticle, shownWhole } from './articles.ts';
import { freezeVersion } from './freeze.ts';
import { findArticle } from './load-article.ts';
import { placeFor } from './newsroom.ts';
import { contentWith, draftOf, type StoryDraft } from './story-draft.ts';

type Given = InputOf<typeof c.articleFromDocument>;
type Reply = OutputOf<typeof c.articleFromDocument>;

/** A picture in the store, or why it is not there. */
interface Kept {
  alt: string;
  stored: Stored | null;
  skipped: StoryPicture['skipped'] | 'not-allowed';
}

interface ReadFirst {
  draft: StoryDraft;
  pictures: Kept[];
  warnings: string[];
}

/** Reading takes seconds: before the transaction, and only for somebody who may begin a text there. Null: it was done before. */
export async function readFirst(db: Db, actor: Actor, given: Given): Promise<ReadFirst | null> {
  await placeFor(db, actor, given);
  if (await findRow(db, actor, given.id)) return null;
  const story = await readStory(db, actor, given.fileId);
  const pictures: Kept[] = [];
  for (const { alt, base64, skipped } of story.pictures) {
    const stored = base64 === null ? null : await storeContent(Buffer.from(base64, 'base64'));
    pictures.push({ alt, stored, skipped });
  }
  const warnings = story.warnings.filter(({ code }) => code !== 'documents.pictures' || pictures.length === 0);
  return {
    draft: draftOf(story.blocks),
    pictures,
    warnings: warnings.map(({ code, params }) => say(actor.language, code, params)),
  };
}

/** A text with the words and pictures of a file; pictures go into the library of its unit like any other. */
export async function articleFromDocument(tx: Tx, actor: Actor, given: Given, read: ReadFirst | null): Promise<Reply> {
  if (read === null) return { article: await begunBefore(tx, actor, given.id), skipped: [], pictures: 0 };
  const { draft } = read;
  const pictures = await intoLibrary(tx, actor, given, read.pictures);
  const content = contentWith(draft, ({ at, caption, credit }) => {
    const found = pictures[at]?.picture;
    return found ? { type: 'picture', attrs: { ...found, caption, credit } } : null;
  });
  if (!z.safeParse(articleContent, content).success) fail('invalid', {}, { fields: { fileId: 'fields.too-long' } });
  const { title, summary, credit } = draft;
  const { id, unitId, teamId, kind } = given;
  const words = { title, summary, credit, kind, language: 'vi', content };
  await createArticle(tx, actor, { id, unitId, teamId, assignmentId: null, ...words });
  const article = await findArticle(tx, actor, id);
  await freezeVersion(tx, actor, article, 'imported');
  const left = pictures.flatMap(({ skipped }, at) =>
    skipped ? [say(actor.language, `articles.skipped.${skipped}`, { n: at + 1 })] : [],
  );
  const skipped = draft.skipped.map(({ why, what }) => say(actor.language, `articles.skipped.${why}`, { what }));
  return {
    article: await shownWhole(tx, actor, article),
    skipped: [...read.warnings, ...skipped, ...left],
    pictures: pictures.filter((one) => one.picture !== null).length,
  };
}

async function begunBefore(tx: Tx, actor: Actor, id: string): Promise<Reply['article']> {
  const row = await findRow(tx, actor, id);
  return row?.created_by === actor.person.id ? await shownWhole(tx, actor, row) : fail('conflict');
}

async function intoLibrary(tx: Tx, actor: Actor, given: Given, pictures: readonly Kept[]) {
  const place = await placeFor(tx, actor, given);
  const may = [place.path, place.teamPath].some((path) => path !== null && actor.can('media.add', path));
  const done: { picture: Picture | null; skipped: Kept['skipped'] }[] = [];
  for (const [at, { alt, stored, skipped }] of pictures.entries()) {
    const picture = stored && may ? await addOne(tx, actor, given, { at, alt: alt.slice(0, 500), stored }) : null;
    done.push({ picture, skipped: stored && !may ? 'not-allowed' : skipped });
  }
  return done;
}

async function addOne(
  tx: Tx,
  actor: Actor,
  { unitId, teamId }: Given,
  { at, alt, stored }: { at: number; alt: string; stored: Stored },
): Promise<Picture | null> {
  const about = { caption: '', alt, credit: '', albumId: null };
  const name = `Hình ${at + 1}`;
  const media = await addMediaFromBytes(tx, actor, {
    id: newId(actor.now.getTime()),
    unitId,
    teamId,
    ...about,
    stored,
    name,
  });
  return media.cut ? { mediaId: media.id, cutId: media.cut.id, caption: '', credit: '', alt } : null;
}

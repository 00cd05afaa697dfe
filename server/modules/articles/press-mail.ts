import { buffer } from 'node:stream/consumers';
import { fail } from '#lib/errors.ts';
import { sendMail } from '#platform/mail.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { letterOf, letterWent, type PressLetter } from '../channels/channels.ts';
import { cutFacts, openCutFor, shownCuts } from '../media/media.ts';
import { readArticle } from './articles.sql.ts';
import { pressWords } from './placing.ts';
import { type PressPicture, pressDocx } from './press-docx.ts';
import { findVersion } from './versions.sql.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Sends one letter to an outlet with its stories as Word documents, and writes down that it went. What was taken down or
 * blocked since it was asked does not go along. A letter that went is not sent again.
 */
export async function mailPress(db: Db, { letterId }: { letterId: string }, now = new Date()): Promise<void> {
  const letter = await letterOf(db, letterId);
  if (!letter) return;
  const stories = [];
  for (const item of letter.items) stories.push(await storyOf(db, item, now));
  const present = stories.filter((story) => story !== null);
  if (present.length === 0) return;
  const one = present.length === 1;
  const mailed = await sendMail({
    to: letter.to,
    subject: say('vi', one ? 'channels.press.subject-one' : 'channels.press.subject', {
      unit: letter.unitName,
      n: present.length,
      title: present[0]!.title,
    }),
    text: pressWords('text', letter, letter.unitName, letter.note, present),
    attachments: present.map((story, at) => ({
      name: `${at + 1} ${fileName(story.title)}.docx`,
      mediaType: DOCX,
      bytes: story.bytes,
    })),
  });
  await db.transaction().execute((tx) => letterWent(tx, letterId, mailed.outcome, now));
}

async function storyOf(db: Db, item: PressLetter['items'][number], now: Date) {
  const article = await readArticle(db, item.subjectId);
  if (!article || article.stage === 'taken-down' || item.versionN === null) return null;
  const version = (await findVersion(db, item.subjectId, item.versionN)) ?? fail('not-found');
  const bytes = await pressDocx({ ...version, unitName: article.unit_name }, await picturesFor(db, item.cutIds, now));
  return { title: version.title, authorName: version.credit || article.author_name, bytes };
}

/** Only what may still be shown in the press at this moment. */
async function picturesFor(db: Db, cutIds: readonly string[], now: Date): Promise<Map<string, PressPicture>> {
  const shown = await shownCuts(db, cutIds, 'press', now);
  const facts = await cutFacts(db, [...shown]);
  const pictures = new Map<string, PressPicture>();
  for (const cut of facts) {
    const file = await openCutFor(db, cut.cutId, 'jpeg');
    const bytes = file.body instanceof Uint8Array ? file.body : await buffer(file.body as NodeJS.ReadableStream);
    pictures.set(cut.cutId, { bytes, width: cut.width ?? 1600, height: cut.height ?? 1067 });
  }
  return pictures;
}

/** What a file may be called everywhere; signs that nobody sees could make its ending look like another one. */
export const fileName = (title: string): string =>
  title
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(0, 100)
    .trim();

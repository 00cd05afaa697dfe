import { clockOf } from '#lib/format.ts';
import { linkTo } from '#modules/access/links.ts';
import { log } from '#platform/log.ts';
import { sendMail } from '#platform/mail.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import * as sql from './notices.sql.ts';
import { sentenceOf } from './sentence.ts';

const MINUTE = 60_000;
/** Who is at the screen reads a notice there and needs no letter. */
const graceMs = 10 * MINUTE;
const shownAtMost = 20;

/** No letters from 21:00 to 6:30, Vietnamese time. */
export const isQuiet = (now: Date): boolean => {
  const clock = clockOf(now);
  return clock >= '21:00' || clock < '06:30';
};

/** One letter to each person with notices that were neither read nor mailed. Returns how many letters left. */
export async function mailDigests(db: Db, now: Date): Promise<number> {
  if (isQuiet(now)) return 0;
  let sent = 0;
  for (const person of await sql.listWaiting(db, new Date(now.getTime() - graceMs))) {
    if (await mailDigest(db, person, now)) sent++;
  }
  return sent;
}

type Waiting = Awaited<ReturnType<typeof sql.listWaiting>>[number];

/** Taken before it is sent: a crash in between loses a letter, and the inbox still has what it said. Never sent twice. */
async function mailDigest(db: Db, person: Waiting, now: Date): Promise<boolean> {
  const notices = await db.transaction().execute((tx) => sql.takeForMail(tx, person.id, now));
  if (notices.length === 0) return false;
  try {
    await sendMail(letter(person, notices));
    return true;
  } catch (err) {
    log.warn({ err, personId: person.id }, 'digest not sent');
    await db.transaction().execute((tx) =>
      sql.giveBack(
        tx,
        notices.map((n) => n.id),
      ),
    );
    return false;
  }
}

type Taken = Awaited<ReturnType<typeof sql.takeForMail>>;

function letter({ name, email, language }: Waiting, notices: Taken) {
  const newestFirst = [...notices].sort((a, b) => (a.id < b.id ? 1 : -1));
  const lines = newestFirst
    .slice(0, shownAtMost)
    .map((n) => `- ${sentenceOf(language, n)}${n.link ? `\n  ${linkTo(n.link)}` : ''}`);
  const more = notices.length - lines.length;
  if (more > 0) lines.push(say(language, 'notices.mail.more', { n: more }));
  const params = { name, n: notices.length, list: lines.join('\n'), link: linkTo('/app/thong-bao') };
  return {
    to: email,
    subject: say(language, 'notices.mail.subject', params),
    text: say(language, 'notices.mail.text', params),
  };
}

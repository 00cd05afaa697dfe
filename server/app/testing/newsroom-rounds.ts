import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import type { Db } from '#platform/tx.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import * as articles from '../../modules/articles/articles.contract.ts';
import * as offers from '../../modules/articles/offers.contract.ts';
import * as publication from '../../modules/articles/publication.contract.ts';
import * as steps from '../../modules/articles/steps.contract.ts';
import * as media from '../../modules/media/media.contract.ts';
import { atWork, throughDeaths } from './deaths.ts';
import { signInDirectly } from './kill-rounds.ts';
import { type KilledServer, killedServer } from './killed-server.ts';
import { lostOf, newsroomDisagreements, type Told, waitingPictures } from './newsroom-agreement.sql.ts';
import { photo } from './photos.ts';

type Who = Record<'teacher' | 'officer' | 'principal', string>;

export interface NewsroomOutcome {
  rounds: number;
  told: Record<Told['what'], number>;
  sentAgain: number;
  lost: string[];
  disagreements: string[];
}

const school = unitIdOf('cs2');

/**
 * A school writes without a pause: words are saved as they are typed, photos are uploaded, texts are handed in, passed,
 * approved, published, scheduled and offered up, while the server is killed. Afterwards everything the server had
 * acknowledged must be there, once, and all rows must agree. `drawn`: also every picture in the end.
 */
export async function newsroomRounds(
  db: Db,
  url: string,
  rounds: number,
  chance: () => number,
  { drawn = true } = {},
): Promise<NewsroomOutcome> {
  const server = await killedServer(url);
  const at = (mailbox: string) => signInDirectly(db, personIdOf(`${mailbox}@thcssuoingoc.songtra.example`));
  const who: Who = { teacher: await at('huyen.nong'), officer: await at('anh.bach'), principal: await at('ngoc.le') };
  const told: Told[] = [];
  let over = false;
  await server.start();
  const writers = atWork([0, 1, 2].map((nth) => write(server, who, told, nth, () => over)));
  const life = { rounds, chance, written: () => told.length, writers };
  const disagreements = await throughDeaths(server, life, () => newsroomDisagreements(db));
  over = true;
  await writers.all;
  // A job that a killed process had begun is taken up again after half a minute or more.
  for (let wait = 0; drawn && wait < 3000 && (await waitingPictures(db)) > 0; wait++) await pause(50);
  if (drawn && (await waitingPictures(db)) > 0) disagreements.push('a picture waits for its job after the last start');
  await server.kill();
  disagreements.push(...(await newsroomDisagreements(db)));
  const kinds = Object.groupBy(told, (one) => one.what);
  const counted = Object.fromEntries(Object.entries(kinds).map(([what, list]) => [what, list.length]));
  const lost = await lostOf(db, told);
  return { rounds, told: counted as NewsroomOutcome['told'], sentAgain: server.sentAgain, lost, disagreements };
}

/** One story after the other, from the first word to the unit above. */
async function write(server: KilledServer, who: Who, told: Told[], nth: number, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    const id = await typed(server, who, told, `${nth}.${n}`);
    if (n % 2 === 0) await uploaded(server, who, told, nth * 100_000 + n);
    const contentHash = await approved(server, who, told, id);
    if (contentHash === undefined) continue;
    const dueAt = n % 3 === 0 ? new Date(Date.now() + 300).toISOString() : null;
    await server.call(who.officer, publication.publishArticle, { articleId: id, unitId: school, dueAt });
    told.push({ what: 'publication', id });
    const offer = await server.call(who.officer, offers.offerArticle, { articleId: id, contentHash });
    told.push({ what: 'offer', id: offer.id });
  }
}

/** Saves while it is typed: each save holds everything typed so far, and a sentence of its own. */
async function typed(server: KilledServer, who: Who, told: Told[], name: string): Promise<string> {
  const id = newId();
  const sitting = newId();
  const sentences = [`Câu chuyện ${name} bắt đầu.`];
  const words = () => ({
    kind: 'tin',
    language: 'vi',
    title: `Chuyện ${name}`,
    summary: `Tóm tắt chuyện ${name}`,
    credit: 'Nông Thị Huyền',
    content: { type: 'doc' as const, content: sentences.map(paragraph) },
  });
  const begun = await server.call(who.teacher, articles.createArticle, { id, unitId: school, ...words() });
  told.push({ what: 'save', id, text: sentences[0]! });
  let { version } = begun.text;
  for (let turn = 1; turn <= 4; turn++) {
    sentences.push(`Đoạn ${turn} của chuyện ${name}, gõ lúc mạng chập chờn.`);
    const saved = await server.call(who.teacher, articles.saveText, {
      articleId: id,
      version,
      sitting,
      turn,
      ...words(),
    });
    version = saved.text.version;
    told.push({ what: 'save', id, text: sentences.at(-1)! });
  }
  return id;
}

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });

async function uploaded(server: KilledServer, who: Who, told: Told[], seed: number): Promise<void> {
  const bytes = await photo({ width: 640, height: 480, seed });
  const fileId = await server.upload(who.teacher, school, `anh-${seed}.jpg`, bytes);
  const added = await server.call(who.teacher, media.addMedia, { id: newId(), unitId: school, fileId });
  told.push({ what: 'picture', id: added.id });
}

/** Through the school's steps; the hash that was approved. */
async function approved(server: KilledServer, who: Who, told: Told[], articleId: string): Promise<string | undefined> {
  const { contentHash } = await server.call(who.teacher, steps.getSteps, { articleId });
  let way = await server.call(who.teacher, steps.submitArticle, { articleId, contentHash });
  told.push({ what: 'submission', id: articleId });
  for (let run = way.runs[0]; run?.state === 'open'; run = way.runs[0]) {
    const last = run.step === run.steps.length - 1;
    const act = { articleId, runId: run.id, step: run.step, contentHash };
    way = last
      ? await server.call(who.principal, steps.approveArticle, act)
      : await server.call(who.officer, steps.passStep, act);
    told.push({ what: last ? 'approval' : 'passing', id: articleId });
  }
  return contentHash;
}

import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import type { Db } from '#platform/tx.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { insertSession } from '../../modules/access/sessions.sql.ts';
import { hashToken, newToken } from '../../modules/access/tokens.ts';
import * as documents from '../../modules/documents/documents.contract.ts';
import * as plans from '../../modules/plans/plans.contract.ts';
import { disagreementsIn, waitingDocuments, writtenRows } from './agreement.sql.ts';
import { atWork, throughDeaths } from './deaths.ts';
import {
  type FieldFigures,
  fieldDisagreementsIn,
  fieldFigures,
  leftBehind,
  waitingFollowers,
} from './field-agreement.sql.ts';
import { issue, planForField, sendAnswerAmend, sentTitle, type Who } from './field-rounds.ts';
import { type KilledServer, killedServer } from './killed-server.ts';

export interface Outcome {
  rounds: number;
  acknowledged: number;
  /** Requests that were sent again after a death. */
  sentAgain: number;
  /** Acknowledged writes that are not there. */
  lost: string[];
  disagreements: string[];
  documentsRead: number;
  field: FieldFigures;
}

interface Acknowledged {
  id: string;
  version: number;
  text?: string;
}

const unitId = unitIdOf('so');
const DAY = 24 * 3600 * 1000;

/**
 * People write plans, bring them to their number and receive documents, send plans down, answer, count and amend them,
 * without a pause, while the server is killed `rounds` times at moments of chance. Afterwards every acknowledged write
 * must be there and all rows must agree.
 */
export async function killRounds(db: Db, url: string, rounds: number, chance: () => number): Promise<Outcome> {
  const server = await killedServer(url);
  const acknowledged: Acknowledged[] = [];
  const disagreements: string[] = [];
  let over = false;
  await server.start();
  const writers = await begun(server, await signedIn(db), acknowledged, () => over);
  const life = { rounds, chance, written: () => acknowledged.length, writers };
  disagreements.push(...(await throughDeaths(server, life, () => everythingIn(db))));
  over = true;
  await writers.all;
  disagreements.push(...(await settled(db)));
  const rows = await writtenRows(db);
  await server.kill();
  const lost = acknowledged.filter((one) => !isThere(rows.get(one.id), one)).map((one) => JSON.stringify(one));
  disagreements.push(...(await everythingIn(db)), ...(await leftBehind(db)));
  const documentsRead = [...rows.values()].filter((row) => row.state === 'review').length;
  const field = await fieldFigures(db, sentTitle);
  const counted = { acknowledged: acknowledged.length, sentAgain: server.sentAgain, documentsRead, field };
  return { rounds, ...counted, lost, disagreements };
}

/** Three write plans of their own, three have one that goes down. */
async function begun(server: KilledServer, who: Who, acknowledged: Acknowledged[], isOver: () => boolean) {
  const workers = [3, 4, 5].map((nth) => ({ server, who, note: noteIn(acknowledged), nth }));
  const sent = await Promise.all(workers.map(planForField));
  return atWork([
    ...[0, 1, 2].map((n) => write(server, who, acknowledged, n, isOver)),
    ...workers.map((worker, i) => sendAnswerAmend(worker, sent[i]!, isOver)),
  ]);
}

/** Waits for the jobs: what a killed process had begun is taken up by the next one after a minute or two. */
async function settled(db: Db): Promise<string[]> {
  const waiting = async () => (await waitingDocuments(db)) + (await waitingFollowers(db));
  for (let wait = 0; wait < 3000 && (await waiting()) > 0; wait++) await pause(50);
  return (await waiting()) > 0 ? ['a document or an amendment waits for its job after the last start'] : [];
}

const everythingIn = async (db: Db) => [...(await disagreementsIn(db)), ...(await fieldDisagreementsIn(db))];

type Rows = Awaited<ReturnType<typeof writtenRows>>;

const isThere = (row: ReturnType<Rows['get']>, one: Acknowledged): boolean =>
  row !== undefined && row.version >= one.version && (row.version > one.version || !one.text || row.text === one.text);

async function signedIn(db: Db): Promise<Who> {
  const open = (mailbox: string) => signInDirectly(db, personIdOf(`${mailbox}@so.songtra.example`));
  return {
    officer: await open('lan.pham'),
    chief: await open('long.tran'),
    clerk: await open('sen.bui'),
    director: await open('ha.nguyen'),
    principal: await signInDirectly(db, personIdOf('ngoc.le@thcssuoingoc.songtra.example')),
  };
}

/** A session of a day, written as sign-in writes it; returns its token. */
export async function signInDirectly(db: Db, personId: string): Promise<string> {
  const now = new Date();
  const token = newToken();
  const session = { id: newId(), token_hash: hashToken(token), person_id: personId, network: '', agent: 'test' };
  const times = { created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + DAY) };
  await db.transaction().execute((tx) => insertSession(tx, { ...session, ...times }));
  return token;
}

const noteIn =
  (acknowledged: Acknowledged[]) =>
  <T extends Acknowledged>(row: T): T => {
    acknowledged.push({ id: row.id, version: row.version, ...('text' in row && { text: row.text }) });
    return row;
  };

/** One person's day: a document comes in, a plan is written line by line and walks to its number; then the next. */
async function write(
  server: KilledServer,
  who: Who,
  acknowledged: Acknowledged[],
  writer: number,
  isOver: () => boolean,
): Promise<void> {
  const note = noteIn(acknowledged);
  for (let n = 0; !isOver(); n++) {
    const pasted = `KẾ HOẠCH\nTruyền thông lần ${writer}.${n}\n\nI. MỤC ĐÍCH\n- Lan tỏa.`;
    if (n % 3 === 0) note(await server.call(who.clerk, documents.receiveDocument, { id: newId(), unitId, pasted }));
    const plan = note(await begin(server, who.officer, `Kế hoạch ${writer}.${n}`));
    for (let i = 0; i < 3; i++) {
      const line = { planId: plan.id, lineId: newId(), version: 0, part: 'purpose' as const, text: `Dòng ${i}` };
      const { version } = note(await server.call(who.officer, plans.putLine, line));
      note(await server.call(who.clerk, plans.putLine, { ...line, version, text: `Dòng ${i}, sửa` }));
    }
    await issue({ server, who, note, nth: writer }, plan, String(1000 * (writer + 1) + n));
  }
}

async function begin(server: KilledServer, token: string, title: string): Promise<plans.Plan> {
  const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };
  return (await server.call(token, plans.createPlan, { unitId, kind: 'year', title, period })).plan;
}

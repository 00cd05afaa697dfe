import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import type { Db } from '#platform/tx.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { insertSession } from '../../modules/access/sessions.sql.ts';
import { hashToken, newToken } from '../../modules/access/tokens.ts';
import * as documents from '../../modules/documents/documents.contract.ts';
import * as plans from '../../modules/plans/plans.contract.ts';
import * as steps from '../../modules/plans/steps.contract.ts';
import { disagreementsIn, waitingDocuments, writtenRows } from './agreement.sql.ts';
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
}

interface Acknowledged {
  id: string;
  version: number;
  text?: string;
}

const unitId = unitIdOf('so');
const DAY = 24 * 3600 * 1000;

/**
 * People write plans, bring them to their number and receive documents, without a pause, while the server is killed
 * `rounds` times at moments of chance. Afterwards every acknowledged write must be there and all rows must agree.
 */
export async function killRounds(db: Db, url: string, rounds: number, chance: () => number): Promise<Outcome> {
  const server = await killedServer(url);
  const sessions = await signedIn(db);
  const acknowledged: Acknowledged[] = [];
  const disagreements: string[] = [];
  let over = false;
  await server.start();
  const writers = Promise.all([0, 1, 2, 3, 4, 5].map((n) => write(server, sessions, acknowledged, n, () => over)));
  // A writer that stops by itself has met what must not happen; it is told at the end.
  writers.catch(() => {});
  for (let round = 0; round < rounds; round++) {
    await pause(150 + chance() * 1000);
    await server.kill();
    disagreements.push(...(await disagreementsIn(db)).map((one) => `round ${round}: ${one}`));
    await server.start();
  }
  over = true;
  await writers;
  for (let wait = 0; wait < 200 && (await waitingDocuments(db)) > 0; wait++) await pause(50);
  if ((await waitingDocuments(db)) > 0) disagreements.push('a document was not read after the last start');
  const rows = await writtenRows(db);
  await server.kill();
  const lost = acknowledged.filter((one) => !isThere(rows.get(one.id), one)).map((one) => JSON.stringify(one));
  disagreements.push(...(await disagreementsIn(db)));
  const documentsRead = [...rows.values()].filter((row) => row.state === 'review').length;
  return { rounds, acknowledged: acknowledged.length, sentAgain: server.sentAgain, lost, disagreements, documentsRead };
}

type Rows = Awaited<ReturnType<typeof writtenRows>>;

const isThere = (row: ReturnType<Rows['get']>, one: Acknowledged): boolean =>
  row !== undefined && row.version >= one.version && (row.version > one.version || !one.text || row.text === one.text);

type Sessions = Record<'officer' | 'chief' | 'clerk' | 'director', string>;

async function signedIn(db: Db): Promise<Sessions> {
  const open = (mailbox: string) => signInDirectly(db, personIdOf(`${mailbox}@so.songtra.example`));
  return {
    officer: await open('lan.pham'),
    chief: await open('long.tran'),
    clerk: await open('sen.bui'),
    director: await open('ha.nguyen'),
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

/** One person's day: a document comes in, a plan is written line by line and walks to its number; then the next. */
async function write(
  server: KilledServer,
  who: Sessions,
  acknowledged: Acknowledged[],
  writer: number,
  isOver: () => boolean,
): Promise<void> {
  const note = <T extends Acknowledged>(row: T): T => {
    acknowledged.push({ id: row.id, version: row.version, ...('text' in row && { text: row.text }) });
    return row;
  };
  for (let n = 0; !isOver(); n++) {
    const pasted = `KẾ HOẠCH\nTruyền thông lần ${writer}.${n}\n\nI. MỤC ĐÍCH\n- Lan tỏa.`;
    if (n % 3 === 0) note(await server.call(who.clerk, documents.receiveDocument, { id: newId(), unitId, pasted }));
    let plan = note(await begin(server, who.officer, `Kế hoạch ${writer}.${n}`));
    for (let i = 0; i < 3; i++) {
      const line = { planId: plan.id, lineId: newId(), version: 0, part: 'purpose' as const, text: `Dòng ${i}` };
      const { version } = note(await server.call(who.officer, plans.putLine, line));
      note(await server.call(who.clerk, plans.putLine, { ...line, version, text: `Dòng ${i}, sửa` }));
    }
    const at = () => ({ planId: plan.id, version: plan.version });
    plan = note(await server.call(who.officer, steps.submitPlan, at()));
    plan = note(await server.call(who.chief, steps.initialPlan, at()));
    plan = note(await server.call(who.clerk, steps.checkFormat, at()));
    plan = note(await server.call(who.director, steps.signPlan, { ...at(), signer: plan.signer }));
    const number = String(1000 * (writer + 1) + n);
    note(await server.call(who.clerk, steps.issuePlan, { ...at(), number, issuedOn: '2026-01-05' }));
  }
}

async function begin(server: KilledServer, token: string, title: string): Promise<plans.Plan> {
  const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };
  return (await server.call(token, plans.createPlan, { unitId, kind: 'year', title, period })).plan;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Endpoint } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { type Caller, type Refusal, testApp } from '../../app/testing/http.ts';
import * as c from './plans.contract.ts';
import * as s from './steps.contract.ts';

/** Two people, or two clicks, at the very same moment, again and again: nothing is lost and nothing happens twice. */
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const clerk = app.as('sen.bui@so.songtra.example');
const chief = app.as('long.tran@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const unitId = sampleId('so');
const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };
const rounds = 6;

const newPlan = async (who = officer) =>
  (await who.call(c.createPlan, { unitId, kind: 'year', title: 'Truyền thông năm 2027', period })).plan;
const line = (planId: string, lineId: string, version: number, text: string) => ({
  planId,
  lineId,
  version,
  part: 'purpose' as const,
  text,
});

interface Answer {
  status: number;
  body: Record<string, unknown> & Partial<Refusal>;
}
const ask = async (who: Caller, endpoint: Endpoint, input: object, headers: Record<string, string> = {}) => {
  const reply = await who.send(endpoint, input, { headers });
  return { status: reply.status, body: (await reply.json()) as Answer['body'] };
};
const won = (answers: readonly Answer[]) => answers.filter((a) => a.status === 200);
const codes = (answers: readonly Answer[]) =>
  answers.filter((a) => a.status !== 200).map((a) => `${a.status} ${a.body.code}`);

/** The way up to a step, quickly. */
async function signed(who = officer) {
  const { id } = await newPlan(who);
  await who.call(c.putLine, line(id, newId(), 0, 'Mục đích'));
  let plan = await who.call(s.submitPlan, { planId: id, version: 1 });
  plan = await chief.call(s.initialPlan, { planId: id, version: plan.version });
  plan = await clerk.call(s.checkFormat, { planId: id, version: plan.version });
  return director.call(s.signPlan, { planId: id, version: plan.version, signer: plan.signer });
}

test('of two who write one line at once, one wins and the other gets both texts', async () => {
  const plan = await newPlan();
  const lineId = newId();
  let version = (await officer.call(c.putLine, line(plan.id, lineId, 0, 'Đầu'))).version;
  for (let i = 0; i < rounds; i++) {
    const answers = await Promise.all([
      ask(officer, c.putLine, line(plan.id, lineId, version, `Lan ${i}`)),
      ask(clerk, c.putLine, line(plan.id, lineId, version, `Sen ${i}`)),
    ]);
    assert.deepEqual(codes(answers), ['409 plans.line-conflict']);
    const winner = won(answers)[0]!.body;
    const loser = answers.find((a) => a.status === 409)!.body.current as { text: string; version: number };
    assert.deepEqual([loser.text, loser.version], [winner.text, version + 1]);
    version += 1;
  }
  assert.equal((await auditOf(app.database, lineId)).length, rounds + 1);
});

test('of two who change the header at once, one wins and the other gets the plan as it is', async () => {
  const plan = await newPlan();
  for (let i = 0; i < rounds; i++) {
    const edit = { planId: plan.id, version: plan.version + i };
    const answers = await Promise.all([
      ask(officer, c.editPlan, { ...edit, title: `Lan ${i}` }),
      ask(clerk, c.editPlan, { ...edit, place: `Sen ${i}` }),
    ]);
    assert.deepEqual(codes(answers), ['409 plans.conflict']);
    const current = answers.find((a) => a.status === 409)!.body.current as Record<string, unknown>;
    const winner = won(answers)[0]!.body;
    assert.deepEqual([current.title, current.place], [winner.title, winner.place]);
  }
});

test('many who add lines at once add all of them, each to its own place', async () => {
  const plan = await newPlan();
  const people = [officer, clerk, chief, director];
  const ids = Array.from({ length: 40 }, () => newId());
  const answers = await Promise.all(
    ids.map((id, i) => ask(people[i % 4]!, c.putLine, line(plan.id, id, 0, `Dòng ${i}`))),
  );
  assert.deepEqual(codes(answers), []);
  const { lines } = await officer.call(c.getPlan, { planId: plan.id });
  assert.deepEqual(lines.map((l) => l.id).sort(), [...ids].sort());
  assert.equal(new Set(lines.map((l) => l.position)).size, ids.length);
});

test('a line that one deletes and another writes is either gone or written, and each is told which', async () => {
  const plan = await newPlan(director);
  for (let i = 0; i < rounds; i++) {
    const area = newId();
    const item = { ...line(plan.id, newId(), 0, 'Bữa ăn'), part: 'area', parentId: area };
    await director.call(c.putLine, { ...line(plan.id, area, 0, 'Mầm non'), part: 'area' });
    await director.call(c.putLine, item as never);
    const [deleted, written] = await Promise.all([
      ask(officer, c.deleteLine, { planId: plan.id, lineId: area, version: 1 }),
      ask(clerk, c.putLine, { ...item, version: 1, text: 'Bữa ăn ngon' }),
    ]);
    assert.equal(deleted.status, 200);
    const gone = (deleted.body.deleted as { text: string }[]).map((l) => l.text);
    // Whatever came first: the words of the other are in an answer, to be written again.
    if (written.status === 200) assert.deepEqual(gone, ['Mầm non', 'Bữa ăn ngon']);
    else assert.deepEqual([written.body.code, written.body.current], ['plans.line-conflict', null]);
  }
});

test('double clicks submit, sign and issue once', async () => {
  for (let i = 0; i < 2; i++) {
    const { id } = await newPlan(chief);
    await chief.call(c.putLine, line(id, newId(), 0, 'Mục đích'));
    const twice = (who: Caller, endpoint: Endpoint, input: object) =>
      Promise.all([ask(who, endpoint, input), ask(who, endpoint, input), ask(who, endpoint, input)]);
    const conflicts = ['409 plans.conflict', '409 plans.conflict'];
    assert.deepEqual(codes(await twice(chief, s.submitPlan, { planId: id, version: 1 })), conflicts);
    await chief.call(s.initialPlan, { planId: id, version: 2 });
    await clerk.call(s.checkFormat, { planId: id, version: 3 });
    const signer = { mode: null, onBehalf: null, position: 'Giám đốc', name: null };
    assert.deepEqual(codes(await twice(director, s.signPlan, { planId: id, version: 4, signer })), conflicts);
    const issue = { planId: id, version: 5, number: `${100 + i}`, issuedOn: '2026-11-20' };
    assert.deepEqual(codes(await twice(clerk, s.issuePlan, issue)), conflicts);
    const { plan, history } = await officer.call(c.getPlan, { planId: id });
    assert.equal(plan.state, 'issued');
    assert.deepEqual(
      history.map((h) => h.step),
      ['submission', 'initials', 'format-check', 'signature', 'issue'],
    );
  }
});

test('of two plans that take one number at once, one gets it, however it is typed', async () => {
  for (let i = 0; i < 2; i++) {
    const [a, b] = [await signed(chief), await signed(director)];
    const answers = await Promise.all([
      ask(clerk, s.issuePlan, { planId: a.id, version: a.version, number: `${i + 1}`, issuedOn: '2026-11-20' }),
      ask(clerk, s.issuePlan, { planId: b.id, version: b.version, number: `0${i + 1}`, issuedOn: '2026-11-19' }),
    ]);
    assert.deepEqual(codes(answers), ['409 plans.number-taken']);
    assert.equal(won(answers)[0]!.body.number, `0${i + 1}`);
  }
});

test('one key sent twice at once does the work once and answers the same', async () => {
  const plan = await newPlan(director);
  for (let i = 0; i < rounds; i++) {
    const input = line(plan.id, newId(), 0, `Dòng ${i}`);
    const key = { 'idempotency-key': newId() };
    const [one, two] = await Promise.all([ask(director, c.putLine, input, key), ask(director, c.putLine, input, key)]);
    assert.equal(one!.status, 200);
    assert.deepEqual(one, two);
    assert.equal((await auditOf(app.database, input.lineId)).length, 1);
  }
});

test('a plan begun twice at once with one id is one plan', async () => {
  for (let i = 0; i < rounds; i++) {
    const input = { id: newId(), unitId, kind: 'year', title: `Một ${i}`, period };
    const answers = await Promise.all([ask(chief, c.createPlan, input), ask(clerk, c.createPlan, input)]);
    assert.deepEqual(codes(answers), []);
    assert.deepEqual(
      (await auditOf(app.database, input.id)).map((r) => r.event),
      ['plan.created'],
    );
  }
});

test('what is submitted while somebody writes is frozen with or without the last words, and they are told', async () => {
  for (let i = 0; i < 3; i++) {
    const plan = await newPlan(director);
    await director.call(c.putLine, line(plan.id, newId(), 0, 'Đầu'));
    const lineId = newId();
    const [submitted, written] = await Promise.all([
      ask(director, s.submitPlan, { planId: plan.id, version: 1 }),
      ask(clerk, c.putLine, line(plan.id, lineId, 0, 'Lời cuối')),
    ]);
    assert.equal(submitted!.status, 200);
    const { content } = await app.database.db
      .selectFrom('plan_versions')
      .select('content')
      .where('plan_id', '=', plan.id)
      .executeTakeFirstOrThrow();
    const frozen = JSON.stringify(content).includes('Lời cuối');
    assert.equal(frozen, written!.status === 200);
    if (!frozen) assert.equal(written!.body.code, 'plans.frozen');
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import { personIdOf, unitIdOf } from '../../db/sample/sample.ts';
import * as documents from '../modules/documents/documents.contract.ts';
import { readingJobs } from './testing/agreement.sql.ts';
import { auditOf } from './testing/audit.ts';
import { testDatabase } from './testing/database.ts';
import { sampleFilling } from './testing/http.ts';
import { killRounds, signInDirectly } from './testing/kill-rounds.ts';
import { killedServer } from './testing/killed-server.ts';
import { newsroomRounds } from './testing/newsroom-rounds.ts';

test('a server that is killed amid writes has lost nothing it acknowledged, and left nothing half done', async () => {
  const { owner, url } = await testDatabase(sampleFilling);
  const outcome = await killRounds(owner, url, 1, () => 0.3);
  assert.deepEqual([outcome.lost, outcome.disagreements], [[], []]);
  assert.ok(outcome.acknowledged > 10, `${outcome.acknowledged} acknowledged`);
  assert.ok(outcome.documentsRead > 0);
  assert.ok(outcome.field.asks > 0);
});

test('a newsroom whose server is killed has lost no word, picture, decision or place, and left nothing half done', async () => {
  const { owner, url } = await testDatabase(sampleFilling);
  const outcome = await newsroomRounds(owner, url, 1, () => 0.6, { drawn: false });
  assert.deepEqual([outcome.lost, outcome.disagreements], [[], []]);
  for (const what of ['save', 'approval', 'publication', 'offer'] as const) assert.ok(outcome.told[what] > 0, what);
});

test('a document whose reading was cut short is read after the next start, and once', async () => {
  const database = await testDatabase(sampleFilling);
  const server = await killedServer(database.url);
  const token = await signInDirectly(database.owner, personIdOf('lan.pham@so.songtra.example'));
  await server.start();
  const lines = Array.from({ length: 1000 }, (_, i) => `- Nội dung số ${i} truyền thông về giáo dục và đào tạo.`);
  const pasted = ['KẾ HOẠCH', 'Truyền thông', '', 'I. MỤC ĐÍCH', ...lines].join('\n');
  const { id } = await server.call(token, documents.receiveDocument, { id: newId(), unitId: unitIdOf('so'), pasted });
  const jobs = () => readingJobs(database.owner, id);
  while (!(await jobs()).includes('active')) await pause(5);
  await server.kill();
  assert.deepEqual(await jobs(), ['active'], 'the job of a killed server looks as if it ran');
  await server.start();
  const state = async () => (await server.call(token, documents.getDocument, { documentId: id })).document.state;
  while ((await state()) === 'reading') await pause(25);
  assert.equal(await state(), 'review');
  await server.kill();
  const read = (await auditOf(database, id)).filter((record) => record.event === 'document.read');
  assert.equal(read.length, 1);
});

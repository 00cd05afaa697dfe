import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { loadSampleWork } from '../../../db/sample/plans.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as documents from '../documents/documents.contract.ts';
import { linkToIssuersPlan } from './plans.jobs.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const school = app.as('anh.bach@thcssuoingoc.songtra.example');

test('the sample’s work is laid in once, whole, and does not come back after it was deleted', async () => {
  useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-sample-'))));
  await loadSampleWork(db);
  const plans = () => db.selectFrom('plans').select(['id', 'state']).orderBy('id').execute();
  const before = await plans();
  assert.ok(['draft', 'submitted', 'issued', 'closed'].every((state) => before.some((p) => p.state === state)));
  await db
    .deleteFrom('plans')
    .where('id', '=', before.find((p) => p.state === 'draft')!.id)
    .execute();
  await loadSampleWork(db);
  assert.equal((await plans()).length, before.length - 1);
});

/** A document that a school received, as the reader would have left it. */
async function received(head: { number: string; symbol: string; issued_on: string | null }): Promise<string> {
  const { id } = await school.call(documents.receiveDocument, { unitId: sampleId('cs2'), pasted: 'KẾ HOẠCH\nCủa Sở' });
  await db
    .updateTable('documents')
    .set({ state: 'review', issuer_unit_id: sampleId('so'), ...head })
    .where('id', '=', id)
    .execute();
  return id;
}
const linked = async (id: string) => {
  await db.transaction().execute((tx) => linkToIssuersPlan(tx, id));
  return (await db.selectFrom('documents').select('issuer_plan_id').where('id', '=', id).executeTakeFirstOrThrow())
    .issuer_plan_id;
};

test('a received document is linked to its issuer’s own plan, however its number is written, and to no other year’s', async () => {
  const issued = await db
    .selectFrom('plans')
    .select(['id', 'number', 'symbol', 'issued_on'])
    .where('unit_id', '=', sampleId('so'))
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();
  const { id, symbol, issued_on } = issued;
  const number = issued.number!;
  for (const head of [
    { number, symbol, issued_on },
    { number: `0${number}`, symbol, issued_on },
    { number, symbol, issued_on: null },
  ])
    assert.equal(await linked(await received(head)), id);
  for (const head of [
    { number, symbol, issued_on: '2020-01-01' },
    { number: '9999', symbol, issued_on },
    { number, symbol: 'QĐ-SGDĐT', issued_on },
  ])
    assert.equal(await linked(await received(head)), null);
});

test('a link that a correction has made wrong is taken back', async () => {
  const { number, symbol } = await db
    .selectFrom('plans')
    .select(['number', 'symbol'])
    .where('unit_id', '=', sampleId('so'))
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();
  const id = await received({ number: number!, symbol, issued_on: null });
  assert.notEqual(await linked(id), null);
  await db.updateTable('documents').set({ number: '8888' }).where('id', '=', id).execute();
  assert.equal(await linked(id), null);
});

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { useOutgoing } from '#platform/fetch/fetch.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as c from './webhooks.contract.ts';
import { sendMessage } from './webhooks.jobs.ts';
import { insertMessages } from './webhooks.sql.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const admin = app.as('minh.ho@so.songtra.example');
const so = sampleId('so');

/** Other software: keeps what it was sent, and answers what it is told to. */
const taken: { headers: Record<string, unknown>; body: string }[] = [];
let answers = 200;
const receiver = createServer((request, reply) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    taken.push({ headers: request.headers, body });
    reply.writeHead(answers, answers === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('ok');
  });
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const { port } = receiver.address() as { port: number };
const before = useOutgoing({ allowed: [`127.0.0.1:${port}`] });
after(() => {
  useOutgoing(before);
  receiver.close();
});

const register = (more: object = {}) =>
  admin.call(c.makeWebhook, {
    id: newId(),
    unitId: so,
    name: 'Kho dữ liệu',
    url: `http://127.0.0.1:${port}/nhan`,
    events: ['plan.issued'],
    ...more,
  });

async function happened(unit: string, auditId = newId()): Promise<string[]> {
  const { path } = await db.selectFrom('units').select('path').where('id', '=', unit).executeTakeFirstOrThrow();
  const body = JSON.stringify({ id: auditId, event: 'plan.issued' });
  return await db.transaction().execute((tx) => insertMessages(tx, [{ auditId, event: 'plan.issued', path, body }]));
}
const clear = () => db.deleteFrom('webhooks').execute();

test('a message about a school below arrives once, signed so that the receiver can check it', async () => {
  const { secret } = await register();
  const auditId = newId();
  const [id] = await happened(sampleId('cs2'), auditId);
  assert.deepEqual(await happened(sampleId('cs2'), auditId), [], 'told twice, queued once');
  await sendMessage(db, { id: id! });
  await sendMessage(db, { id: id! });
  assert.equal(taken.length, 1);
  const { headers, body } = taken[0]!;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  assert.equal(headers['webhook-signature'], `v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  await clear();
});

test('what happens at a neighbour, above, or under another name is not told', async () => {
  await register({ events: ['plan.closed'] });
  assert.deepEqual(await happened(sampleId('cs2')), []);
  await clear();
  await register();
  assert.deepEqual(await happened(sampleId('bo')), []);
  await clear();
});

test('a receiver that fails is asked again later, says why, and is given up after a day; by hand it is tried anew', async () => {
  const { row } = await register();
  const [id] = await happened(so);
  answers = 500;
  await sendMessage(db, { id: id! });
  const waiting = (await admin.call(c.listDeliveries, { hookId: row.id })).items[0]!;
  assert.equal(waiting.state, 'waiting');
  assert.equal(waiting.trouble, 'Máy nhận trả lời mã 500.');
  for (let n = 0; n < 8; n++) await sendMessage(db, { id: id! });
  const over = (await admin.call(c.listDeliveries, { hookId: row.id })).items[0]!;
  assert.equal(over.state, 'given-up');
  answers = 200;
  await admin.call(c.resend, { hookId: row.id, deliveryId: id! });
  await sendMessage(db, { id: id! });
  assert.equal((await admin.call(c.listDeliveries, { hookId: row.id })).items[0]!.state, 'delivered');
  await clear();
});

test('an address inside the house and one that redirects are refused with a sentence', async () => {
  const { row } = await register({ url: 'http://127.0.0.1:1/' });
  const [id] = await happened(so);
  await sendMessage(db, { id: id! });
  const inside = (await admin.call(c.listDeliveries, { hookId: row.id })).items[0]!;
  assert.match(inside.trouble!, /mạng nội bộ|không gửi tới được/);
  await clear();
  const other = await register();
  const [redirected] = await happened(so);
  answers = 302;
  await sendMessage(db, { id: redirected! });
  answers = 200;
  const moved = (await admin.call(c.listDeliveries, { hookId: other.row.id })).items[0]!;
  assert.match(moved.trouble!, /chuyển hướng/);
  await clear();
});

test('after a change of the secret both sign for a day', async () => {
  const { secret, row } = await register();
  const renewed = await admin.call(c.renewSecret, { hookId: row.id, version: row.version });
  assert.notEqual(renewed.secret, secret);
  const [id] = await happened(so);
  taken.length = 0;
  await sendMessage(db, { id: id! }, app.clock.now);
  assert.equal(String(taken[0]!.headers['webhook-signature']).split(' ').length, 2);
  await clear();
});

test('a webhook that nobody listens to is paused, its maker is told, and resuming sends what waited', async () => {
  const { row } = await register();
  answers = 500;
  const left: string[] = [];
  for (let m = 0; m < 6; m++) left.push(...(await happened(so)));
  for (const id of left.slice(0, 5)) for (let n = 0; n < 9; n++) await sendMessage(db, { id });
  answers = 200;
  const [paused] = (await admin.call(c.listWebhooks, {})).items;
  assert.equal(paused!.state, 'paused');
  assert.deepEqual(await happened(so), [], 'a paused one collects nothing');
  const told = await db.selectFrom('notices').select('kind').where('kind', '=', 'webhook.paused').execute();
  assert.equal(told.length, 1);
  await admin.call(c.editWebhook, { hookId: row.id, version: paused!.version, state: 'active' });
  await sendMessage(db, { id: left[5]! });
  assert.equal((await admin.call(c.listDeliveries, { hookId: row.id })).items[0]!.state, 'delivered');
  await clear();
});

test('a trial arrives like any other message; a webhook that is deleted takes what waited along', async () => {
  const { row } = await register();
  const trial = await admin.call(c.tryWebhook, { hookId: row.id });
  taken.length = 0;
  await sendMessage(db, { id: trial.id });
  assert.equal((JSON.parse(taken[0]!.body) as { event: string }).event, 'webhook.trial');
  const [left] = await happened(so);
  await admin.call(c.deleteWebhook, { hookId: row.id });
  await sendMessage(db, { id: left! });
  assert.equal(taken.length, 1);
  assert.deepEqual((await admin.call(c.listWebhooks, {})).items, []);
  await admin.refused(c.tryWebhook, { hookId: row.id }, 'not-found');
});

test('only who manages webhooks there sees, makes or changes them', async () => {
  const { row } = await register();
  const lan = app.as('lan.pham@so.songtra.example');
  await lan.refused(c.listWebhooks, {}, 'forbidden');
  const head = app.as('ngoc.le@thcssuoingoc.songtra.example');
  await head.refused(c.listDeliveries, { hookId: row.id }, 'not-found');
  await head.refused(
    c.makeWebhook,
    { id: newId(), unitId: so, name: 'x', url: 'https://x.example/', events: ['plan.issued'] },
    'forbidden',
  );
  await clear();
});

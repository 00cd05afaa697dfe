import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import type { Part } from '#lib/plan-parts.ts';
import { createPlan, editPlan, getPlan, putLine } from '#modules/plans/plans.contract.ts';
import { sampleId } from '../../../../db/sample/sample.ts';
import { routesFor } from '../../../../server/app/routes.ts';
import { testApp } from '../../../../server/app/testing/http.ts';
import { offlineProblem, Problem } from '../../../app/problem.ts';
import { Book } from './book.ts';
import { bringBack, toKeep } from './kept-book.ts';
import { Sender } from './sender.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const lan = app.as('lan.pham@so.songtra.example');
const sen = app.as('sen.bui@so.songtra.example');

/** A call as the app makes it: problems are thrown; `line.down` is a broken line, `line.deaf` one that loses replies. */
function lineTo(caller: typeof lan) {
  const line = { down: false, deaf: false };
  const call = async <E extends Endpoint>(endpoint: E, input: CallOf<E>): Promise<OutputOf<E>> => {
    if (line.down) throw offlineProblem();
    const reply = await caller.send(endpoint, input);
    const body = await reply.json();
    if (line.deaf) throw offlineProblem();
    if (!reply.ok) throw new Problem(body);
    return body;
  };
  return { line, call };
}

async function opened() {
  const whole = await lan.call(createPlan, {
    unitId: sampleId('so'),
    kind: 'year',
    title: 'Truyền thông năm 2027',
    period: { kind: 'calendarYear', from: 2027, to: 2027 },
  });
  const book = new Book(whole);
  const { line, call } = lineTo(lan);
  const sender = new Sender(book, call);
  const planId = whole.plan.id;
  const there = async () => (await lan.call(getPlan, { planId })).lines;
  const texts = async (part: Part) => (await there()).filter((l) => l.part === part).map((l) => l.text);
  return { book, line, sender, planId, there, texts };
}

const purpose = (text: string) => ({
  part: 'purpose' as const,
  parentId: null,
  text,
  detail: {},
  targets: [],
  trace: null,
});

/** Lines one behind the other, as they are typed. */
function typed(book: Book, ...texts: string[]): string[] {
  const ids = texts.map(() => newId());
  for (const [i, text] of texts.entries()) book.add(ids[i]!, purpose(text), ids[i - 1] ?? null);
  return ids;
}

test('lines arrive in the order they stand, not in the order they were typed', async () => {
  const { book, sender, texts } = await opened();
  const [first] = typed(book, 'Một', 'Ba');
  book.add(newId(), purpose('Hai'), first!);
  await sender.flush();
  assert.deepEqual(await texts('purpose'), ['Một', 'Hai', 'Ba']);
  assert.equal(book.unsent().length, 0);
});

test('a new line without a word is nothing yet', async () => {
  const { book, sender, there } = await opened();
  typed(book, '   ');
  await sender.flush();
  assert.equal((await there()).length, 0);
  assert.equal(book.unsent().length, 0);
});

test('without a network the text stays, and is sent when the network is back', async () => {
  const { book, sender, line, texts } = await opened();
  line.down = true;
  const [id] = typed(book, 'Gõ khi mất mạng');
  await sender.flush();
  assert.equal(book.lines.get(id!)?.state, 'kept');
  assert.deepEqual(await texts('purpose'), []);
  line.down = false;
  await sender.flush();
  assert.deepEqual(await texts('purpose'), ['Gõ khi mất mạng']);
  assert.equal(book.lines.get(id!)?.state, 'saved');
});

test('a reply that was lost makes no second line and no conflict', async () => {
  const { book, sender, line, texts } = await opened();
  line.deaf = true;
  const [id] = typed(book, 'Một lần');
  await sender.flush();
  line.deaf = false;
  await sender.flush();
  assert.deepEqual(await texts('purpose'), ['Một lần']);
  assert.equal(book.lines.get(id!)?.state, 'saved');
});

test('two people on one line: the second sees both texts, and decides', async () => {
  const { book, sender, planId, texts } = await opened();
  const [id] = typed(book, 'Cũ');
  await sender.flush();
  await sen.call(putLine, { planId, lineId: id!, version: 1, part: 'purpose', text: 'Bản của Sen' });
  book.write(id!, { text: 'Bản của Lan' });
  await sender.flush();
  assert.equal(book.lines.get(id!)?.clash?.theirs?.content.text, 'Bản của Sen');
  assert.deepEqual(await texts('purpose'), ['Bản của Sen']);
  book.write(id!, { text: 'Bản của Lan và Sen' });
  book.decide(id!, 'mine');
  await sender.flush();
  assert.deepEqual(await texts('purpose'), ['Bản của Lan và Sen']);
});

test('a line that somebody has just changed is not deleted over their words', async () => {
  const { book, sender, planId, texts } = await opened();
  const [id] = typed(book, 'Cũ');
  await sender.flush();
  await sen.call(putLine, { planId, lineId: id!, version: 1, part: 'purpose', text: 'Sen vừa sửa' });
  book.remove(id!);
  await sender.flush();
  assert.deepEqual(await texts('purpose'), ['Sen vừa sửa']);
  assert.equal(book.lines.get(id!)?.mine.text, 'Sen vừa sửa');
});

test('undo brings an actor back with its duties, before and after the server has deleted it', async () => {
  const { book, sender, there } = await opened();
  const [actor, duty] = [newId(), newId()];
  book.add(actor, { ...purpose('Văn phòng Sở'), part: 'actor' }, null);
  book.add(duty, { ...purpose('Tham mưu kế hoạch'), part: 'duty', parentId: actor }, null);
  await sender.flush();
  book.remove(actor)();
  await sender.flush();
  assert.equal((await there()).length, 2);
  const undo = book.remove(actor);
  await sender.flush();
  assert.equal((await there()).length, 0);
  undo();
  await sender.flush();
  assert.deepEqual(new Set((await there()).map((l) => l.text)), new Set(['Văn phòng Sở', 'Tham mưu kế hoạch']));
});

test('a new line that is moved before its neighbour was sent keeps its place, here and there', async () => {
  const { book, sender, texts } = await opened();
  typed(book, 'Đầu', 'Cuối');
  await sender.flush();
  const [first] = book.order('purpose', null);
  const [one, two] = [newId(), newId()];
  book.add(one, purpose('Một'), first!);
  book.add(two, purpose('Hai'), one);
  book.move(two, { part: 'purpose', parentId: null }, first!);
  book.due.delete(one);
  await sender.flush();
  book.toBeSent(one, 0);
  await sender.flush();
  const wanted = ['Đầu', 'Hai', 'Một', 'Cuối'];
  assert.deepEqual(await texts('purpose'), wanted);
  const shown = () => book.order('purpose', null).map((id) => book.lines.get(id)?.mine.text);
  assert.deepEqual(shown(), wanted);
  await sender.refresh();
  assert.deepEqual(shown(), wanted);
});

test('a line that was moved stands where it was put', async () => {
  const { book, sender, texts } = await opened();
  const ids = typed(book, 'Một', 'Hai', 'Ba');
  await sender.flush();
  book.move(ids[2]!, { part: 'purpose', parentId: null }, null);
  await sender.flush();
  assert.deepEqual(await texts('purpose'), ['Ba', 'Một', 'Hai']);
});

test('what two people changed of the header is brought together', async () => {
  const { book, sender, planId } = await opened();
  await sen.call(editPlan, { planId, version: book.plan.version, place: 'Sông Trà' });
  book.writeHeader({ title: 'Truyền thông về giáo dục năm 2027' });
  await sender.flush();
  const { plan } = await lan.call(getPlan, { planId });
  assert.equal(plan.title, 'Truyền thông về giáo dục năm 2027');
  assert.equal(plan.place, 'Sông Trà');
  assert.equal(book.header.state, 'saved');
});

test('text that was kept on this machine comes back, over what others made meanwhile', async () => {
  const { book, sender, line, planId, texts } = await opened();
  const [id] = typed(book, 'Cũ');
  await sender.flush();
  line.down = true;
  book.write(id!, { text: 'Gõ khi mất mạng' });
  typed(book, 'Dòng mới khi mất mạng');
  await sender.flush();
  sender.stop();
  const kept = structuredClone(toKeep(book, 1));
  await sen.call(putLine, { planId, lineId: id!, version: 1, part: 'purpose', text: 'Sen sửa' });

  const again = new Book(await lan.call(getPlan, { planId }));
  assert.equal(bringBack(again, kept!), 2);
  await new Sender(again, lineTo(lan).call).flush();
  assert.equal(again.lines.get(id!)?.state, 'clash');
  assert.equal(again.lines.get(id!)?.mine.text, 'Gõ khi mất mạng');
  assert.deepEqual((await texts('purpose')).toSorted(), ['Dòng mới khi mất mạng', 'Sen sửa']);
});

test('a wrong value is refused beside its field, and the others go on', async () => {
  const { book, sender, texts } = await opened();
  book.writeHeader({ title: '' });
  typed(book, 'Vẫn được lưu');
  await sender.flush();
  assert.equal(book.header.state, 'refused');
  assert.ok(book.header.problem?.fields.title);
  assert.deepEqual(await texts('purpose'), ['Vẫn được lưu']);
});

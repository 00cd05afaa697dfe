import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import type { Tx } from '#platform/tx.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { laidPlan } from '../../app/testing/sent-plan.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as a from './cascade.contract.ts';
import * as c from './questions.contract.ts';
import { tellAskers } from './questions.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const school = app.as('anh.bach@thcssuoingoc.songtra.example');
const otherSchool = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const commune = app.as('thom.quach@suoingoc.songtra.example');
const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.database.db.transaction().execute(work);
const tell = (answerId: string) => inTx((tx) => tellAskers(tx, answerId, app.clock.now));
const told = async (who: typeof officer, kind: string) =>
  (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind).map((n) => n.sentence);

const plan = await laidPlan(app.database, 2, [
  { unit: 'cs2', asks: ['unanswered', 'unanswered'] },
  { unit: 'cs1', asks: ['unanswered', 'unanswered'] },
  { unit: 'xa.sn', asks: ['unanswered', null] },
]);
const { planId } = plan;
const ask = (who: typeof officer, unit: string, text: string, lineId: string | null = null) =>
  who.call(a.askQuestion, { addresseeId: plan.addressees[unit]!, id: newId(), lineId, text });

test('two schools ask the same; one answer is told to both and read by all that got the plan', async () => {
  const first = await ask(school, 'cs2', 'Bài gửi về hộp thư nào?', plan.lineIds[0]!);
  const second = await ask(otherSchool, 'cs1', 'Gửi bài vào đâu ạ?');
  const before = await officer.call(c.listQuestions, { planId });
  assert.deepEqual(
    before.items.map((q) => [q.text, q.unitName, q.lineText, q.answerId]),
    [
      ['Bài gửi về hộp thư nào?', 'Trường THCS Suối Ngọc', 'Nội dung 1', null],
      ['Gửi bài vào đâu ạ?', 'Trường THCS Bình Trà', null, null],
    ],
  );
  const id = newId();
  const answer = {
    planId,
    id,
    questionIds: [first.id, second.id],
    question: 'Gửi bài về đâu?',
    answer: 'Gửi về hộp thư truyenthong@so.songtra.example.',
  };
  assert.deepEqual(await officer.call(c.answerQuestions, answer), { id, told: 2 });
  assert.deepEqual(await officer.call(c.answerQuestions, answer), { id, told: 2 }, 'the same answer again is one');
  await tell(id);
  await tell(id);
  const sentence = (unit: string) =>
    `Sở Giáo dục và Đào tạo Sông Trà đã trả lời câu hỏi của ${unit} về “Truyền thông về giáo dục năm 2026”.`;
  assert.deepEqual(await told(school, 'plan.question-answered'), [sentence('Trường THCS Suối Ngọc')]);
  assert.deepEqual(await told(otherSchool, 'plan.question-answered'), [sentence('Trường THCS Bình Trà')]);
  assert.deepEqual(await told(commune, 'plan.question-answered'), []);
  const seen = await commune.call(a.getAsked, { addresseeId: plan.addressees['xa.sn']! });
  assert.deepEqual(
    seen.answers.map((x) => [x.question, x.answer]),
    [['Gửi bài về đâu?', 'Gửi về hộp thư truyenthong@so.songtra.example.']],
  );
});

test('what waits stands before what was answered; a question keeps its first answer', async () => {
  const fresh = await ask(school, 'cs2', 'Có cần ảnh kèm bài không?');
  const { items } = await officer.call(c.listQuestions, { planId });
  assert.equal(items[0]?.id, fresh.id);
  const answered = items.find((q) => q.answerId !== null);
  const id = newId();
  const more = { planId, id, questionIds: [fresh.id, answered?.id ?? ''], question: 'Ảnh?', answer: 'Có, 02 ảnh.' };
  assert.deepEqual(await officer.call(c.answerQuestions, more), { id, told: 1 });
  const after = await officer.call(c.listQuestions, { planId });
  assert.equal(after.items.find((q) => q.id === answered?.id)?.answerId, answered?.answerId);
});

test('a corrected answer is told again, and two who correct at once do not overwrite each other', async () => {
  const [answer] = (await officer.call(c.listQuestions, { planId })).answers;
  const input = { planId, answerId: answer?.id ?? '', version: answer?.version ?? 0 };
  const changed = await officer.call(c.correctAnswer, {
    ...input,
    answer: 'Gửi về hộp thư vanphong@so.songtra.example.',
  });
  assert.equal(changed.version, 2);
  const { current } = await officer.refused(c.correctAnswer, { ...input, answer: 'Khác' }, 'conflict');
  assert.deepEqual(current, {
    id: changed.id,
    answer: 'Gửi về hộp thư vanphong@so.songtra.example.',
    version: 2,
  });
  await tell(changed.id);
  assert.equal((await told(school, 'plan.answer-corrected')).length, 1);
});

test('only the sender answers, and only questions and lines of this plan', async () => {
  const other = await laidPlan(app.database, 1, [{ unit: 'cs2', asks: ['unanswered'] }]);
  const foreign = await school.call(a.askQuestion, {
    addresseeId: other.addressees.cs2!,
    id: newId(),
    text: 'Của kế hoạch khác',
  });
  const input = { planId, id: newId(), questionIds: [foreign.id], question: 'Hỏi', answer: 'Đáp' };
  await officer.refused(c.answerQuestions, input, 'not-found');
  await officer.refused(c.answerQuestions, { ...input, questionIds: [], lineId: other.lineIds[0] }, 'not-found');
  await commune.refused(c.answerQuestions, input, 'forbidden');
  await school.refused(c.listQuestions, { planId }, 'forbidden');
  await otherSchool.refused(c.listQuestions, { planId: other.planId }, 'not-found');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleContent } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { listAudit } from '../audit/audit.contract.ts';
import { listInbox } from '../notices/notices.contract.ts';
import { search } from '../search/search.contract.ts';
import * as c from './articles.contract.ts';
import * as v from './versions.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const teacher = app.as('huyen.nong@thcssuoingoc.songtra.example');
const editor = app.as('anh.bach@thcssuoingoc.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const commune = app.as('thom.quach@suoingoc.songtra.example');
const department = app.as('lan.pham@so.songtra.example');
const school = sampleId('cs2');

const doc = (...paragraphs: string[]): ArticleContent => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })),
});
const words = (title: string, ...paragraphs: string[]) => ({
  title,
  summary: '',
  credit: 'Nông Thị Huyền',
  kind: 'tin',
  language: 'vi',
  content: doc(...paragraphs),
});
const begin = (by = teacher, title = 'Ngày hội đọc sách', id = newId()) =>
  by.call(c.createArticle, { id, unitId: school, ...words(title, 'Đoạn đầu.', 'Đoạn cuối.') });
let turn = 0;
const save = (article: c.ArticleWhole, version: number, paragraphs: string[], more: object = {}) => ({
  articleId: article.id,
  version,
  sitting: newId(),
  turn: ++turn,
  ...words(article.title, ...paragraphs),
  ...more,
});

test('cô Huyền begins a text; her school reads it, the neighbour and the levels above do not', async () => {
  const article = await begin();
  assert.equal(article.stage, 'writing');
  assert.deepEqual([article.text.version, article.text.words, article.inside], [1, 4, true]);
  assert.ok(article.can.includes('write') && article.can.includes('delete'));
  for (const house of [editor, principal])
    assert.equal((await house.call(c.getArticle, { articleId: article.id })).id, article.id);
  for (const stranger of [neighbour, commune, department])
    await stranger.refused(c.getArticle, { articleId: article.id }, 'not-found');
});

test("the same offline draft sent twice is one text, and somebody else's id says nothing", async () => {
  const id = newId();
  const first = await begin(teacher, 'Bản nháp trên điện thoại', id);
  const again = await begin(teacher, 'Bản nháp trên điện thoại', id);
  assert.equal(again.text.version, first.text.version);
  await editor.refused(c.createArticle, { id, unitId: school, ...words('Của người khác', 'x') }, 'conflict');
  const list = await teacher.call(c.listArticles, { scope: 'mine', q: 'nháp điện thoại' });
  assert.deepEqual(
    list.items.map((row) => row.id),
    [id],
  );
});

test('nobody begins a text for the neighbour; the department does it for a school below, and the school is told', async () => {
  await neighbour.refused(c.createArticle, { id: newId(), unitId: school, ...words('Lạ', 'x') }, 'forbidden');
  const article = await begin(department, 'Gương cô giáo vùng cao');
  assert.deepEqual([article.enteredFor, article.authorId, article.unitId], [true, null, school]);
  assert.ok(article.can.includes('write'));
  const { items } = await editor.call(listInbox, {});
  assert.ok(items.some((one) => one.sentence.includes('Gương cô giáo vùng cao')));
  assert.ok((await editor.call(c.getArticle, { articleId: article.id })).can.includes('write'));
});

test('two people in different paragraphs: both are kept, and the second is told that words came in', async () => {
  const article = await begin();
  await editor.call(c.saveText, save(article, 1, ['Đoạn đầu.', 'Đoạn cuối, đã sửa.']));
  const saved = await teacher.call(c.saveText, save(article, 1, ['Đoạn đầu, viết thêm.', 'Đoạn cuối.']));
  assert.equal(saved.merged, true);
  assert.deepEqual(saved.text.content, doc('Đoạn đầu, viết thêm.', 'Đoạn cuối, đã sửa.'));
});

test('the same words changed by both stop the save, with the text as it is now', async () => {
  const article = await begin();
  await editor.call(c.saveText, save(article, 1, ['Đoạn mở đầu.', 'Đoạn cuối.']));
  const problem = await teacher.refused(
    c.saveText,
    save(article, 1, ['Đoạn thứ nhất.', 'Đoạn cuối.']),
    'articles.text-conflict',
  );
  assert.deepEqual((problem.current as c.ArticleText).content, doc('Đoạn mở đầu.', 'Đoạn cuối.'));
  assert.equal((problem.current as c.ArticleText).version, 2);
});

test('a save whose answer was lost is followed by the next, and one long on its way takes nothing back', async () => {
  const article = await begin();
  const sitting = newId();
  const one = save(article, 1, ['Đoạn đầu. Em', 'Đoạn cuối.'], { sitting, turn: 1 });
  const two = save(article, 1, ['Đoạn đầu. Em rất vui', 'Đoạn cuối.'], { sitting, turn: 2 });
  await teacher.call(c.saveText, one);
  const after = await teacher.call(c.saveText, two);
  assert.deepEqual([after.merged, after.text.content], [false, doc('Đoạn đầu. Em rất vui', 'Đoạn cuối.')]);
  const late = await teacher.call(c.saveText, one);
  assert.deepEqual(late.text.content, doc('Đoạn đầu. Em rất vui', 'Đoạn cuối.'));
  assert.equal(late.text.version, 3);
});

test('saving the same words twice makes no new version of the text', async () => {
  const article = await begin();
  const same = save(article, 1, ['Đoạn đầu.', 'Đoạn cuối. Thêm.']);
  assert.equal((await teacher.call(c.saveText, same)).text.version, 2);
  assert.equal((await teacher.call(c.saveText, same)).text.version, 2);
});

test('a text that another sitting goes on with keeps what stood there; it can be read and taken again', async () => {
  const article = await begin();
  await teacher.call(c.saveText, save(article, 1, ['Của cô Huyền.']));
  await editor.call(c.saveText, save(article, 2, ['Của thầy Tuấn Anh.']));
  app.clock.now = new Date(app.clock.now.getTime() + 31 * 60_000);
  await editor.call(c.saveText, save(article, 3, ['Sau giờ nghỉ.']));
  const { items } = await teacher.call(v.listVersions, { articleId: article.id });
  assert.deepEqual(
    items.map((one) => [one.n, one.byName]),
    [
      [2, 'Bạch Tuấn Anh'],
      [1, 'Nông Thị Huyền'],
    ],
  );
  const first = await teacher.call(v.getVersion, { articleId: article.id, n: 1 });
  assert.deepEqual(first.text.content, doc('Của cô Huyền.'));
  await teacher.refused(v.restoreVersion, { articleId: article.id, n: 1, version: 3 }, 'articles.text-conflict');
  const restored = await teacher.call(v.restoreVersion, { articleId: article.id, n: 1, version: 4 });
  assert.deepEqual(restored.text.content, doc('Của cô Huyền.'));
  const after = await teacher.call(v.listVersions, { articleId: article.id });
  assert.deepEqual(
    after.items.map((one) => one.why),
    ['restored', 'sitting', 'sitting', 'sitting'],
  );
  for (const stranger of [neighbour, commune])
    await stranger.refused(v.listVersions, { articleId: article.id }, 'not-found');
});

test('whoever has the text open sees who else has, and whether the words moved on', async () => {
  const article = await begin();
  await teacher.call(v.setPresence, { articleId: article.id, tab: 'phone', editing: true });
  await teacher.call(v.setPresence, { articleId: article.id, tab: 'desk', editing: false });
  const seen = await editor.call(v.setPresence, { articleId: article.id, tab: 'a', editing: false });
  assert.deepEqual(
    seen.others.map(({ name, editing }) => [name, editing]),
    [['Nông Thị Huyền', true]],
  );
  assert.deepEqual([seen.textVersion, seen.mayWrite], [1, true]);
  await teacher.call(v.leaveArticle, { articleId: article.id, tab: 'phone' });
  await teacher.call(v.leaveArticle, { articleId: article.id, tab: 'desk' });
  assert.deepEqual((await editor.call(v.setPresence, { articleId: article.id, tab: 'a', editing: false })).others, []);
  await neighbour.refused(v.setPresence, { articleId: article.id, tab: 'x', editing: true }, 'not-found');
});

test('a Hmong version goes its own way, and the texts know of each other', async () => {
  const article = await begin();
  const id = newId();
  const hmong = await teacher.call(v.translateArticle, { articleId: article.id, id, language: 'mww' });
  assert.deepEqual([hmong.translationOf, hmong.language, hmong.stage], [article.id, 'mww', 'writing']);
  assert.equal((await teacher.call(v.translateArticle, { articleId: article.id, id, language: 'mww' })).id, id);
  await teacher.refused(v.translateArticle, { articleId: id, id: newId(), language: 'mww' }, 'articles.language-taken');
  const { items } = await editor.call(v.listLanguages, { articleId: id });
  assert.deepEqual(
    items.map((one) => [one.language, one.first]),
    [
      ['vi', true],
      ['mww', false],
    ],
  );
  const list = await editor.call(c.listArticles, { scope: 'unit', unitId: school, language: 'mww' });
  assert.ok(list.items.some((row) => row.id === id));
  assert.ok(!(await editor.call(c.getArticle, { articleId: article.id })).can.includes('delete'), 'others hang on it');
});

test('a text that was never submitted is deleted with its versions; the record says so without its author in the open', async () => {
  const article = await begin(teacher, 'Bài bỏ đi');
  await neighbour.refused(c.deleteArticle, { articleId: article.id }, 'not-found');
  await teacher.call(c.deleteArticle, { articleId: article.id });
  await teacher.refused(c.getArticle, { articleId: article.id }, 'not-found');
  const { items } = await principal.call(listAudit, { subjectId: article.id });
  assert.deepEqual(
    items.map((one) => one.event),
    ['article.deleted', 'article.begun'],
  );
  const fromAbove = await department.call(listAudit, { subjectId: article.id }).catch(() => null);
  assert.ok(!JSON.stringify(fromAbove).includes('Bài bỏ đi'), 'levels above read that it happened, not what it said');
});

test('lists: mine, the unit, the team; of units below nothing that is not public', async () => {
  const article = await begin(teacher, 'Danh mục thử nghiệm');
  const ids = async (by: typeof teacher, input: object) =>
    (await by.call(c.listArticles, { limit: 200, ...input })).items.map((row) => row.id);
  assert.ok((await ids(teacher, { scope: 'mine' })).includes(article.id));
  assert.ok((await ids(editor, { scope: 'unit', unitId: school })).includes(article.id));
  assert.ok((await ids(editor, { scope: 'unit', unitId: school, q: 'danh muc thu' })).includes(article.id));
  assert.ok(
    (await ids(editor, { scope: 'unit', unitId: school, q: 'doan cuoi', stage: 'writing' })).includes(article.id),
  );
  assert.deepEqual(await ids(neighbour, { scope: 'unit', unitId: school, q: 'Danh mục' }), []);
  assert.deepEqual(await ids(department, { scope: 'below', unitId: sampleId('so'), q: 'Danh mục thử' }), []);
  assert.deepEqual(await ids(department, { scope: 'sector', q: 'Danh mục thử' }), []);
});

test('a list goes on where its page ended, without a gap and without one twice', async () => {
  for (let n = 0; n < 5; n++) await begin(editor, `Trang ${n}`);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await editor.call(c.listArticles, { scope: 'mine', q: 'Trang', limit: 2, ...(after && { after }) });
    seen.push(...page.items.map((row) => row.title));
    if (page.next === null) break;
    after = page.next;
  }
  assert.deepEqual(seen, ['Trang 4', 'Trang 3', 'Trang 2', 'Trang 1', 'Trang 0']);
  await editor.refused(c.listArticles, { scope: 'mine', after: 'x_y' }, 'unreadable');
});

test('hostile words get a sentence and no effect', async () => {
  const article = await begin();
  const bad = (content: unknown) => ({ ...save(article, 1, ['x']), content });
  const script = { type: 'doc', content: [{ type: 'script', content: [{ type: 'text', text: 'alert(1)' }] }] };
  await teacher.refused(c.saveText, bad(script), 'invalid');
  let deep: unknown = { type: 'paragraph' };
  for (let n = 0; n < 13; n++) deep = { type: 'blockquote', content: [deep] };
  const problem = await teacher.refused(c.saveText, bad({ type: 'doc', content: [deep] }), 'invalid');
  assert.match(problem.fields?.content ?? '', /lồng nhau/);
  const long = Array.from({ length: 210 }, () => 'a'.repeat(50_000));
  assert.match((await teacher.refused(c.saveText, bad(doc(...long)), 'invalid')).fields?.content ?? '', /quá dài/);
  await teacher.refused(c.saveText, { ...save(article, 1, ['x']), kind: 'khong-co' }, 'invalid');
  assert.equal((await teacher.call(c.getArticle, { articleId: article.id })).text.version, 1);
  const html = '<script>alert(1)</script>';
  const kept = await teacher.call(c.saveText, { ...save(article, 1, [html]), title: html });
  assert.equal(kept.text.title, html);
});

test('what the writing page needs to know: kinds, languages, and where cô Huyền may write', async () => {
  const room = await teacher.call(c.getNewsroom, {});
  assert.ok(room.kinds.some((kind) => kind.code === 'guong-tot'));
  assert.ok(room.languages.some((language) => language.code === 'mww'));
  assert.deepEqual(
    room.places.map((place) => place.unitId),
    [school, school],
  );
  assert.ok(room.places[0]!.teamId !== null && room.places[0]!.steps.length > 0);
});

test('a commune finds a school below among its places when it enters a text for it, and none elsewhere', async () => {
  const { places } = await commune.call(c.getNewsroom, { forUnitId: school });
  assert.deepEqual([places[0]!.unitId, places[0]!.enteredFor], [school, true]);
  assert.ok(places.slice(1).every((place) => !place.enteredFor));
  await commune.refused(c.getNewsroom, { forUnitId: sampleId('cs1') }, 'forbidden');
});

test('Ctrl K finds a draft in its own house, and nowhere else', async () => {
  const article = await begin(teacher, 'Thư viện xanh giữa sân trường');
  const found = async (by: typeof teacher) =>
    (await by.call(search, { q: 'thu vien xanh giua' })).items.map((one) => one.id);
  assert.deepEqual(await found(principal), [article.id]);
  for (const stranger of [neighbour, commune, department]) assert.deepEqual(await found(stranger), []);
});

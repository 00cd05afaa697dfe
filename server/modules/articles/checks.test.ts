import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ArticleContent } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { urlKey } from '#lib/web-address.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { school, words } from '../../app/testing/newsroom.ts';
import * as articles from './articles.contract.ts';
import * as c from './checks.contract.ts';
import { keepLinkCheck } from './checks.sql.ts';
import { keepSketches } from './near-copies.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const bach = app.as('anh.bach@thcssuoingoc.songtra.example');
const ngoc = app.as('ngoc.le@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const ha = app.as('ha.nguyen@so.songtra.example');

const told = (title: string, content: ArticleContent, more: object = {}) => ({
  id: newId(),
  unitId: school,
  kind: 'tin',
  language: 'vi',
  title,
  summary: 'Tóm tắt của bài.',
  credit: 'Nông Thị Huyền',
  content,
  ...more,
});
const begun = async (title: string, content: ArticleContent, more: object = {}) =>
  (await bach.call(articles.createArticle, told(title, content, more))).id;
const codesOf = async (articleId: string, who = bach) =>
  (await who.call(c.checkArticle, { articleId })).findings.map((one) => `${one.severity} ${one.code}`);

const STORY = words(
  'Sáng 20/11, Trường THCS Suối Ngọc long trọng tổ chức lễ kỷ niệm Ngày Nhà giáo Việt Nam với sự tham dự của đông đảo thầy cô.',
  'Tại buổi lễ, các em học sinh đã biểu diễn nhiều tiết mục văn nghệ đặc sắc và gửi lời tri ân sâu sắc đến các thầy giáo, cô giáo.',
  'Cô hiệu trưởng ôn lại truyền thống tôn sư trọng đạo và khen thưởng mười hai tập thể có thành tích tốt trong đợt thi đua vừa qua.',
);

const lineOf = (block: ArticleContent['content'][number]): string =>
  block.type === 'paragraph' && block.content?.[0]?.type === 'text' ? block.content[0].text : '';

describe('what stands in the way of approval', () => {
  test('an empty text is told what it lacks; a whole one nothing', async () => {
    const empty = await begun('', words(), { summary: '', credit: '' });
    assert.deepEqual(await codesOf(empty), ['stop no-title', 'stop no-words', 'warn no-summary', 'warn no-author']);
    assert.deepEqual(await codesOf(await begun('Lễ tri ân thầy cô', STORY)), []);
    const photos = await begun('Ngày hội', words('Một ngày vui.'), { kind: 'anh' });
    assert.deepEqual(await codesOf(photos), ['stop no-picture']);
  });

  test('each finding says where it stands, what it is, and what to do, in the language of the reader', async () => {
    const id = await begun('Gương sáng', words('Mở đầu.', 'Em Lò Thị Mây, học sinh lớp 7A1 vượt khó.', 'Các trƣờng'));
    const { findings, stops } = await bach.call(c.checkArticle, { articleId: id });
    assert.equal(stops, 0);
    assert.deepEqual(
      findings.map(({ code, block, words: found, repair }) => ({ code, block, found, repair })),
      [
        { code: 'personal-data', block: 1, found: 'Em Lò Thị Mây, học sinh lớp 7A1', repair: null },
        { code: 'glitch', block: 2, found: 'ƣ', repair: 'ư' },
      ],
    );
    for (const one of findings) {
      assert.doesNotMatch(one.sentence, /^articles\.|\{/);
      assert.ok(one.fix.length > 10);
    }
  });

  test('a secrecy mark and a child’s birthday stop it', async () => {
    const id = await begun('Thông tin', words('TỐI MẬT', 'Em Lò Thị Mây sinh ngày 12/5/2015.'));
    assert.deepEqual(await codesOf(id), ['stop secrecy', 'stop personal-data']);
  });

  test('a picture without description, and one that is not in the library, are named', async () => {
    const picture = { mediaId: newId(), cutId: newId(), caption: '', credit: '', alt: '' };
    const id = await begun('Có ảnh', { type: 'doc', content: [...STORY.content, { type: 'picture', attrs: picture }] });
    assert.deepEqual(await codesOf(id), ['stop no-alt', 'stop picture-waiting', 'warn no-credit']);
  });

  test('a neighbour sees neither the text nor what was found', async () => {
    const id = await begun('Riêng', STORY);
    await dat.refused(c.checkArticle, { articleId: id }, 'not-found');
    await dat.refused(c.checkLinks, { articleId: id }, 'not-found');
  });
});

describe('near copies', () => {
  test('a text that was handed in before is named with how much of it stands here again', async () => {
    const first = await begun('Kỷ niệm 20/11', STORY);
    await db.transaction().execute((tx) => keepSketches(tx, [first]));
    const again = await begun('Ngày vui của thầy cô', words('Mở đầu mới của bài.', ...STORY.content.map(lineOf)));
    const [finding] = (await bach.call(c.checkArticle, { articleId: again })).findings;
    assert.equal(finding?.code, 'near-copy');
    assert.equal(finding?.otherId, first);
    assert.ok((finding?.share ?? 0) >= 90);
    assert.match(finding?.sentence ?? '', /Kỷ niệm 20\/11/);
  });

  test('a draft of the Sở is not betrayed by its title to a school that wrote the same', async () => {
    const { id } = await lan.call(articles.createArticle, {
      ...told(
        'Bản thảo của Sở',
        words(...STORY.content.map((line) => `${lineOf(line)} Toàn ngành thi đua dạy tốt học tốt.`)),
      ),
      unitId: sampleId('so'),
    });
    await db.transaction().execute((tx) => keepSketches(tx, [id]));
    const mine = await begun(
      'Của trường',
      words(...STORY.content.map((line) => `${lineOf(line)} Toàn ngành thi đua dạy tốt học tốt.`)),
    );
    const found = (await bach.call(c.checkArticle, { articleId: mine })).findings;
    assert.ok(found.every((one) => one.otherId !== id));
  });
});

describe('links', () => {
  const linked = (href: string): ArticleContent => ({
    type: 'doc',
    content: [
      ...STORY.content,
      { type: 'paragraph', content: [{ type: 'text', text: 'Xem thêm', marks: [{ type: 'link', attrs: { href } }] }] },
    ],
  });

  test('one nobody has looked at is counted and asked for; a dead one is named with why', async () => {
    const id = await begun('Có liên kết', linked('https://trang-cu.example/bai-1'));
    assert.equal((await bach.call(c.checkArticle, { articleId: id })).uncheckedLinks, 1);
    assert.deepEqual(await bach.call(c.checkLinks, { articleId: id }), { asked: 1 });
    const checked = { url: 'https://trang-cu.example/bai-1', ok: false, status: 404, reason: 'missing' };
    await keepLinkCheck(db, {
      url_key: urlKey('https://trang-cu.example/bai-1') ?? '',
      ...checked,
      checked_at: app.clock.now,
    });
    const after = await bach.call(c.checkArticle, { articleId: id });
    assert.equal(after.uncheckedLinks, 0);
    assert.deepEqual(
      after.findings.filter((one) => one.code === 'dead-link').map((one) => one.severity),
      ['warn'],
    );
  });

  test('a mail address is no link to look at', async () => {
    const id = await begun('Có thư', linked('mailto:vanphong@thcssuoingoc.songtra.example'));
    assert.equal((await bach.call(c.checkArticle, { articleId: id })).uncheckedLinks, 0);
  });
});

describe('what may not be published for now', () => {
  const guard = (unitId: string, more: object = {}) => ({
    id: newId(),
    unitId,
    phrases: ['Vi Đức Thắng'],
    reason: 'Vụ việc đang được xác minh.',
    ...more,
  });
  const naming = () => begun('Tin về giờ học', words('Giờ học của thầy giáo VI ĐỨC THẮNG được phụ huynh phản ánh.'));

  test('a guard of the Sở holds back a school’s text; once it is lifted with a reason nothing stops it', async () => {
    const id = await naming();
    const placed = await ha.call(c.placeGuard, guard(sampleId('so')));
    assert.deepEqual(await codesOf(id), ['stop guarded']);
    await ha.refused(c.liftGuard, { guardId: placed.id, version: placed.version, reason: ' ' }, 'invalid');
    const lifting = { guardId: placed.id, version: placed.version, reason: 'Kết luận số 12/KL-SGDĐT' };
    await bach.refused(c.liftGuard, lifting, 'forbidden');
    await dat.refused(c.liftGuard, lifting, 'forbidden');
    const lifted = await ha.call(c.liftGuard, lifting);
    assert.equal(lifted.liftedReason, 'Kết luận số 12/KL-SGDĐT');
    await ha.refused(c.liftGuard, lifting, 'conflict');
    assert.deepEqual(await codesOf(id), []);
  });

  test('the school sees what the Sở holds back; the Sở does not see the school’s own guards', async () => {
    const above = await ha.call(c.placeGuard, guard(sampleId('so'), { phrases: ['Đoàn Thế Vinh'] }));
    const own = await ngoc.call(c.placeGuard, guard(school, { phrases: ['Đoàn Thế Hiển'] }));
    const seen = (await bach.call(c.listGuards, {})).items.map((one) => one.id);
    assert.ok(seen.includes(above.id) && seen.includes(own.id));
    assert.ok(!(await lan.call(c.listGuards, {})).items.some((one) => one.id === own.id));
    assert.ok(!(await dat.call(c.listGuards, {})).items.some((one) => one.id === own.id));
  });

  test('an officer places none; the same one twice is one; a last day in the past is refused', async () => {
    await bach.refused(c.placeGuard, guard(school), 'forbidden');
    const twice = guard(school, { phrases: ['Lù Văn Sáng'] });
    await ngoc.call(c.placeGuard, twice);
    await ngoc.call(c.placeGuard, twice);
    const mine = (await ngoc.call(c.listGuards, {})).items.filter((one) => one.phrases.includes('Lù Văn Sáng'));
    assert.equal(mine.length, 1);
    await ngoc.refused(c.placeGuard, guard(school, { until: '2020-01-01' }), 'invalid');
  });
});

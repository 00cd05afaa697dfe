import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { ArticleContent } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import { mailbox } from '../../app/testing/mailbox.ts';
import { approve, approvedArticle, drawnPicture, showing, suoiNgoc, words } from '../../app/testing/newsroom.ts';
import * as o from '../channels/outlets.contract.ts';
import * as p from '../channels/placements.contract.ts';
import { listInbox } from '../notices/notices.contract.ts';
import { getOutput } from '../outputs/outputs.contract.ts';
import * as a from './articles.contract.ts';
import * as c from './offers.contract.ts';
import { askPressBack, settleWithdrawals } from './offers.jobs.ts';
import { placeArticle, sendToPress } from './placing.contract.ts';
import { mailPress } from './press-mail.ts';
import { correctArticle, publishArticle, takeDownArticle } from './publication.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-placing-'))));
const post = mailbox();
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
const { db } = app.database;
const school = suoiNgoc(app);
const lan = app.as('lan.pham@so.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const department = sampleId('so');
const own = sampleId('cs2');

const outlet = (who: Caller, unitId: string, kind: o.OutletKind, name: string, more: object = {}) =>
  who.call(o.addOutlet, { unitId, kind, name, ...more });
const paper = await outlet(lan, department, 'newspaper', 'Báo Sông Trà', {
  contactName: 'Ban Văn xã',
  contactEmail: 'vanxa@baosongtra.example',
  onPressList: true,
  host: 'https://www.baosongtra.example/lien-he',
});
const station = await outlet(lan, department, 'tv', 'Đài PTTH Sông Trà', { onPressList: true });
const speakers = await outlet(school.officer, own, 'loudspeaker', 'Loa truyền thanh xã Suối Ngọc');

async function pickedBySo(title: string, content?: ArticleContent) {
  const story = await approvedArticle(school, title, content && { content });
  const offer = await school.officer.call(c.offerArticle, { articleId: story.id, toUnitId: department });
  await lan.call(c.decideOffers, { act: 'pick', offers: [{ id: offer.id, version: offer.version }] });
  return story;
}
const inPaper = (articleId: string, url: string, more: object = {}) =>
  lan.call(placeArticle, { articleId, unitId: department, outletId: paper.id, placedOn: '2026-11-22', url, ...more });
const counted = async (counts: string) => {
  const row = await db
    .selectFrom('output_counts')
    .select((eb) => eb.fn.sum<string>('published').as('n'))
    .where('unit_id', '=', own)
    .where('team_id', '=', '00000000-0000-0000-0000-000000000000')
    .where('counts', '=', counts)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
};

describe('outlets', () => {
  test('belong to a unit, once by name; neighbours do not see them; what was ended is offered no more', async () => {
    assert.equal(paper.host, 'baosongtra.example');
    const double = { unitId: department, kind: 'newspaper' as const, name: 'báo sông trà' };
    await lan.refused(o.addOutlet, double, 'channels.outlet-known');
    await lan.refused(o.addOutlet, { ...double, name: 'B', contactEmail: 'a@b.vn, c@d.vn' }, 'invalid');
    assert.deepEqual((await dat.call(o.listOutlets, { unitId: department })).items, []);
    await dat.refused(o.editOutlet, { outletId: paper.id, version: 1, name: 'X' }, 'not-found');
    const banner = await outlet(lan, department, 'banner', 'Pano ngã tư');
    await lan.call(o.editOutlet, { outletId: banner.id, version: banner.version, ended: true });
    const { items } = await lan.call(o.listOutlets, { unitId: department, q: 'pano' });
    assert.deepEqual(items, []);
    assert.deepEqual(
      (await lan.call(o.listOutlets, { unitId: department, press: '1' })).items.map((one) => one.name),
      ['Báo Sông Trà', 'Đài PTTH Sông Trà'],
    );
  });
});

describe('what stood outside', () => {
  test('the Sở saw a school’s story in a newspaper: it counts for the school, once however the address is written', async () => {
    const before = await counted('newspaper-article');
    const story = await pickedBySo('Cô giáo và con suối');
    const { placement, joined } = await inPaper(story.id, 'https://baosongtra.example/co-giao?utm_source=zalo');
    assert.deepEqual([placement.state, placement.outletName, joined], ['placed', 'Báo Sông Trà', null]);
    assert.equal(await counted('newspaper-article'), before + 1);
    const again = await inPaper(story.id, 'http://www.baosongtra.example/co-giao/');
    assert.equal(again.placement.id, placement.id);
    assert.match(again.joined ?? '', /đã được ghi cho “Cô giáo và con suối”/);
    assert.equal(await counted('newspaper-article'), before + 1);
    const item = await school.officer.call(getOutput, { outputId: placement.outputId ?? '' });
    assert.deepEqual(
      [item.unitId, item.counts, item.outlet, item.publishedOn, item.authorName, item.captureState],
      [own, 'newspaper-article', 'Báo Sông Trà', '2026-11-22', 'Nông Thị Huyền', 'waiting'],
    );
    // The school recorded the same page already: one item counts, the other is joined to it.
    const schoolsPaper = await outlet(school.officer, own, 'newspaper', 'Báo Sông Trà');
    const mine = await school.officer.call(placeArticle, {
      articleId: story.id,
      unitId: own,
      outletId: schoolsPaper.id,
      placedOn: '2026-11-22',
      url: 'https://baosongtra.example/co-giao',
    });
    assert.match(mine.placement.joined ?? '', /không tính thêm/);
    assert.equal(await counted('newspaper-article'), before + 1);
  });

  test('only its unit or one that picked it records it; a newspaper wants a link or a scan, loudspeakers do not', async () => {
    const story = await approvedArticle(school, 'Nghe loa xã');
    const given = { articleId: story.id, unitId: department, outletId: paper.id, placedOn: '2026-11-22' };
    await lan.refused(placeArticle, given, 'not-found');
    const spoken = {
      articleId: story.id,
      unitId: own,
      outletId: speakers.id,
      placedOn: '2026-11-22',
      note: 'Phát lúc 5 giờ sáng',
    };
    await dat.refused(placeArticle, spoken, 'not-found');
    await school.teacher.refused(placeArticle, spoken, 'forbidden');
    const before = await counted('broadcast');
    await school.officer.call(placeArticle, spoken);
    assert.equal(await counted('broadcast'), before + 1);
    const twice = await school.officer.call(placeArticle, spoken);
    assert.ok(twice.joined);
    await school.officer.refused(placeArticle, { ...spoken, placedOn: '2026-12-01' }, 'invalid');
    const picked = await pickedBySo('Trên báo không chứng cứ');
    const bare = { articleId: picked.id, unitId: department, outletId: paper.id, placedOn: '2026-11-22' };
    const { fields } = await lan.refused(placeArticle, bare, 'invalid');
    assert.match(fields?.url ?? '', /bản chụp/);
    // Recorded by mistake: taken back with a reason, and it no longer counts.
    const cancelled = { placementId: twice.placement.id, version: twice.placement.version, reason: 'Nhầm ngày' };
    await school.officer.call(p.cancelPlacement, cancelled);
    assert.equal(await counted('broadcast'), before);
  });

  test('a correction and a take-down ask the outlet, as a task with a day; the answer closes it', async () => {
    const story = await pickedBySo('Sửa rồi gỡ');
    await school.officer.call(publishArticle, { articleId: story.id, unitId: own });
    const { placement } = await inPaper(story.id, 'https://baosongtra.example/sua-roi-go');
    const { text } = await school.officer.call(a.getArticle, { articleId: story.id });
    const { title, summary, credit, kind, language, version } = text;
    const fixed = { title, summary, credit, kind, language, content: words('Đã sửa số liệu.') };
    await school.officer.call(a.saveText, { articleId: story.id, version, sitting: newId(), ...fixed });
    await approve(school, story.id);
    await school.officer.call(correctArticle, { articleId: story.id, note: 'Sửa số liệu' });
    const tasks = await lan.call(p.listPlacements, { unitId: department, show: 'tasks' });
    const task = tasks.items.find((one) => one.id === placement.id)!;
    assert.deepEqual(
      [task.state, task.removal, task.actBy, task.reason],
      ['removal-asked', 'correction', '2026-11-28', 'Sửa số liệu'],
    );
    await school.officer.call(takeDownArticle, { articleId: story.id, reason: 'Sai sự thật' });
    const now = await lan.call(p.getPlacement, { placementId: placement.id });
    assert.deepEqual([now.removal, now.actBy, now.reason], ['taken-down', '2026-11-25', 'Sai sự thật']);
    const told = (await lan.call(listInbox, { limit: 200 })).items.map((one) => one.sentence);
    assert.ok(told.some((one) => one.startsWith('Đề nghị Báo Sông Trà đính chính “Sửa rồi gỡ” trước ngày')));
    assert.ok(told.some((one) => one.startsWith('Đề nghị Báo Sông Trà gỡ “Sửa rồi gỡ” trước ngày')));
    await lan.refused(p.closeRemoval, { placementId: now.id, version: now.version, outcome: 'removed' }, 'invalid');
    const closed = await lan.call(p.closeRemoval, {
      placementId: now.id,
      version: now.version,
      outcome: 'removed',
      note: 'Báo đã gỡ lúc 15:00',
    });
    assert.deepEqual([closed.state, closed.can], ['removed', []]);
  });
});

describe('the press list', () => {
  test('one letter with the texts to an outlet with an address, words for the other; the same text goes once', async () => {
    const one = await pickedBySo('Bài gửi báo thứ nhất', words('Nội dung thứ nhất.'));
    const two = await pickedBySo('Bài gửi báo thứ hai');
    const given = {
      unitId: department,
      articleIds: [one.id, two.id],
      outletIds: [paper.id, station.id],
      note: 'Đề nghị đăng trước 30/11',
    };
    const { outlets } = await lan.call(sendToPress, given);
    assert.deepEqual(
      outlets.map((x) => [x.outletName, x.asked, x.mailed]),
      [
        ['Báo Sông Trà', 2, true],
        ['Đài PTTH Sông Trà', 2, false],
      ],
    );
    assert.match(outlets[1]!.words, /1\. Bài gửi báo thứ nhất \(Nông Thị Huyền\)\n2\. Bài gửi báo thứ hai/);
    const again = await lan.call(sendToPress, given);
    assert.deepEqual(
      again.outlets.map((x) => [x.asked, x.before, x.mailed]),
      [
        [0, 2, false],
        [0, 2, false],
      ],
    );
    const rows = await db
      .selectFrom('placements')
      .select('letter_id')
      .distinct()
      .where('letter', '=', 'waiting')
      .execute();
    assert.equal(rows.length, 1);
    for (const _ of [1, 2]) await mailPress(db, { letterId: rows[0]!.letter_id! });
    const letters = post.take('vanxa@baosongtra.example');
    assert.equal(letters.length, 1);
    assert.equal(letters[0]!.subject, 'Sở Giáo dục và Đào tạo Sông Trà gửi 2 tin, bài');
    assert.match(letters[0]!.text, /Kính gửi Ban Văn xã, Báo Sông Trà/);
    assert.deepEqual(letters[0]!.files, ['1 Bài gửi báo thứ nhất.docx', '2 Bài gửi báo thứ hai.docx']);
    // Printed: what was offered is filled in, and counts.
    const asked = (await lan.call(p.listPlacements, { unitId: department, show: 'asked', subjectId: one.id })).items;
    assert.equal(asked.length, 2);
    const before = await counted('newspaper-article');
    const { placement } = await inPaper(one.id, 'https://baosongtra.example/bai-thu-nhat');
    assert.equal(placement.id, asked.find((x) => x.outletId === paper.id)!.id);
    assert.equal(await counted('newspaper-article'), before + 1);
    const refused = asked.find((x) => x.outletId === station.id)!;
    await lan.call(p.refusePlacement, {
      placementId: refused.id,
      version: refused.version,
      reason: 'Không đủ thời lượng',
    });
  });

  test('a story that was not picked is not sent to the press, nor to an outlet of somebody else', async () => {
    const story = await approvedArticle(school, 'Chưa ai chọn');
    const offer = await school.officer.call(c.offerArticle, { articleId: story.id });
    assert.equal(offer.state, 'offered');
    const schools = { unitId: department, articleIds: [story.id], outletIds: [paper.id] };
    await lan.refused(sendToPress, schools, 'not-found');
    await thom.refused(sendToPress, { ...schools, unitId: sampleId('xa.sn') }, 'offers.not-picked');
    await school.officer.refused(sendToPress, { ...schools, unitId: own }, 'invalid');
  });
});

describe('a child’s picture in a newspaper', () => {
  test('that may not be shown there stays behind, and whoever sends the letter is told which one and why', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database);
    const content = { type: 'doc' as const, content: [...words('Sân trường.').content, showing(mediaId, cutId)] };
    const story = await pickedBySo('Trồng cây đầu năm', content);
    // Somebody says only later that a child can be known in it.
    await db.updateTable('media_items').set({ people: 'subjects' }).where('id', '=', mediaId).execute();
    await db
      .insertInto('media_subjects')
      .values({ id: newId(), media_id: mediaId, unit_id: own, path: await pathOfSchool(), kind: 'unknown-child' })
      .execute();
    const given = { unitId: department, articleIds: [story.id], outletIds: [station.id] };
    const { leftOut, outlets } = await lan.call(sendToPress, given);
    assert.deepEqual(
      leftOut.map((one) => [one.articleId, one.title, one.reasons.length]),
      [[story.id, 'Trồng cây đầu năm', 1]],
    );
    assert.match(leftOut[0]!.reasons[0]!, /^Ảnh 1 không gửi kèm: .+/);
    assert.equal(outlets[0]!.asked, 1);
  });

  test('consent taken back: the outlet is asked by the day of the law, and its answer settles the request', async () => {
    const [mediaId, cutId] = [newId(), newId()];
    const place = {
      unit_id: own,
      path: (await db.selectFrom('units').select('path').where('id', '=', own).executeTakeFirstOrThrow()).path,
    };
    await db
      .insertInto('media_items')
      .values({ id: mediaId, ...place, kind: 'photo', state: 'ready', name: 'anh.jpg', people: 'subjects' })
      .execute();
    await db
      .insertInto('media_cuts')
      .values({ id: cutId, media_id: mediaId, ...place, recipe: '{}', state: 'ready' })
      .execute();
    const picture = {
      type: 'picture' as const,
      attrs: { mediaId, cutId, caption: 'Giờ ra chơi', credit: '', alt: 'Học sinh chơi' },
    };
    const story = await pickedBySo('Giờ ra chơi', { type: 'doc', content: [...words('Sân trường.').content, picture] });
    const { placement } = await inPaper(story.id, 'https://baosongtra.example/gio-ra-choi');
    assert.equal(placement.pictures, 1);
    const [classId, pupil, withdrawal] = [newId(), newId(), newId()];
    await db
      .insertInto('classes')
      .values({ id: classId, ...place, school_year: 2026, name: '6K' })
      .execute();
    await db
      .insertInto('pupils')
      .values({ id: pupil, class_id: classId, ...place, name: 'Lý Thị Mây' })
      .execute();
    await db
      .insertInto('withdrawals')
      .values({
        id: withdrawal,
        pupil_id: pupil,
        ...place,
        asked_by: 'Mẹ',
        received_at: app.clock.now,
        answer_by: '2026-11-25',
        carry_out_by: '2026-12-08',
      })
      .execute();
    await db
      .insertInto('media_blocks')
      .values({ id: newId(), cut_id: cutId, channel: 'press', reason: 'withdrawal', withdrawal_id: withdrawal })
      .execute();
    const note = {
      v: 1 as const,
      event: 'consent.withdrawn',
      auditId: newId(),
      subjectKind: 'withdrawal',
      subjectId: withdrawal,
      unitId: own,
      path: place.path,
    };
    for (const _ of [1, 2]) await db.transaction().execute((tx) => askPressBack(tx, note, app.clock.now));
    const asked = await lan.call(p.getPlacement, { placementId: placement.id });
    assert.deepEqual([asked.state, asked.removal, asked.actBy], ['removal-asked', 'withdrawal', '2026-12-08']);
    const steps = () =>
      db
        .selectFrom('withdrawal_steps')
        .select(['unit_id', 'state', 'place', 'note'])
        .where('withdrawal_id', '=', withdrawal)
        .execute();
    assert.deepEqual(await steps(), [
      { unit_id: department, state: 'open', place: 'Báo Sông Trà: Giờ ra chơi', note: '' },
    ]);
    await lan.call(p.closeRemoval, {
      placementId: asked.id,
      version: asked.version,
      outcome: 'removed',
      note: 'Tòa soạn đã thay ảnh',
    });
    await db.transaction().execute((tx) => settleWithdrawals(tx, { ...note, subjectId: placement.id }, app.clock.now));
    const [step] = await steps();
    assert.equal(step?.state, 'done');
    assert.match(step?.note ?? '', /Báo Sông Trà/);
    // Nobody's name went into what the Sở reads.
    assert.doesNotMatch(JSON.stringify(asked), /Mây/);
  });
});

const pathOfSchool = async () =>
  (await db.selectFrom('units').select('path').where('id', '=', own).executeTakeFirstOrThrow()).path;

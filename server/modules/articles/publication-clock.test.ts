import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import { log } from '#platform/log.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { newsDesk } from '../../app/testing/news-desk.ts';
import { drawnPicture, edited, school, showing } from '../../app/testing/newsroom.ts';
import * as p from './publication.contract.ts';
import { tellPublished } from './publication.jobs.ts';
import { claimDue } from './publication.sql.ts';
import { publishDue } from './publication-clock.ts';

// Some of what follows fails on purpose.
log.level = 'silent';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
const { db, owner } = app.database;
const { huyen, bach, ngoc, approved, publish, list, whole, told, minutes } = newsDesk(app);
const rowOf = (id: string) =>
  db.selectFrom('article_publications').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('on time', () => {
  test('Vietnamese time is seven hours ahead all the year: 07:30 there is published at 00:30 UTC', async () => {
    const id = await approved();
    const { items } = await publish(id, { dueAt: '2026-12-21T07:30:00+07:00' });
    assert.equal(items[0]!.dueAt, '2026-12-21T00:30:00.000Z');
    assert.equal((await whole(id)).stage, 'scheduled');
    assert.equal((await publishDue(db, new Date('2026-12-21T00:29:59Z'))).published, 0);
    const before = await list(id);
    assert.equal(before.items[0]!.state, 'scheduled');
    assert.equal((await publishDue(db, new Date('2026-12-21T00:30:00Z'))).published, 1);
    assert.equal((await list(id)).items[0]!.publishedAt, '2026-12-21T00:30:00.000Z');
    await db.transaction().execute(async (tx) => {
      const note = {
        v: 1,
        event: 'article.published',
        auditId: newId(),
        subjectKind: 'article',
        subjectId: id,
      } as const;
      await tellPublished(tx, [{ ...note, unitId: school, path: null }]);
    });
    assert.equal((await told(huyen, 'article.published', id)).length, 1);
  });

  test('what was due first goes first, and each turn takes no more than its share', async () => {
    const ids = [await approved(), await approved(), await approved()];
    for (const [n, id] of ids.entries()) await publish(id, { dueAt: minutes(30 - n).toISOString() });
    const stands = async () => (await Promise.all(ids.map((id) => whole(id)))).map((a) => a.live);
    assert.deepEqual(await publishDue(db, minutes(60), 2), { published: 2, failed: 0, more: true });
    assert.deepEqual(await stands(), [false, true, true]);
    await publishDue(db, minutes(60), 2);
    assert.deepEqual(await stands(), [true, true, true]);
  });

  test('two processes at once share the work, and nothing is published twice', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push(await approved());
    for (const id of ids) await publish(id, { dueAt: minutes(5).toISOString() });
    const turns = await Promise.all([1, 2, 3].map(() => publishDue(db, minutes(6), 3)));
    const rest = await publishDue(db, minutes(6), 10);
    assert.equal(
      [...turns, rest].reduce((n, turn) => n + turn.published, 0),
      6,
    );
    for (const id of ids) {
      const events = (await auditOf(app.database, id)).filter((one) => one.event === 'article.published');
      assert.equal(events.length, 1);
    }
  });

  test('what a process that was killed had claimed is free again', async () => {
    const id = await approved();
    await publish(id, { dueAt: minutes(1).toISOString() });
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        assert.equal((await claimDue(tx, minutes(2), 10)).length, 1);
        assert.equal((await publishDue(db, minutes(2))).published, 0, 'nobody else may take it meanwhile');
        throw new Error('killed');
      }),
    );
    assert.equal((await publishDue(db, minutes(2))).published, 1);
  });

  test('one that cannot be published is put aside and holds nobody back', async () => {
    const [poisoned, other] = [await approved({ title: 'Bài có trục trặc' }), await approved()];
    for (const id of [poisoned, other]) await publish(id, { dueAt: minutes(1).toISOString() });
    await owner.schema
      .alterTable('articles')
      .addCheckConstraint('poison', sql`not (live and title = 'Bài có trục trặc')`)
      .execute();
    assert.deepEqual(await publishDue(db, minutes(2)), { published: 1, failed: 1, more: false });
    const [failed] = (await list(poisoned)).items;
    assert.deepEqual([failed!.state, failed!.attempts], ['failed', 1]);
    assert.match(failed!.error!, /sẽ tự thử lại/);
    assert.deepEqual(failed!.can, ['retime', 'publish-now', 'cancel']);
    assert.equal((await told(bach, 'article.publish-failed', poisoned)).length, 1);
    // Each time it waits longer, and nobody is told twice.
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      const { next_at } = await rowOf(failed!.id);
      await publishDue(db, next_at);
      waits.push((await rowOf(failed!.id)).next_at.getTime() - next_at.getTime());
    }
    assert.ok(waits[0]! < waits[1]! && waits[1]! < waits[2]!);
    assert.equal((await told(bach, 'article.publish-failed', poisoned)).length, 1);
    await owner.schema.alterTable('articles').dropConstraint('poison').execute();
    await bach.call(p.retimePublication, {
      articleId: poisoned,
      publicationId: failed!.id,
      version: (await rowOf(failed!.id)).version,
      dueAt: null,
    });
    assert.equal((await whole(poisoned)).live, true);
  });

  test('an edit after approval cancels what was scheduled, with the reason', async () => {
    const id = await approved();
    await publish(id, { dueAt: minutes(10).toISOString() });
    await edited(huyen, id, 'Sửa tít khi đã hẹn giờ');
    const [row] = (await list(id)).items;
    assert.equal(row!.state, 'cancelled');
    assert.notEqual(row!.reason, null);
    assert.equal((await publishDue(db, minutes(11))).published, 0);
    assert.equal((await whole(id)).live, false);
  });

  test('a picture that lost its consent before the time stops it, with a sentence to its unit', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database);
    const id = await approved({ pictures: [showing(mediaId, cutId)] });
    await publish(id, { dueAt: minutes(10).toISOString() });
    const block = newId();
    await db
      .insertInto('media_blocks')
      .values({ id: block, cut_id: cutId, channel: 'portal', reason: 'withdrawal' })
      .execute();
    assert.deepEqual(await publishDue(db, minutes(11)), { published: 0, failed: 1, more: false });
    const [failed] = (await list(id)).items;
    assert.match(failed!.error!, /ảnh thứ 1/);
    assert.equal(failed!.nextAt, null, 'a person has to decide');
    assert.equal((await told(bach, 'article.publish-failed', id)).length, 1);
    assert.equal((await publishDue(db, minutes(600))).failed, 0);
    await db.updateTable('media_blocks').set({ lifted_at: app.clock.now }).where('id', '=', block).execute();
    await bach.call(p.retimePublication, {
      articleId: id,
      publicationId: failed!.id,
      version: failed!.version,
      dueAt: null,
    });
    assert.equal((await list(id)).items[0]!.state, 'published');
  });

  test('the time may be changed or the whole be cancelled; who saw an older state is told', async () => {
    const id = await approved();
    const [row] = (await publish(id, { dueAt: minutes(30).toISOString() })).items;
    const of = { articleId: id, publicationId: row!.id };
    const later = minutes(90).toISOString();
    const { items } = await bach.call(p.retimePublication, { ...of, version: row!.version, dueAt: later });
    assert.equal(items[0]!.dueAt, later);
    await ngoc.refused(
      p.retimePublication,
      { ...of, version: row!.version, dueAt: null },
      'articles.publication-moved',
    );
    await ngoc.call(p.endPublication, { ...of, reason: 'Chờ thêm ảnh' });
    assert.equal((await whole(id)).stage, 'approved');
    assert.equal((await publishDue(db, minutes(91))).published, 0);
    assert.deepEqual((await auditOf(app.database, id)).map((one) => one.event).slice(-3), [
      'article.scheduled',
      'article.retimed',
      'article.unscheduled',
    ]);
  });
});

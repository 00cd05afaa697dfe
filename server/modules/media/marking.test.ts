import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { continueUpload, startUpload } from '#platform/files/uploads.contract.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { photo } from '../../app/testing/photos.ts';
import * as c from './media.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-marking-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 30_000_000 }) });
const { db } = app.database;
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const huyen = app.as('huyen.nong@thcssuoingoc.songtra.example');
const school = sampleId('cs2');

const { path: at } = await db.selectFrom('units').select('path').where('id', '=', school).executeTakeFirstOrThrow();
const [classId, pupilId, otherId] = [newId(), newId(), newId()];
await db
  .insertInto('classes')
  .values({ id: classId, unit_id: school, path: at, school_year: 2026, name: '9H' })
  .execute();
await db
  .insertInto('pupils')
  .values([
    { id: pupilId, class_id: classId, unit_id: school, path: at, name: 'Giàng A Páo' },
    { id: otherId, class_id: classId, unit_id: school, path: at, name: 'Lò Thị Mỷ' },
  ])
  .execute();

let seed = 500;
async function picture(): Promise<c.MediaRow> {
  const bytes = await photo({ width: 160, height: 144, seed: seed++ });
  const { id } = await huyen.call(startUpload, { unitId: school, name: 'anh.jpg', bytes: bytes.byteLength });
  const reply = await huyen.send(continueUpload, { uploadId: id, offset: 0 }, { body: bytes });
  const { fileId } = (await reply.json()) as { fileId: string };
  return await huyen.call(c.addMedia, { id: newId(), unitId: school, fileId });
}

const face = { x: 0.1, y: 0.1, w: 0.2, h: 0.2 };
const pupil = { id: newId(), kind: 'pupil' as const, pupilId, box: face };

test('who is in a photo is marked once; who is covered in its cuts follows, for cuts before and after', async () => {
  const row = await picture();
  const blurred = newId();
  await huyen.call(c.cutMedia, { mediaId: row.id, id: blurred, crop: null, turn: 0, blurred: [face] });
  const now = await huyen.call(c.getMedia, { mediaId: row.id });
  const adult = {
    id: newId(),
    kind: 'adult' as const,
    name: 'Cô Nông Thị Huyền',
    box: { x: 0.6, y: 0.1, w: 0.2, h: 0.3 },
  };
  const marked = await huyen.call(c.markPeople, {
    mediaId: row.id,
    version: now.version,
    people: 'subjects',
    subjects: [pupil, adult],
  });
  assert.deepEqual(marked.covered, [{ cutId: blurred, subjectId: pupil.id, saidBy: 'geometry' }]);
  const cropped = newId();
  const after = await huyen.call(c.cutMedia, {
    mediaId: row.id,
    id: cropped,
    crop: { x: 0.5, y: 0, w: 0.5, h: 1 },
    turn: 90,
    blurred: [],
  });
  assert.ok(after.covered.some((one) => one.cutId === cropped && one.subjectId === pupil.id));
  assert.deepEqual([after.cut?.id, after.cuts.length], [cropped, 3]);
  // A person may say so too, where the geometry cannot know.
  const said = await huyen.call(c.markPeople, {
    mediaId: row.id,
    version: after.version,
    people: 'subjects',
    subjects: [pupil, adult],
    covered: [{ cutId: blurred, subjectId: adult.id }],
  });
  assert.ok(said.covered.some((one) => one.subjectId === adult.id && one.saidBy === 'person'));
});

test('names of children are read by those who keep consents or say who is in the photo, and stand in no record', async () => {
  const row = await picture();
  const one = { ...pupil, id: newId() };
  const marked = await huyen.call(c.markPeople, {
    mediaId: row.id,
    version: row.version,
    people: 'subjects',
    // A name typed beside a child is not kept.
    subjects: [
      { ...one, name: 'Giàng A Páo' },
      { id: newId(), kind: 'unknown-child', name: 'Em bé áo đỏ' },
    ],
  });
  assert.deepEqual(
    marked.subjects.map((s) => s.name),
    ['Giàng A Páo', null],
  );
  assert.deepEqual(
    (await anh.call(c.getMedia, { mediaId: row.id })).subjects.map((s) => s.name),
    ['Giàng A Páo', null],
  );
  const records = await auditOf(app.database, row.id);
  assert.ok(records.length > 0 && !/Giàng|áo đỏ/.test(JSON.stringify(records)));
  assert.deepEqual(
    await db
      .selectFrom('media_subjects')
      .select('person_name')
      .where('person_name', 'is not', null)
      .where('media_id', '=', row.id)
      .execute(),
    [],
  );
});

test('a child must be a pupil of the unit, and stands once in a photo', async () => {
  const row = await picture();
  const mark = (subjects: object[]) => ({ mediaId: row.id, version: row.version, people: 'subjects', subjects });
  for (const subjects of [
    [{ id: newId(), kind: 'pupil', pupilId: newId() }],
    [{ id: newId(), kind: 'pupil' }],
    [{ id: newId(), kind: 'adult', pupilId }],
    [
      { id: newId(), kind: 'pupil', pupilId },
      { id: newId(), kind: 'pupil', pupilId },
    ],
    [],
  ])
    assert.ok((await huyen.refused(c.markPeople, mark(subjects), 'invalid')).fields?.subjects);
  // A subject of another photo is not taken over.
  const elsewhere = await picture();
  const subject = { id: newId(), kind: 'pupil' as const, pupilId: otherId };
  await huyen.call(c.markPeople, {
    mediaId: elsewhere.id,
    version: elsewhere.version,
    people: 'subjects',
    subjects: [subject],
  });
  await huyen.refused(c.markPeople, mark([subject]), 'conflict');
});

test('nobody in it, or a crowd: whoever was marked is no longer', async () => {
  const row = await picture();
  const first = await huyen.call(c.markPeople, {
    mediaId: row.id,
    version: row.version,
    people: 'subjects',
    subjects: [{ ...pupil, id: newId() }],
  });
  const crowd = await huyen.call(c.markPeople, {
    mediaId: row.id,
    version: first.version,
    people: 'crowd',
    subjects: [],
  });
  assert.deepEqual([crowd.people, crowd.subjects], ['crowd', []]);
  await huyen.refused(
    c.markPeople,
    { mediaId: row.id, version: first.version, people: 'nobody', subjects: [] },
    'media.conflict',
  );
});

test('a cut is made once however often it is sent; a part that is nothing is refused', async () => {
  const row = await picture();
  const cut = { mediaId: row.id, id: newId(), crop: { x: 0, y: 0, w: 1, h: 1 }, turn: 0 as const, blurred: [] };
  await huyen.call(c.cutMedia, cut);
  const again = await huyen.call(c.cutMedia, cut);
  assert.equal(again.cuts.length, 2);
  assert.equal(again.cuts[1]!.recipe.crop, null);
  const nothing = { ...cut, id: newId(), crop: { x: 0.5, y: 0.5, w: 0.001, h: 0.5 } };
  assert.ok((await huyen.refused(c.cutMedia, nothing, 'invalid')).fields?.crop);
  const outside = { ...cut, id: newId(), blurred: [{ x: 0.9, y: 0.9, w: 0.5, h: 0.5 }] };
  const held = (await huyen.call(c.cutMedia, outside)).cuts[2]!.recipe.blurred[0]!;
  assert.ok(held.x + held.w <= 1 && held.y + held.h <= 1);
});

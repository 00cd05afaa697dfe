import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { type ArticleContent, picturesOf, textOf } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import * as uploads from '#platform/files/uploads.contract.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { docx, GRID, p, run, tbl, tc, tr } from '../documents/reading/docx-fixture.ts';
import * as c from './articles.contract.ts';
import { listVersions } from './versions.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-story-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 50_000_000 }) });
const teacher = app.as('huyen.nong@thcssuoingoc.songtra.example');
const department = app.as('lan.pham@so.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const school = sampleId('cs2');

/** One dot of PNG. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const shown = (relation: string, alt: string) =>
  `<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline><wp:docPr id="1" name="Hình" descr="${alt}"/><a:graphic><a:blip r:embed="${relation}"/></a:graphic></wp:inline></w:drawing></w:r>`;
const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const related = (...targets: [string, string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([relation, target]) => `<Relationship Id="${relation}" Type="${image}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const story = docx({
  body: [
    p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    p(run('Ngày hội đọc sách ở Suối Ngọc', '<w:b/>'), '<w:jc w:val="center"/>'),
    p(run('Hơn 320 học sinh tham gia ngày hội đọc sách đầu tiên của trường.', '<w:b/>')),
    p(run('Sáng 20/11, ') + run('Trường THCS Suối Ngọc', '<w:b/>') + run(' tổ chức ngày hội đọc sách.')),
    p(shown('rId5', 'Ba em nhỏ đọc sách')),
    p(run('Các em khối 6 đọc truyện cổ tích', '<w:i/>'), '<w:jc w:val="center"/>'),
    p(shown('rId6', 'Sơ đồ')),
    tbl(GRID, tr(tc('Lớp'), tc('Số em')), tr(tc('6A'), tc('30'))),
    p('Tác giả: Nông Thị Huyền'),
  ].join(''),
  more: {
    'word/_rels/document.xml.rels': related(['rId5', 'media/image1.png'], ['rId6', 'media/image2.emf']),
    'word/media/image1.png': new Uint8Array(dot),
    'word/media/image2.emf': new Uint8Array([1, 0, 0, 0, 108, 0, 0, 0]),
  },
});

async function upload(by: typeof teacher, name: string, bytes: Uint8Array): Promise<string> {
  const { id } = await by.call(uploads.startUpload, { unitId: school, name, bytes: bytes.byteLength });
  const reply = await by.send(uploads.continueUpload, { uploadId: id, offset: 0 }, { body: bytes });
  return ((await reply.json()) as { fileId: string }).fileId;
}

test('a Word file with a photo becomes a draft: title, summary, author, words with their look, the photo in the library', async () => {
  const id = newId();
  const fileId = await upload(teacher, 'Ngày hội.docx', story);
  const made = await teacher.call(c.articleFromDocument, { id, fileId, unitId: school });
  const { text } = made.article;
  assert.deepEqual(
    [text.title, text.summary, text.credit],
    [
      'Ngày hội đọc sách ở Suối Ngọc',
      'Hơn 320 học sinh tham gia ngày hội đọc sách đầu tiên của trường.',
      'Nông Thị Huyền',
    ],
  );
  const content = text.content as ArticleContent;
  assert.deepEqual(content.content[0], {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Sáng 20/11, ' },
      { type: 'text', text: 'Trường THCS Suối Ngọc', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' tổ chức ngày hội đọc sách.' },
    ],
  });
  const [picture, ...others] = picturesOf(content);
  assert.deepEqual(
    [picture?.alt, picture?.caption, others.length],
    ['Ba em nhỏ đọc sách', 'Các em khối 6 đọc truyện cổ tích', 0],
  );
  assert.match(textOf(content), /6A\n30/);
  assert.equal(made.pictures, 1);
  assert.ok(
    made.skipped.some((one) => /Hình 2 là hình vẽ/.test(one)),
    made.skipped.join('|'),
  );
  assert.ok(made.skipped.some((one) => /thể thức/.test(one)));
  const { items } = await teacher.call(listVersions, { articleId: id });
  assert.deepEqual(
    items.map((one) => one.why),
    ['imported'],
  );
  const again = await teacher.call(c.articleFromDocument, { id, fileId, unitId: school });
  assert.equal(again.article.text.version, made.article.text.version);
});

test('a file with a mark of secrecy is refused and removed, and nothing begins', async () => {
  const id = newId();
  const secret = docx({
    body: [p('UBND TỈNH SÔNG TRÀ'), p(run('MẬT', '<w:b/>')), p('Nội dung không được lộ.')].join(''),
  });
  const fileId = await upload(teacher, 'mat.docx', secret);
  const problem = await teacher.refused(c.articleFromDocument, { id, fileId, unitId: school }, 'documents.unreadable');
  assert.match(problem.title, /độ mật/);
  await teacher.refused(c.getArticle, { articleId: id }, 'not-found');
  await teacher.refused(c.articleFromDocument, { id, fileId, unitId: school }, 'not-found');
});

test("what is no document, and somebody else's upload, begin nothing", async () => {
  const broken = await upload(teacher, 'hong.docx', new Uint8Array([80, 75, 3, 4, 9, 9, 9, 9]));
  await teacher.refused(c.articleFromDocument, { id: newId(), fileId: broken, unitId: school }, 'documents.unreadable');
  const fileId = await upload(teacher, 'bai.docx', story);
  await department.refused(c.articleFromDocument, { id: newId(), fileId, unitId: school }, 'not-found');
  await neighbour.refused(c.articleFromDocument, { id: newId(), fileId, unitId: school }, 'forbidden');
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeText } from './decode.ts';
import { readApart } from './read-apart.ts';
import { readPage } from './read-page.ts';

const today = '2026-11-24';
const at = 'https://baolaocai.vn/bai';
const para =
  'Sáng 20/11, Trường THCS Suối Ngọc tổ chức ngày hội đọc sách, thu hút hơn ba trăm học sinh, phụ huynh tham gia.';

const paper = `<!doctype html><html><head><title>Ngày hội đọc sách - Báo Sông Trà</title>
<meta property="og:title" content="Ngày hội đọc sách"><meta property="og:site_name" content="Báo Sông Trà">
<link rel="canonical" href="/bai?id=7"><link rel="alternate" type="application/rss+xml" href="/rss.xml">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Ngày hội đọc sách
ở Suối Ngọc","datePublished":"2026-11-20T07:30:00+07:00","publisher":{"name":"Báo Sông Trà"}}]}</script></head>
<body><nav><p>Trang chủ, Giáo dục, Văn hóa, Thể thao, Đời sống, Bạn đọc, Liên hệ tòa soạn</p></nav>
<article><h1>Ngày hội đọc sách</h1><p>${para}</p><p>${para.replace('ba trăm', 'bốn trăm')}</p>
<div class="related-news"><p>Tin liên quan: Khai mạc hội thao, Tập huấn truyền thông, Lễ khai giảng năm học mới ở vùng cao.</p></div></article>
<footer><p>Cơ quan chủ quản: Tỉnh ủy Sông Trà. Giấy phép số 12, ngày 01/02/2019, cấp bởi Bộ Thông tin và Truyền thông.</p></footer></body></html>`;

describe('what a page says of itself', () => {
  test('structured data is believed first; menus, related news and the footer are no article', () => {
    const page = readPage(paper, at, today)!;
    assert.equal(page.title, 'Ngày hội đọc sách ở Suối Ngọc');
    assert.deepEqual([page.day, page.dateFrom], ['2026-11-20', 'data']);
    assert.equal(page.siteName, 'Báo Sông Trà');
    assert.equal(page.canonical, 'https://baolaocai.vn/bai?id=7');
    assert.deepEqual(page.feeds, ['https://baolaocai.vn/rss.xml']);
    assert.match(page.text, /ba trăm[\s\S]*bốn trăm/);
    assert.doesNotMatch(page.text, /Tin liên quan|Trang chủ|Giấy phép/);
  });

  test('an old school site without any data: title and date as they stand on the page', () => {
    const page = readPage(
      `<html><head><title>Lễ khai giảng | Trường Tiểu học Bình Trà</title></head><body><div class="post-date">Thứ bảy, 05/09/2026</div>
      <div class=noidung>${para}<br>${para}<br>${para}</div></body></html>`,
      'http://thbinhtra.edu.vn/tin/7',
      today,
    )!;
    assert.equal(page.title, 'Lễ khai giảng');
    assert.deepEqual([page.day, page.dateFrom], ['2026-09-05', 'text']);
    assert.match(page.text, /ngày hội đọc sách/);
  });

  test('a page may not say that it is somebody else', () => {
    const page = readPage('<link rel=canonical href="https://nhandan.vn/bai"><title>Của tôi</title>', at, today)!;
    assert.equal(page.canonical, null);
  });

  test('a day that has not come is no day', () => {
    assert.equal(readPage('<title>Mai sau</title><time datetime="2027-01-01">', at, today)!.day, null);
  });

  test('a page without a title has nothing to record', () => {
    assert.equal(readPage('<p>…</p>', at, today), null);
  });

  test('old encodings are read by what HTTP or the page says', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('Bài', 'utf16le')]);
    assert.equal(decodeText(utf16, 'text/html'), 'Bài');
    assert.equal(decodeText(Buffer.from([0xd0]), 'text/html; charset=windows-1258'), 'Đ');
    assert.equal(decodeText(Buffer.from('Bài'), 'text/html; charset=khong-co'), 'Bài');
  });
});

describe('pages that are built to hurt', () => {
  test('depth without end, broken data and a flood of tags are read or given up, in a thread of their own', async () => {
    const deep = `<title>Sâu</title>${'<div>'.repeat(60_000)}${para}`;
    const data = `<title>Dữ liệu</title><script type="application/ld+json">${'['.repeat(50_000)}</script>`;
    for (const [html, title] of [
      [deep, 'Sâu'],
      [data, 'Dữ liệu'],
    ] as const) {
      const page = await readApart({ bytes: Buffer.from(html), contentType: 'text/html', url: at, today });
      assert.ok(page === 'too-much' || page?.title === title);
    }
  });
});

test('escapes in structured data that stand for no text are read as a space', () => {
  const data = String.raw`{"@type":"NewsArticle","headline":"Bữa\u0000cơm \ud800","publisher":{"name":"Báo\u0000"}}`;
  const html = `<html><head><script type="application/ld+json">${data}</script></head><body></body></html>`;
  const page = readPage(html, 'https://bao.example/bai', '2026-11-20');
  assert.deepEqual([page?.title, page?.siteName], ['Bữa cơm \ufffd', 'Báo']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleHtml, type HtmlOptions } from './article-html.ts';

const CUT = '0193a5c0-0000-7000-8000-000000000001';
const HELD = '0193a5c0-0000-7000-8000-000000000002';
const options: HtmlOptions = {
  cuts: new Map([[CUT, { width: 1600, height: 1067, sizes: { '480': 480, '960': 960, '1600': 1600 } }]]),
  address: (cutId, size) => `/anh/${cutId}/${size}`,
};
const html = (...content: unknown[]) => articleHtml({ type: 'doc', content }, options);
const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const picture = (cutId: string, more: object = {}) => ({
  type: 'picture',
  attrs: {
    mediaId: CUT,
    cutId,
    caption: 'Học sinh trồng cây',
    credit: 'Ảnh: Hoàng Thị Lan',
    alt: 'Ba em nhỏ',
    ...more,
  },
});

test('words, headings, lists, quotes and marks come out as they were written', () => {
  assert.equal(
    html(
      { type: 'heading', attrs: { level: 2 }, content: [text('Ngày hội đọc sách')] },
      paragraph(text('Sáng nay, '), text('200 học sinh', { type: 'bold' }), { type: 'hardBreak' }, text('đến dự.')),
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(text('Đọc', { type: 'italic' }))] }],
      },
      { type: 'blockquote', content: [paragraph(text('Em thích lắm!'))] },
      { type: 'horizontalRule' },
      paragraph(),
    ),
    '<h2>Ngày hội đọc sách</h2><p>Sáng nay, <strong>200 học sinh</strong><br>đến dự.</p><ol start="3"><li><em>Đọc</em></li></ol>' +
      '<blockquote><p>Em thích lắm!</p></blockquote><hr>',
  );
});

test('cells that head a column or a row say so to those who listen', () => {
  const cell = (type: string, words: string, attrs = {}) => ({ type, attrs, content: [paragraph(text(words))] });
  const rows = [
    { type: 'tableRow', content: [cell('tableHeader', 'Lớp'), cell('tableHeader', 'Sĩ số', { colspan: 2 })] },
    { type: 'tableRow', content: [cell('tableHeader', '6A'), cell('tableCell', '38'), cell('tableCell', '37')] },
  ];
  assert.equal(
    html({ type: 'table', content: rows }),
    '<div class="table"><table><tr><th scope="col">Lớp</th><th scope="col" colspan="2">Sĩ số</th></tr>' +
      '<tr><th scope="row">6A</th><td>38</td><td>37</td></tr></table></div>',
  );
});

test('a picture has its sizes, its measures and its words; only the first is fetched at once', () => {
  const drawn = html(picture(CUT), picture(CUT, { caption: '', credit: '' }));
  const [first, second] = drawn.split('</figure>');
  assert.match(first!, /srcset="\/anh\/\S+\/480 480w, \/anh\/\S+\/960 960w, \/anh\/\S+\/1600 1600w"/);
  assert.match(first!, /width="1600" height="1067" alt="Ba em nhỏ">/);
  assert.match(first!, /<figcaption>Học sinh trồng cây <span class="credit">Ảnh: Hoàng Thị Lan<\/span><\/figcaption>/);
  assert.match(second!, /loading="lazy"/);
  assert.ok(!second!.includes('figcaption'));
});

test('a picture that may not be shown is left out with its words', () => {
  assert.equal(html(picture(HELD), paragraph(text('Sau ảnh'))), '<p>Sau ảnh</p>');
});

test('a video is a link with its title', () => {
  const video = { type: 'video', attrs: { url: 'https://video.example/v?a=1&b=2', title: 'Lễ khai giảng' } };
  assert.equal(
    html(video),
    '<p class="video"><a href="https://video.example/v?a=1&amp;b=2" rel="noopener nofollow">Lễ khai giảng</a></p>',
  );
});

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';

test('script in any word or attribute of any node stays words', () => {
  const drawn = html(
    paragraph(
      text(EVIL, { type: 'bold' }, { type: 'link', attrs: { href: `https://a.example/${EVIL.replace(/\s/g, '')}` } }),
    ),
    { type: 'heading', attrs: { level: EVIL }, content: [text(EVIL)] },
    { type: 'orderedList', attrs: { start: EVIL }, content: [{ type: 'listItem', content: [paragraph(text(EVIL))] }] },
    { type: 'blockquote', attrs: { class: EVIL }, content: [paragraph(text(EVIL))] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: EVIL }, content: [paragraph(text(EVIL))] }],
        },
      ],
    },
    picture(CUT, { caption: EVIL, credit: EVIL, alt: EVIL, onerror: EVIL }),
    { type: 'video', attrs: { url: 'https://v.example/', title: EVIL } },
  );
  assert.ok(!/<script|<img src=x|onerror=(?!alert\(1\)&gt;)/.test(drawn), drawn);
  const names = new Set([...drawn.matchAll(/<\/?([a-z0-9]+)/g)].map((m) => m[1]));
  const known = 'a blockquote div em figcaption figure h3 hr img li ol p span strong table td tr'.split(' ');
  assert.deepEqual(
    [...names].filter((name) => !known.includes(name!)),
    [],
  );
});

test('addresses that could run something are no links', () => {
  for (const href of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'https://a b',
  ])
    assert.equal(html(paragraph(text('đây', { type: 'link', attrs: { href } }))), '<p>đây</p>', href);
  assert.equal(html({ type: 'video', attrs: { url: 'javascript:alert(1)', title: 'Xem' } }), '');
});

test('nodes and marks that nobody listed, and data that is none, come to nothing', () => {
  for (const node of [
    { type: 'script', content: [text('alert(1)')] },
    { type: 'iframe', attrs: { src: 'https://evil.example' } },
    { type: '__proto__' },
    { type: 'constructor' },
    { type: ['paragraph'] },
    { type: 'paragraph', content: 'x' },
    null,
    7,
    'chữ',
  ])
    assert.equal(html(node), '', JSON.stringify(node));
  assert.equal(html(paragraph(text('chữ', { type: 'constructor' }, { type: 'style' }, null))), '<p>chữ</p>');
  for (const none of [null, undefined, 'x', [], { type: 'paragraph' }, { type: 'doc', content: 'x' }])
    assert.equal(articleHtml(none, options), '');
});

test('a text that is nested without end comes to an end', () => {
  let node: object = paragraph(text('sâu'));
  for (let i = 0; i < 20_000; i++) node = { type: 'blockquote', content: [node] };
  assert.ok(html(node).length < 2_000);
});

test('a usual article of 800 words is drawn in less than a fifth of a millisecond', () => {
  const sentence = 'Nhà trường phối hợp với cha mẹ học sinh tổ chức ngày hội đọc sách cho các em. ';
  const content = Array.from({ length: 12 }, (_, i) => [
    paragraph(text(sentence.repeat(2)), text('Ngày hội', { type: 'bold' }), text(sentence.repeat(2))),
    ...(i % 4 === 0 ? [picture(CUT)] : []),
  ]).flat();
  const doc = { type: 'doc', content };
  for (let i = 0; i < 300; i++) articleHtml(doc, options);
  const times = Array.from({ length: 200 }, () => {
    const began = performance.now();
    articleHtml(doc, options);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  // The middle: on a busy machine single ones are interrupted.
  assert.ok(times[100]! < 0.2, `${times[100]} ms`);
});

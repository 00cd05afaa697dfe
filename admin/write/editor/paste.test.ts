import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { articleContent } from '#lib/article-content.ts';
import { cleanContent, type Raw } from './clean.ts';
import { addressIn } from './link-panel.ts';
import { bytesOf, partPaste, withoutStyles } from './paste.ts';

const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';
const ID = '019f208d-ed00-700b-93d1-4ee1242fb724';
const words = (text: string, ...marks: NonNullable<Raw['marks']>): Raw => ({ type: 'text', text, marks });

describe('what the editor gives is spelled as the schema wants it', () => {
  test('attributes that only an editor needs are gone, and what is left is taken by the schema', () => {
    const cell = (text: string): Raw => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 2, colwidth: [120] },
      content: [{ type: 'paragraph', content: [words(text)] }],
    });
    const clean = cleanContent({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 3, textAlign: 'left' }, content: [words('Kết quả')] },
        { type: 'table', content: [{ type: 'tableRow', content: [cell('Lớp 6A'), cell('32 em')] }] },
        { type: 'picture', attrs: { mediaId: ID, cutId: ID, caption: 'Các em', credit: '', alt: '', src: null } },
        { type: 'paragraph' },
      ],
    });
    assert.equal(articleContent.parse(clean).content.length, 3);
    assert.equal(JSON.stringify(clean).includes('colwidth'), false);
  });

  test('a link that could run something loses its address, not its words', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href, target: '_blank', rel: 'x', class: null } });
    const content = [words('mở', link('javascript:alert(1)')), words('Sở', link('https://songtra.example'))];
    assert.deepEqual(cleanContent({ content: [{ type: 'paragraph', content }] }).content[0], {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'mở' },
        { type: 'text', text: 'Sở', marks: [{ type: 'link', attrs: { href: 'https://songtra.example' } }] },
      ],
    });
  });

  test('nodes that an article does not know, marks it does not know and unseen controls are left out', () => {
    const content: Raw[] = [
      { type: 'codeBlock', content: [words('x')] },
      { type: 'paragraph', content: [words('đậm\u0000', { type: 'bold' }, { type: 'highlight' })] },
    ];
    assert.deepEqual(cleanContent({ content }).content, [
      { type: 'paragraph', content: [{ type: 'text', text: 'đậm', marks: [{ type: 'bold' }] }] },
    ]);
  });
});

describe('a paste from Word or from a page', () => {
  const picture = (attrs: Record<string, unknown>): Raw => ({ type: 'picture', attrs });

  test('pictures with their bytes go to the library, pictures elsewhere are counted and dropped', () => {
    const pasted = partPaste(
      [
        picture({ mediaId: '', src: PIXEL, alt: 'Sân trường' }),
        picture({ mediaId: '', src: 'https://elsewhere.example/a.jpg' }),
        picture({ mediaId: '', src: 'file:///C:/anh.png' }),
        picture({ mediaId: '', src: 'data:image/svg+xml;base64,PHN2Zy8+' }),
      ],
      () => ID,
    );
    assert.equal(pasted.dropped, 3);
    assert.deepEqual(pasted.photos, [{ id: ID, src: PIXEL }]);
    assert.deepEqual(pasted.nodes, [picture({ mediaId: ID, cutId: '', alt: 'Sân trường' })]);
  });

  test('a picture of this text that was cut and pasted stays the picture it is', () => {
    const own = { mediaId: ID, cutId: ID, caption: 'Các em' };
    assert.deepEqual(partPaste([picture({ ...own, src: null })], () => 'x').nodes, [picture(own)]);
  });

  test('a list whose only line was such a picture keeps a blank line', () => {
    const item: Raw = { type: 'listItem', content: [picture({ src: 'https://elsewhere.example/a.jpg' })] };
    assert.deepEqual(partPaste([{ type: 'bulletList', content: [item] }], () => ID).nodes, [
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ]);
  });

  test('styles and listeners of a pasted page are put aside, words that look like them stay', () => {
    assert.equal(
      withoutStyles('<p style="a" onclick="b()">x style=y</p>'),
      '<p data-style="a" data-onclick="b()">x style=y</p>',
    );
  });

  test('bytes are read from the paste itself; what is broken is nothing', () => {
    assert.equal(bytesOf(PIXEL)?.size, 8);
    assert.equal(bytesOf(PIXEL)?.type, 'image/png');
    assert.equal(bytesOf('data:image/png;base64,%%%'), null);
    assert.equal(bytesOf('blob:https://elsewhere.example/1'), null);
  });
});

test('an address is taken as people type it, and only where it leads somewhere safe', () => {
  assert.equal(addressIn('songtra.example/tin'), 'https://songtra.example/tin');
  assert.equal(addressIn(' http://songtra.example '), 'http://songtra.example');
  assert.equal(addressIn('vanphong@songtra.example'), 'mailto:vanphong@songtra.example');
  for (const wrong of ['', 'không có gì', 'javascript:alert(1)', 'data:text/html,x', 'localhost'])
    assert.equal(addressIn(wrong), null, wrong);
});

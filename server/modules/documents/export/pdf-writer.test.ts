import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import type { PlanDocument } from '#lib/plan-document.ts';
import { writePdf } from './pdf-writer.ts';
import { departmentPlan, ministryPlan, samplePlans } from './sample-plans.ts';
import { barePlan, hostileTexts } from './test-text.ts';

/** Text of each page with spaces evened out. */
async function pagesOf(plan: PlanDocument): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await writePdf(plan))));
  return text.map((page) =>
    page
      .replace(/[\u200b\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .normalize('NFC'),
  );
}

/** Line ends in the page may fall anywhere in a phrase, so words are compared without spaces. */
const squeeze = (text: string) => text.replace(/\s+/g, '');

test('every sample becomes a tagged PDF/A-2a in the embedded typeface', async () => {
  for (const plan of Object.values(samplePlans)) {
    const pdf = Buffer.from(await writePdf(plan));
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const raw = pdf.toString('latin1');
    assert.match(raw, /pdfaid:part(>|=")2/);
    assert.match(raw, /pdfaid:conformance(>|=")A/);
    assert.match(raw, /\/MarkInfo/);
    assert.match(raw, /\+Tinos-Bold/);
    assert.doesNotMatch(raw, /\/BaseFont \/[A-Z]{6}\+(?!Tinos)/);
  }
});

test('all text of a plan comes out again, in the order of the document', async () => {
  const pages = await pagesOf(departmentPlan);
  const all = squeeze(pages.join(' '));
  let at = 0;
  for (const section of departmentPlan.sections) {
    const found = all.indexOf(squeeze(section.title.toLocaleUpperCase('vi')), at);
    assert.ok(found >= at, section.title);
    at = found;
    for (const block of section.blocks) {
      if (block.kind !== 'table') assert.ok(all.includes(squeeze(block.text)), block.text);
    }
  }
  assert.ok(all.endsWith(squeeze('Lò Văn Khánh')) || all.includes(squeeze('- Lưu: VT, VP (Hoa03b).')));
});

test('pages are numbered from the second, and the table head is repeated', async () => {
  const pages = await pagesOf(departmentPlan);
  assert.ok(pages.length >= 4);
  assert.doesNotMatch(pages[0] ?? '', /^1 /);
  for (const [i, page] of pages.entries()) if (i > 0) assert.match(page, new RegExp(`^${i + 1} `));
  assert.ok(pages.filter((page) => page.includes('Đơn vị chủ trì')).length >= 2);
});

test('the wide matrix lies on a landscape page', async () => {
  const document = await getDocumentProxy(new Uint8Array(await writePdf(ministryPlan)));
  const wide: boolean[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const [, , width = 0, height = 0] = (await document.getPage(n)).view;
    wide.push(width > height);
  }
  assert.deepEqual(wide, [false, true, false]);
});

test('text is only ever text', async () => {
  const sections = [
    { numeral: 'I', title: 'Thử', blocks: hostileTexts.map((text) => ({ kind: 'paragraph' as const, text })) },
  ];
  const all = squeeze(
    (await pagesOf(barePlan({ sections, title: hostileTexts[1] ?? '', signerName: hostileTexts[2] ?? '' }))).join(' '),
  );
  for (const hostile of hostileTexts.slice(0, 4)) assert.ok(all.includes(squeeze(hostile)), hostile);
  assert.doesNotMatch(all, /root:/);
});

test('letters that the typeface lacks are shown as boxes, not taken from a font of the host', async () => {
  const all = (await pagesOf(barePlan({ opening: 'Đạt ☑ chưa ☐ vui 😀 汉', closing: 'Hết' }))).join(' ');
  assert.match(all, /Đạt ■ chưa □ vui □ □/);
});

test('words longer than the line, in text and in cells, stay on the page', async () => {
  const word = 'thanhha'.repeat(40);
  const table = {
    columns: ['a', 'b', 'c', 'd', 'e', 'f'].map((title) => ({ title, width: 1 })),
    rows: [[{ text: word }, { text: 'x' }]],
  };
  const plan = barePlan({
    opening: word,
    sections: [{ numeral: 'I', title: word, blocks: [{ kind: 'table', table }] }],
  });
  const document = await getDocumentProxy(new Uint8Array(await writePdf(plan)));
  const { items } = await (await document.getPage(1)).getTextContent();
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const right = Number(item.transform[4]) + item.width;
    assert.ok(right <= 553.5, `${item.str} ends at ${right}`);
  }
});

test('a plan with nothing in it, and a matrix of 500 rows, are still documents', async () => {
  const empty = await pagesOf(barePlan({ issuingBody: '', symbol: '', place: '', docType: '' }));
  assert.equal(empty.length, 1);
  // Every fifth row begins a cell merged over three, so the next two bring one cell only.
  const rows = Array.from({ length: 500 }, (_, i) => {
    const content = { text: `Hoạt động thứ ${i + 1} của năm học`, rowSpan: i % 5 === 0 ? 3 : 1 };
    return [{ text: String(i + 1) }, ...(i % 5 === 1 || i % 5 === 2 ? [] : [content])];
  });
  const table = {
    columns: [
      { title: 'TT', width: 1 },
      { title: 'Nội dung', width: 9 },
    ],
    rows,
  };
  const long = await pagesOf(
    barePlan({ sections: [{ numeral: 'I', title: 'Bảng', blocks: [{ kind: 'table', table }] }] }),
  );
  assert.ok(long.length >= 10, String(long.length));
  assert.match(long.join(' '), /Hoạt động thứ 500 của năm học/);
});

test('recipients longer than a page do not run out of it', async () => {
  const recipients = Array.from({ length: 120 }, (_, i) => `Trường số ${i + 1}`);
  const pages = await pagesOf(barePlan({ closing: 'Hết', recipients }));
  assert.ok(pages.join(' ').includes('Trường số 120.'));
  assert.ok(pages.length >= 2);
});

test('the same plan gives the same bytes', async () => {
  assert.deepEqual(await writePdf(departmentPlan), await writePdf(structuredClone(departmentPlan)));
});

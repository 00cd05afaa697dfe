import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import type { PlanDocument } from '#lib/plan-document.ts';
import { writeDocx } from './docx-writer.ts';
import { departmentPlan, ministryPlan, nurseryPlan, samplePlans } from './sample-plans.ts';
import { barePlan, hostileTexts, paragraphsOf, partsOf } from './test-text.ts';

const open = async (plan: PlanDocument) => {
  const parts = partsOf(await writeDocx(plan));
  for (const [path, xml] of Object.entries(parts)) assertWellFormed(path, xml);
  return { parts, xml: parts['word/document.xml'] ?? '', text: paragraphsOf(parts['word/document.xml'] ?? '') };
};

function assertWellFormed(path: string, xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => assert.fail(`${path}: ${error.message}`));
  parser.write(xml).close();
}

test('every sample gives a package whose parts are well-formed', async () => {
  for (const plan of Object.values(samplePlans)) await open(plan);
});

test('the page is A4 with the margins of the Decree, the number in the top margin from page 2', async () => {
  const { parts, xml } = await open(departmentPlan);
  assert.match(xml, /<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
  assert.match(xml, /<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"/);
  assert.match(xml, /<w:titlePg\/>/);
  const headers = Object.keys(parts).filter((path) => /header\d+\.xml$/.test(path));
  const numbered = headers.filter((path) => parts[path]?.includes('PAGE'));
  assert.deepEqual([headers.length, numbered.length], [2, 1]);
  assert.match(parts[numbered[0] ?? ''] ?? '', /<w:jc w:val="center"\/>/);
});

test('styles are those of the Decree: Times New Roman 14, black headings, justified text, Vietnamese', async () => {
  const { parts, xml } = await open(departmentPlan);
  const styles = parts['word/styles.xml'] ?? '';
  assert.match(styles, /w:ascii="Times New Roman"/);
  assert.match(styles, /<w:lang w:val="vi-VN"/);
  const heading = styles.slice(styles.indexOf('w:styleId="Heading1"')).split('</w:style>')[0] ?? '';
  assert.match(heading, /<w:color w:val="000000"\/>/);
  assert.match(heading, /<w:b\/>/);
  assert.match(heading, /<w:sz w:val="28"\/>/);
  const body = styles.slice(styles.indexOf('w:styleId="NoiDung"')).split('</w:style>')[0] ?? '';
  assert.match(body, /<w:jc w:val="both"\/>/);
  assert.match(body, /w:firstLine="720"/);
  assert.match(body, /w:after="120"/);
  assert.match(xml, /<w:pStyle w:val="Heading3"\/>/);
});

test('regular headings use one automatic list, irregular ones are typed', async () => {
  const regular = await open(departmentPlan);
  assert.match(regular.xml, /<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/><\/w:numPr>/);
  assert.ok(regular.text.includes('MỤC ĐÍCH, YÊU CẦU'));
  assert.match(regular.parts['word/numbering.xml'] ?? '', /<w:numFmt w:val="upperRoman"\/>/);
  const typed = await open(ministryPlan);
  assert.doesNotMatch(typed.xml, /<w:numPr>/);
  assert.ok(typed.text.includes('I. MỤC TIÊU'));
  assert.ok(typed.text.includes('3. Nhiệm vụ cụ thể'));
});

test('the matrix keeps its merged cells and repeats its head; the wide one lies on a landscape page', async () => {
  const { xml } = await open(departmentPlan);
  assert.match(xml, /<w:tblHeader\/>/);
  assert.match(xml, /<w:vMerge w:val="restart"\/>/);
  assert.match(xml, /<w:gridSpan w:val="5"\/>/);
  const wide = await open(ministryPlan);
  assert.deepEqual(wide.xml.match(/w:orient="\w+"/g), [
    'w:orient="portrait"',
    'w:orient="landscape"',
    'w:orient="portrait"',
  ]);
});

test('the foot does not break and stays with the end of the body', async () => {
  const { xml } = await open(nurseryPlan);
  const end = xml.lastIndexOf('./.');
  const closing = xml.slice(xml.lastIndexOf('<w:p>', end), end);
  assert.match(closing, /<w:keepNext\/>/);
  assert.match(xml.slice(end), /<w:cantSplit\/>/);
});

test('all text of a plan comes out again', async () => {
  for (const plan of Object.values(samplePlans)) {
    const { text } = await open(plan);
    const all = text.join('\n');
    for (const section of plan.sections) {
      assert.ok(all.includes(section.title.toLocaleUpperCase('vi')), section.title);
      for (const block of section.blocks) {
        const pieces =
          block.kind === 'table' ? block.table.rows.flat().flatMap((cell) => cell.text.split('\n')) : [block.text];
        for (const piece of pieces) assert.ok(all.includes(piece.replace(/[.;]$/, '')), piece);
      }
    }
    for (const name of plan.recipients) assert.ok(all.includes(name.replace(/^- |[;.]$/g, '')), name);
    assert.ok(text.includes(plan.signerName ?? ''));
    assert.ok(all.includes('./.'));
  }
});

test('the draft mark stands above the number', async () => {
  const { text } = await open(nurseryPlan);
  const at = text.indexOf('DỰ THẢO');
  assert.ok(at > 0 && at < text.findIndex((line) => line.startsWith('Số:')));
});

test('text is only ever text', async () => {
  const sections = [
    { numeral: 'I', title: 'Thử', blocks: hostileTexts.map((text) => ({ kind: 'paragraph' as const, text })) },
  ];
  const { text, xml } = await open(
    barePlan({ title: hostileTexts[0] ?? '', sections, recipients: hostileTexts, signerName: hostileTexts[1] ?? '' }),
  );
  for (const hostile of hostileTexts.slice(0, 4))
    assert.ok(
      text.some((line) => line.includes(hostile.trim())),
      hostile,
    );
  assert.ok(text.includes('{headings-0} {headings□-0} {{x}} %{y}'));
  assert.ok(text.some((line) => line.startsWith('ẩntxt.exe[31m')));
  for (const char of '\u0000\u0007\u001b\u200b\u202e\ufeff') assert.ok(!xml.includes(char));
});

test('a plan with nothing in it is still a document', async () => {
  const { text } = await open(barePlan({ issuingBody: '', symbol: '', place: '', docType: '' }));
  assert.ok(text.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'));
});

test('marks written apart are joined', async () => {
  const { text } = await open(barePlan({ opening: 'Trường học hạnh phúc'.normalize('NFD'), closing: 'Hết' }));
  assert.ok(text.includes('Trường học hạnh phúc'));
});

test('the same plan gives the same bytes, at any time', async (context) => {
  const now = await writeDocx(departmentPlan);
  context.mock.timers.enable({ apis: ['Date'], now: new Date('2031-07-09T10:11:12Z') });
  assert.deepEqual(await writeDocx(structuredClone(departmentPlan)), now);
});

test('title, body, language and date are in the properties', async () => {
  const core = (await open(departmentPlan)).parts['docProps/core.xml'] ?? '';
  assert.match(core, /<dc:title>KẾ HOẠCH Truyền thông về giáo dục/);
  assert.match(core, /<dc:creator>Sở Giáo dục và Đào tạo</);
  assert.match(core, /<dc:language>vi-VN</);
  assert.match(core, /2026-02-05T00:00:00Z/);
  assert.doesNotMatch((await open(nurseryPlan)).parts['docProps/core.xml'] ?? '', /dcterms:created/);
});

test('where one row of a table may break, all its rows begin at the top, on every page alike', async () => {
  const plan = structuredClone(departmentPlan);
  const aligned = async () => {
    const { xml } = await open(plan);
    const tables = xml.split('<w:tbl>').filter((table) => table.includes('<w:tblHeader/>'));
    const rows = tables[0]!.split('</w:tbl>')[0]!.split('<w:tr>').slice(2);
    return new Set(rows.flatMap((row) => [...row.matchAll(/<w:vAlign w:val="(\w+)"/g)].map(([, at]) => at)));
  };
  assert.deepEqual([...(await aligned())], ['center']);
  const table = plan.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'table');
  assert.ok(table?.kind === 'table');
  table.table.rows.at(-1)![1]!.text = 'Tuyên truyền sâu rộng đến phụ huynh. '.repeat(200);
  assert.deepEqual([...(await aligned())], ['top']);
});

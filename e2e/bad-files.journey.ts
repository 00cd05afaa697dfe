import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { docx, p } from '../server/modules/documents/reading/docx-fixture.ts';
import { makePdf } from '../server/modules/documents/reading/pdf-fixture.ts';
import { drop, MINISTRY_PLAN, openImport } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

/** An archive whose entry says that it is encrypted. */
function locked(): Uint8Array {
  const bytes = docx({ body: p('KẾ HOẠCH') });
  for (let i = 0; i + 4 < bytes.length; i++)
    if (bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2) bytes[i + 8]! |= 1;
  return bytes;
}

const SECRET_TITLE = 'Kế hoạch không được lọt ra ngoài';
const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';

/** Each with the beginning of the one sentence it is answered with. */
const files: readonly [name: string, bytes: Uint8Array, sentence: string][] = [
  ['trong.docx', new Uint8Array(0), 'Tệp này trống. Vui lòng chọn lại tệp.'],
  ['khong-chu.docx', docx({ body: '<w:p/>' }), 'Tệp này không có chữ để đọc. Vui lòng tải bản .docx'],
  ['anh.docx', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'Chưa đọc được tệp JPEG. Vui lòng lưu văn bản'],
  ['ban-quet.pdf', makePdf([{}, {}]), 'Tệp này là bản quét (2 trang) nên chưa đọc được chữ. Vui lòng tải bản .docx'],
  ['mat-khau.docx', locked(), 'Tệp này đang được đặt mật khẩu nên chưa mở được. Vui lòng gỡ mật khẩu'],
  ['hong.pdf', strToU8('%PDF-1.7\nnothing'), 'Tệp bị hỏng hoặc chưa tải về đủ nên không mở được.'],
  [
    'bom.docx',
    zipSync({ 'word/document.xml': new Uint8Array(12_000_000) }),
    'Tệp nén chứa lượng dữ liệu lớn bất thường',
  ],
  ['ngoai.docx', docx({ body: '', more: { 'word/document.xml': entity } }), 'Tệp chứa khai báo không an toàn'],
  ['day.pdf', makePdf(Array.from({ length: 10_000 }, () => ({}))), 'Tệp có 10.000 trang, nhiều hơn mức 300 trang.'],
  ['mat.docx', docx({ body: p('TUYỆT MẬT') + p(SECRET_TITLE) }), 'Văn bản có dấu chỉ độ mật nên không được đưa lên'],
];

const place = (page: Page): Locator => page.getByRole('region', { name: 'Tệp văn bản' });

describe('files that cannot become a plan', () => {
  const app = running();
  let officer: Screen;
  before(async () => {
    officer = await app().personAt('lan.pham@so.songtra.example', 1280, { expected: [422] });
  });

  test('each is answered with a sentence of its own, and the good one among them is read', async () => {
    const { page } = officer;
    await openImport(page);
    const good = { name: 'ke-hoach.docx', bytes: await readFile(MINISTRY_PLAN) };
    await drop(place(page), [...files.map(([name, bytes]) => ({ name, bytes })), good]);
    await page.getByRole('heading', { name: `Tệp đã chọn (${files.length + 1})` }).waitFor();
    await page.getByRole('button', { name: 'Ghi sổ và đọc văn bản' }).click();
    const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
    for (const [name, , sentence] of files) {
      const alert = row(name).getByRole('alert');
      await alert.waitFor();
      const said = (await alert.textContent()) ?? '';
      assert.ok(said.startsWith(sentence), `${name}: ${said}`);
    }
    await row(good.name).getByRole('link', { name: 'Rà soát' }).waitFor();
    await officer.mustBeAccessible('refused files');
  });

  test('of a secret document nothing stays: no title, no file, no word in the log', async () => {
    const { page } = officer;
    await page
      .getByRole('listitem')
      .filter({ has: page.getByText('mat.docx', { exact: true }) })
      .getByRole('link', { name: 'Mở dòng ghi sổ' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Văn bản không lưu nội dung' }).waitFor();
    await page.getByText('Văn bản có dấu chỉ độ mật nên không được đưa lên').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Tải tệp gốc' }).count(), 0);
    assert.ok(!app().serverSaid().includes(SECRET_TITLE));
    await page.getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('button', { name: 'Xóa văn bản' }).click();
    await page.getByText('Đã xóa văn bản.').waitFor();
  });

  test('what can be told by its name or size is told before it travels', async () => {
    const { page } = officer;
    await openImport(page);
    await drop(place(page), [{ name: 'du-toan.xlsx', bytes: new Uint8Array(8) }]);
    await page.getByText('Tệp “du-toan.xlsx” không thuộc loại nhận được').waitFor();
    const large = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'lon.pdf'));
      return transfer;
    })()`);
    await place(page).dispatchEvent('drop', { dataTransfer: large });
    await page.getByText('Tệp “lon.pdf” lớn hơn 50 MB. Vui lòng chọn tệp nhỏ hơn.').waitFor();
    assert.equal(await page.getByRole('heading', { name: /^Tệp đã chọn/ }).count(), 0);
    assert.deepEqual(officer.complaints, []);
  });
});

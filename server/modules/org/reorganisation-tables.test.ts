import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '#app/testing/http.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import { fontRuns } from '../documents/samples/legacy-fonts.ts';
import * as org from './org.contract.ts';
import { orgRoutes } from './org.routes.ts';
import * as changes from './reorganisation.contract.ts';

const app = await testApp({ routes: orgRoutes });
const administrator = app.as('minh.ho@so.songtra.example');

const heading = 'Loại;Đơn vị cũ;Đơn vị mới;Ngày hiệu lực;Quyết định;Trực thuộc';
const decision = 'Quyết định số 77/QĐ-UBND ngày 01/10/2026';
const table = (...rows: string[]) => [heading, ...rows.map((row) => row.replace('@', decision))].join('\r\n');
const utf8 = (text: string) => new TextEncoder().encode(text);

async function send(bytes: Uint8Array, commit = false): Promise<changes.ChangeTable> {
  const input = { fileName: 'sap-xep.csv', ...(commit && { commit: 'yes' as const }) };
  const reply = await administrator.send(changes.changeByTable, input, { body: bytes });
  const body = await reply.json();
  assert.equal(reply.status, 200, JSON.stringify(body));
  return body as changes.ChangeTable;
}

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const inFont = (font: 'tcvn3' | 'vni') => (text: string) =>
  latin1(
    fontRuns(text, font)
      .map((run) => run.text)
      .join(''),
  );
const of1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(new Uint8Array([byte])), byte]),
);
/** Letters that the code page lacks are written with their tone behind them. */
function windows1258(text: string): Uint8Array {
  const bytes = [...text].flatMap((letter) => {
    if (of1258.has(letter)) return [of1258.get(letter)!];
    const [base, ...marks] = letter.normalize('NFD');
    const tone = marks.findIndex((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark));
    const whole = [base, ...marks.filter((_, i) => i !== tone)].join('').normalize('NFC');
    return [of1258.get(whole)!, of1258.get(marks[tone]!)!];
  });
  return new Uint8Array(bytes);
}
const encoders = { tcvn3: inFont('tcvn3'), vni: inFont('vni'), 'windows-1258': windows1258 };

const july = table(
  '"Sáp nhập";Phòng Văn hóa - Xã hội xã Suối Ngọc;Phòng Văn hóa - Xã hội xã Trà Ngọc;15/10/2026;@',
  '"Sáp nhập";Phòng Văn hóa - Xã hội xã Đồi Thông;Phòng Văn hóa - Xã hội xã Trà Ngọc;15/10/2026;@',
  'Chuyển;Trường THCS Bình Trà;Phòng Văn hóa - Xã hội xã Trà Ngọc;15/10/2026;@',
  'Đổi tên;Trường Tiểu học Bình Trà;Trường Tiểu học Lê Lợi;15/10/2026;@',
  'Giải thể;Phòng Kế hoạch - Tài chính;Văn phòng Sở;15/10/2026;@',
);

test('a table is previewed line by line, carried out as one batch and undone as one', async () => {
  const before = await app.database.pool.query('select id, path, name, closed_on from units order by id');
  const seen = await send(utf8(july));
  assert.deepEqual([seen.committed, seen.changes, seen.refused], [false, 4, 0], JSON.stringify(seen.rows));
  assert.deepEqual(
    seen.rows.map((row) => [row.row, row.sentence]),
    [
      [
        2,
        'Hợp nhất Phòng Văn hóa - Xã hội xã Suối Ngọc, Phòng Văn hóa - Xã hội xã Đồi Thông thành Phòng Văn hóa - Xã hội xã Trà Ngọc từ 15/10/2026',
      ],
      [3, 'Thực hiện cùng dòng 2.'],
      [4, 'Chuyển Trường THCS Bình Trà về trực thuộc Phòng Văn hóa - Xã hội xã Trà Ngọc từ 15/10/2026'],
      [5, 'Đổi tên Trường Tiểu học Bình Trà thành Trường Tiểu học Lê Lợi từ 15/10/2026'],
      [6, 'Kết thúc hoạt động Phòng Kế hoạch - Tài chính, chuyển công việc cho Văn phòng Sở từ 15/10/2026'],
    ],
  );
  const same = await app.database.pool.query('select id, path, name, closed_on from units order by id');
  assert.deepEqual(same.rows, before.rows, 'a preview leaves nothing behind');

  const done = await send(utf8(july), true);
  assert.deepEqual(done.effects, seen.effects);
  const { items } = await administrator.call(changes.listChanges, { batchId: done.batchId! });
  assert.equal(items.length, 4);
  const school = await administrator.call(org.getUnit, { unitId: unitIdOf('cs1') });
  assert.equal(school.parentName, 'Phòng Văn hóa - Xã hội xã Trà Ngọc');
  const { undone } = await administrator.call(changes.undoBatch, { batchId: done.batchId! });
  assert.equal(undone, 4);
  const after = await app.database.pool.query(
    `select id, path, name, closed_on from units where name not like '%Trà Ngọc' order by id`,
  );
  assert.deepEqual(after.rows, before.rows);
});

test('a line that cannot be is named with the reason, and the whole table stays outside', async () => {
  const wrong = utf8(
    table(
      'Sáp nhập;Trường Tiểu học Bình Trà;Trường Tiểu học Bình Trà;15/10/2026;@',
      'Bay;Trường Tiểu học Bình Trà;Trường THCS Bình Trà;15/10/2026;@',
      'Chuyển;Trường Không Có;Sở Giáo dục và Đào tạo Sông Trà;15/10/2026;@',
      'Chuyển;Trường THCS Bình Trà;Trường Tiểu học Bình Trà;15/10/2026;@',
      'Kết thúc;Phòng Giáo dục và Đào tạo huyện Trà Giang;;15/10/2026;@',
      'Chuyển;Trường THCS Bình Trà;Sở Giáo dục và Đào tạo Sông Trà;31/02/2026;@',
      'Chuyển;Trường THCS Bình Trà;Sở Giáo dục và Đào tạo Sông Trà;15/10/2026;',
      'Đổi tên;Bộ Giáo dục và Đào tạo;Bộ Học;15/10/2026;@',
      'Chuyển;Phòng Văn hóa - Xã hội phường Bình Trà;Sở Giáo dục và Đào tạo Sông Trà;15/6/2025;@',
    ),
  );
  const seen = await send(wrong);
  assert.deepEqual(
    seen.rows.map((row) => [row.row, row.ok, row.sentence]),
    [
      [2, false, '“Trường Tiểu học Bình Trà” không thể hợp nhất hay chuyển vào chính nó.'],
      [3, false, 'Loại thay đổi “Bay” chưa rõ. Các loại: hợp nhất, chia tách, đổi tên, chuyển, kết thúc.'],
      [4, false, 'Không tìm thấy đơn vị “Trường Không Có”.'],
      [
        5,
        false,
        '“Trường THCS Bình Trà” (Trường trung học cơ sở) không thể trực thuộc “Trường Tiểu học Bình Trà” (Trường tiểu học).',
      ],
      [6, false, '“Phòng Giáo dục và Đào tạo huyện Trà Giang” đã kết thúc hoạt động từ 01/07/2025.'],
      [7, false, 'Ngày hiệu lực “31/02/2026” chưa đúng, ví dụ: 01/7/2025.'],
      [8, false, 'Thiếu số và ngày quyết định.'],
      [9, false, 'Tài khoản này chưa được giao quyền sắp xếp tại “Bộ Giáo dục và Đào tạo”.'],
      [10, false, '“Phòng Văn hóa - Xã hội phường Bình Trà” mới hoạt động từ 01/07/2025, sau ngày hiệu lực.'],
    ],
  );
  const refused = await administrator.send(
    changes.changeByTable,
    { fileName: 'x.csv', commit: 'yes' },
    { body: wrong },
  );
  assert.equal(refused.status, 422);
  assert.equal(
    ((await refused.json()) as { title: string }).title,
    'Có 9 dòng chưa thực hiện được nên chưa thay đổi gì. Vui lòng sửa bảng rồi tải lại.',
  );
});

test('a table saved in TCVN3, VNI or Windows-1258 is read as if it were in Unicode', async () => {
  const line = 'Chuyển;Trường Tiểu học Bình Trà;Phòng Văn hóa - Xã hội xã Suối Ngọc;15/10/2026;@';
  const wanted = (await send(utf8(table(line)))).rows;
  assert.equal(wanted[0]!.ok, true, wanted[0]!.sentence);
  for (const [name, encode] of Object.entries(encoders)) {
    const { rows } = await send(encode(table(line)));
    assert.deepEqual(rows, wanted, name);
  }
});

test('a file that is no table, or a table of something else, is refused with a sentence', async () => {
  for (const bytes of [utf8('%PDF-1.7'), utf8('Họ tên;Lớp\r\nAn;3A'), new Uint8Array()]) {
    const reply = await administrator.send(changes.changeByTable, { fileName: 'x.csv' }, { body: bytes });
    assert.equal(reply.status, 422);
    const { fields } = (await reply.json()) as { fields: Record<string, string> };
    assert.match(fields.file!, /\p{L}/u);
  }
});

test('the table to fill in is read by the same headings, and each of its lines says what it lacks', async () => {
  const reply = await administrator.send(changes.getChangeSample, {});
  assert.match(reply.headers.get('content-disposition') ?? '', /mau-sap-xep\.csv/);
  const { rows, refused } = await send(new Uint8Array(await reply.arrayBuffer()));
  assert.equal(refused, rows.length);
  assert.ok(rows.every((row) => /Trường|Phòng|Sở/.test(row.sentence)));
});

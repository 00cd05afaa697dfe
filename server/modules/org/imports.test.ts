import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { type Caller, testApp } from '#app/testing/http.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import * as imports from './imports.contract.ts';
import { getUnit, listUnits } from './org.contract.ts';
import { orgRoutes } from './org.routes.ts';
import { listPeople } from './people.contract.ts';
import { listPosts } from './posts.contract.ts';

const app = await testApp({ routes: orgRoutes });
const administrator = app.as('minh.ho@so.songtra.example');
const principal = app.as('son.pham@thsuoingoc.songtra.example');
const officer = app.as('lan.pham@so.songtra.example');

const table = (...rows: string[]) => new TextEncoder().encode(`\uFEFF${rows.join('\r\n')}\r\n`);

async function send(
  who: Caller,
  kind: imports.ImportKind,
  unit: string,
  body: Uint8Array,
  commit = false,
): Promise<imports.ImportReport> {
  const input = { unitId: unitIdOf(unit), kind, fileName: 'bảng.csv', ...(commit && { commit: 'yes' }) };
  const reply = await who.send(imports.importTable, input, { body });
  const text = await reply.text();
  assert.equal(reply.status, 200, text);
  return JSON.parse(text) as imports.ImportReport;
}

const schools = table(
  'DANH SÁCH TRƯỜNG,,,,',
  'TT,Mã trường,Tên trường,Loại hình,Đơn vị quản lý',
  '1,ST-0901,Trường Mầm non Hướng Dương,Mầm non,Phòng Văn hóa - Xã hội xã Suối Ngọc',
  '2,ST-0902,Trường TH&THCS Núi Mây,,ST-03',
  '3,ST-0903,Trường THPT Bình Trà,THPT,',
  '4,ST-0102,Trường Tiểu học Bình Trà,Tiểu học,ST-01',
  '5,ST-0103,Trường THCS Bình Trà mới,THCS,',
  '',
  '6,,Trường Tiểu học Không Mã,Tiểu học,ST-01',
  '7,ST-0905,,Tiểu học,ST-01',
  '8,ST-0906,Học viện Mây,Học viện,ST-01',
  '9,ST-0907,Trường Tiểu học Lạc,Tiểu học,Phòng VH-XH xã Lạc Lối',
  '10,ST-0908,Trường Tiểu học Mồ Côi,Tiểu học,',
  '11,st-0901,Trường Mầm non Trùng,Mầm non,ST-01',
  '12,ST-0202,Trường Tiểu học Suối Ngọc,Tiểu học,ST-01',
);

test('a preview says row by row what would happen, and writes nothing', async () => {
  const report = await send(administrator, 'schools', 'so', schools);
  assert.deepEqual([report.committed, report.added, report.changed, report.unchanged], [false, 3, 1, 1]);
  assert.deepEqual(
    report.accepted.map((r) => [r.row, r.outcome]),
    [
      [3, 'new'],
      [4, 'new'],
      [5, 'new'],
      [6, 'unchanged'],
      [7, 'changed'],
    ],
  );
  assert.deepEqual(
    report.refused.map((r) => [r.row, r.reason]),
    [
      [9, 'Thiếu mã trường nên không thể nhận biết trường này khi nhập lại.'],
      [10, 'Thiếu tên.'],
      [
        11,
        'Loại hình “Học viện” chưa có trong danh mục. Các loại hình: mầm non, tiểu học, THCS, TH&THCS, THPT, GDNN-GDTX.',
      ],
      [12, 'Không tìm thấy đơn vị quản lý “Phòng VH-XH xã Lạc Lối” trong phạm vi của đơn vị đang nhập.'],
      [13, 'Thiếu đơn vị quản lý.'],
      [14, 'Trùng với dòng 3 của bảng này.'],
      [
        15,
        '“Trường Tiểu học Suối Ngọc” đang thuộc một đơn vị quản lý khác. Việc chuyển đơn vị quản lý không thực hiện bằng bảng.',
      ],
    ],
  );
  assert.equal((await officer.call(listUnits, { q: 'huong duong' })).items.length, 0);
});

test('the real run takes the accepted rows in: parents, UBND, codes, search and audit', async () => {
  const report = await send(administrator, 'schools', 'so', schools, true);
  assert.deepEqual(
    [report.committed, report.added, report.changed, report.unchanged, report.refused.length],
    [true, 3, 1, 1, 7],
  );
  const [made] = (await officer.call(listUnits, { q: 'huong duong' })).items;
  const unit = await officer.call(getUnit, { unitId: made!.id });
  assert.deepEqual(
    [unit.kind, unit.parentId, unit.upperBody?.id, unit.codes.map((c) => c.code), unit.place],
    ['nursery', unitIdOf('xa.sn'), unitIdOf('ub.sn'), ['ST-0901'], 'Suối Ngọc'],
  );
  assert.deepEqual(
    (await auditOf(app.database, unit.id)).map((t) => t.event),
    ['unit.created'],
  );
  const changed = await officer.call(getUnit, { unitId: unitIdOf('cs1') });
  assert.deepEqual([changed.name, changed.symbol], ['Trường THCS Bình Trà mới', 'THCSBT']);
  assert.deepEqual(
    (await auditOf(app.database, changed.id)).map((t) => t.event),
    ['unit.edited'],
  );
});

test('run again, nothing changes', async () => {
  const report = await send(administrator, 'schools', 'so', schools, true);
  assert.deepEqual([report.added, report.changed, report.unchanged, report.refused.length], [0, 0, 5, 7]);
});

const people = table(
  'Họ và tên,Thư điện tử,Điện thoại,Đơn vị,Chức danh',
  'Lường Thị Ban,ban.luong@thsuoingoc.songtra.example,0299 111 222,,Quản lý trang thông tin điện tử',
  'Vi Văn Toàn,TOAN.VI@thsuoingoc.songtra.example,,"Tổ khối 1, 2, 3",Giáo viên',
  'Khúc Thị Yến,yen.khuc@thsuoingoc.songtra.example,0299 333 444,TH Suối Ngọc,Phụ trách truyền thông',
  'Ông Hiệu Trưởng Hai,hai@thsuoingoc.songtra.example,,,Hiệu trưởng',
  'Lê Thị Bích Ngọc,ngoc.le@thcssuoingoc.songtra.example,,,Giáo viên',
  'Người Khác Tên,son.pham@thsuoingoc.songtra.example,,,Hiệu trưởng',
  'Không Thư,,,,Giáo viên',
  'Sai Thư,sai thu,,,Giáo viên',
  'Sai Số,sai.so@thsuoingoc.songtra.example,abc,,Giáo viên',
  'Lạc Đơn Vị,lac@thsuoingoc.songtra.example,,Trường Lạc,Giáo viên',
);

test('a school takes in its people: a waiting post is filled, the others are told why not', async () => {
  const preview = await send(principal, 'people', 'th2', people);
  const report = await send(principal, 'people', 'th2', people, true);
  assert.deepEqual({ ...report, committed: false }, preview);
  assert.deepEqual(
    report.accepted.map((r) => [r.row, r.outcome, r.unitName]),
    [
      [2, 'new', 'Trường Tiểu học Suối Ngọc'],
      [3, 'unchanged', 'Tổ khối 1, 2, 3'],
      [4, 'changed', 'Trường Tiểu học Suối Ngọc'],
    ],
  );
  assert.deepEqual(
    report.refused.map((r) => [r.row, r.reason]),
    [
      [5, 'Đơn vị đã có người giữ chức danh “Hiệu trưởng”: Phạm Văn Sơn.'],
      [6, 'Thư điện tử ngoc.le@thcssuoingoc.songtra.example đã thuộc về một người ở đơn vị ngoài phạm vi đang nhập.'],
      [7, 'Thư điện tử son.pham@thsuoingoc.songtra.example đang thuộc về Phạm Văn Sơn. Vui lòng kiểm tra lại họ tên.'],
      [8, 'Thiếu thư điện tử nên không thể nhận biết người này khi nhập lại.'],
      [9, 'Thư điện tử “sai thu” chưa đúng dạng.'],
      [10, 'Số điện thoại “abc” chưa đúng dạng.'],
      [11, 'Không tìm thấy đơn vị “Trường Lạc” trong phạm vi của đơn vị đang nhập.'],
    ],
  );
  assert.deepEqual((await principal.call(listPosts, { vacancy: 'only' })).items, []);
  const [made] = (await principal.call(listPeople, { q: 'luong thi ban' })).items;
  assert.equal(made?.title, 'Quản lý trang thông tin điện tử');
  const again = await send(principal, 'people', 'th2', people, true);
  assert.deepEqual([again.added, again.changed, again.unchanged], [0, 0, 3]);
});

test('tables that were read are listed with their refused rows', async () => {
  const { items } = await administrator.call(imports.listImports, { unitId: unitIdOf('so') });
  assert.deepEqual(
    items.map((i) => [i.kind, i.accepted, i.refused.length, i.personName]),
    [
      ['schools', 5, 7, 'Hồ Nhật Minh'],
      ['schools', 5, 7, 'Hồ Nhật Minh'],
    ],
  );
  assert.deepEqual((await principal.call(imports.listImports, { unitId: unitIdOf('so') })).items, []);
});

test('what is no table, has no heading or no rows is refused in words, and only where the right is', async () => {
  const problem = async (who: Caller, body: Uint8Array, more: object = {}) => {
    const reply = await who.send(
      imports.importTable,
      { unitId: unitIdOf('so'), kind: 'schools', fileName: 'a.xlsx', ...more },
      { body },
    );
    return (await reply.json()) as { code: string; fields?: { file?: string } };
  };
  assert.match((await problem(administrator, table('a,b', '1,2'))).fields?.file ?? '', /“Mã trường” và “Tên trường”/);
  assert.equal((await problem(administrator, table('Mã trường,Tên trường'))).code, 'org.no-rows');
  assert.equal((await problem(administrator, new TextEncoder().encode('%PDF-1.7'))).code, 'org.unreadable-table');
  assert.equal((await problem(administrator, new Uint8Array(0))).code, 'org.unreadable-table');
  assert.equal((await problem(officer, schools)).code, 'forbidden');
  assert.equal((await problem(principal, schools)).code, 'forbidden');
  assert.equal((await problem(principal, schools, { unitId: unitIdOf('th2') })).code, 'forbidden');
});

test('the sample tables are taken as they are', async () => {
  for (const kind of imports.importKinds) {
    const reply = await administrator.send(imports.getSampleTable, { kind });
    assert.match(reply.headers.get('content-disposition') ?? '', /attachment; filename\*=UTF-8''mau-nhap-/);
    const report = await send(administrator, kind, 'so', new Uint8Array(await reply.arrayBuffer()));
    assert.deepEqual([report.added, report.refused], [2, []]);
  }
});

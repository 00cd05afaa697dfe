import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readColumns } from './table-columns.ts';
import { postKindOf, schoolKindOf } from './table-words.ts';

const schools: [string, ReturnType<typeof schoolKindOf>][] = [
  ['Mầm non', 'nursery'],
  ['MN', 'nursery'],
  ['Mẫu giáo', 'nursery'],
  ['Tiểu học', 'primary'],
  ['TH', 'primary'],
  ['THCS', 'lower-secondary'],
  ['Trường Trung học cơ sở Suối Ngọc', 'lower-secondary'],
  ['TH&THCS', 'primary-lower-secondary'],
  ['Tiểu học và THCS', 'primary-lower-secondary'],
  ['TH - THCS', 'primary-lower-secondary'],
  ['THPT', 'upper-secondary'],
  ['THCS và THPT', 'upper-secondary'],
  ['Trung tâm GDNN-GDTX', 'continuing-education'],
  ['Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên', 'continuing-education'],
  ['Học viện', null],
  ['', null],
];
for (const [words, kind] of schools)
  test(`“${words}” names ${kind ?? 'no school'}`, () => assert.equal(schoolKindOf(words), kind));

const posts: [string, ReturnType<typeof postKindOf>][] = [
  ['Hiệu trưởng', 'head'],
  ['Phó Hiệu trưởng', 'deputy-head'],
  ['Chánh Văn phòng', 'head'],
  ['Phó Chánh Văn phòng', 'deputy-head'],
  ['Văn thư', 'clerk'],
  ['Chuyên viên truyền thông', 'communications'],
  ['Quản lý trang thông tin điện tử', 'site-manager'],
  ['Người phát ngôn', 'spokesperson'],
  ['Giáo viên', 'member'],
  ['Tổ trưởng', 'head'],
];
for (const [title, kind] of posts)
  test(`the title “${title}” is a post of kind ${kind}`, () => assert.equal(postKindOf(title), kind));

test('the heading is found below title lines, on the first visible sheet that has one', () => {
  const columns = { name: ['ho va ten'], email: ['thu dien tu', 'email'] };
  const sheets = [
    {
      name: 'ẩn',
      hidden: true,
      rows: [
        ['Họ và tên', 'Email'],
        ['X', 'x@x'],
      ],
    },
    { name: 'bìa', hidden: false, rows: [['Bìa']] },
    {
      name: 'danh sách',
      hidden: false,
      rows: [['DANH SÁCH'], [], ['STT', 'E-mail', 'HỌ VÀ TÊN ', 'Email'], ['1', '', ' Lê  Bình ', 'b@x'], [], ['2']],
    },
  ];
  assert.deepEqual(readColumns(sheets, columns), [{ row: 4, cells: { name: 'Lê Bình', email: 'b@x' } }]);
  assert.equal(readColumns([sheets[1]!], columns), null);
});

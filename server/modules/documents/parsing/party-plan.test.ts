import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../reading/text.ts';
import { parsePlan } from './parse-plan.ts';

const parse = (lines: string) => parsePlan(readText(lines));

const PARTY = `TỈNH ỦY SÔNG TRÀ
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 12-KH/BTGDVTU	ĐẢNG CỘNG SẢN VIỆT NAM

Sông Trà, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
tuyên truyền công tác giáo dục và đào tạo năm 2026
-----
Thực hiện Nghị quyết số 71-NQ/TW, ngày 22/8/2025 của Bộ Chính trị, Ban Tuyên giáo và Dân vận Tỉnh ủy xây dựng Kế hoạch tuyên truyền, cụ thể như sau:

I- NỘI DUNG TUYÊN TRUYỀN

1- Quan điểm, mục tiêu, nhiệm vụ, giải pháp của Nghị quyết.

2- Kết quả thực hiện trên địa bàn tỉnh.

II- HÌNH THỨC TUYÊN TRUYỀN

1- Tuyên truyền trên báo chí, hệ thống thông tin cơ sở, bản tin Thông báo nội bộ, mạng xã hội.

2- Tuyên truyền thông qua hội nghị báo cáo viên, sinh hoạt chi bộ, sinh hoạt đoàn thể.

III- NHIỆM VỤ CỤ THỂ

1- Tổ chức hội nghị chuyên đề (Thời gian: tháng 3/2026; đơn vị thực hiện: Phòng Tuyên truyền; phối hợp: Sở Giáo dục và Đào tạo).

2- Biên soạn tài liệu hỏi đáp (Hoàn thành trước ngày 30/4/2026; chủ trì: Phòng Khoa giáo).

3- Tổ chức cuộc thi viết về tấm gương nhà giáo (Quý II, III/2026).

IV- TỔ CHỨC THỰC HIỆN

1- Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo, chỉ đạo Sở Giáo dục và Đào tạo cung cấp tài liệu tuyên truyền.

2- Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh đẩy mạnh tuyên truyền trong đoàn viên, hội viên.

Nơi nhận:	K/T TRƯỞNG BAN
- Thường trực Tỉnh ủy (báo cáo),	PHÓ TRƯỞNG BAN
- Lưu VT.	Hà Thị Mai Lan`;

test('a plan of a Party body: its letterhead, its marks after numbers, who signs in place of whom', () => {
  const draft = parse(PARTY);
  assert.equal(draft.header.parentBody, 'Tỉnh ủy Sông Trà');
  assert.equal(draft.header.issuingBody, 'Ban Tuyên giáo và Dân vận');
  assert.equal(`${draft.header.number}-${draft.header.symbol}`, '12-KH/BTGDVTU');
  assert.deepEqual(draft.signer, {
    mode: 'KT.',
    onBehalfOf: 'TRƯỞNG BAN',
    position: 'PHÓ TRƯỞNG BAN',
    name: 'Hà Thị Mai Lan',
  });
  assert.deepEqual(
    draft.channels.map((channel) => channel.name),
    [
      'báo chí',
      'hệ thống thông tin cơ sở',
      'bản tin Thông báo nội bộ',
      'mạng xã hội',
      'hội nghị báo cáo viên',
      'sinh hoạt chi bộ',
      'sinh hoạt đoàn thể',
    ],
  );
  assert.deepEqual(
    draft.responsibilities.map((one) => one.actor),
    ['Đảng ủy Ủy ban nhân dân tỉnh', 'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh'],
  );
});

test('points that end in a bracket of when and who are a programme', () => {
  const { activities, contentAreas } = parse(PARTY);
  assert.equal(contentAreas.length, 2);
  assert.deepEqual(
    activities.map(({ content, leadUnits, time }) => ({ content, leadUnits, time: time.text, due: time.deadline })),
    [
      { content: 'Tổ chức hội nghị chuyên đề', leadUnits: ['Phòng Tuyên truyền'], time: 'tháng 3/2026', due: null },
      {
        content: 'Biên soạn tài liệu hỏi đáp',
        leadUnits: ['Phòng Khoa giáo'],
        time: 'Hoàn thành trước ngày 30/4/2026',
        due: '2026-04-30',
      },
      { content: 'Tổ chức cuộc thi viết về tấm gương nhà giáo', leadUnits: [], time: 'Quý II, III/2026', due: null },
    ],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../reading/text.ts';
import { parsePlan } from './parse-plan.ts';

const parse = (lines: string) => parsePlan(readText(lines));

const DECISION = `BỘ GIÁO DỤC VÀ ĐÀO TẠO
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1658/QĐ-BGDĐT

Hà Nội, ngày 31 tháng 12 năm 2025

QUYẾT ĐỊNH

BAN HÀNH KẾ HOẠCH TRUYỀN THÔNG GIÁO DỤC NĂM 2026

BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO

Căn cứ Nghị định số 37/2025/NĐ-CP ngày 26/02/2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn;

Theo đề nghị của Chánh Văn phòng.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch truyền thông giáo dục năm 2026.

Điều 2. Các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2 (để thực hiện);
- Lưu: VT, VP.

KT. BỘ TRƯỞNG
THỨ TRƯỞNG


Lò Văn Khang

KẾ HOẠCH

TRUYỀN THÔNG GIÁO DỤC NĂM 2026
(Kèm theo Quyết định số 1658/QĐ-BGDĐT ngày 31 tháng 12 năm 2025 của Bộ trưởng Bộ Giáo dục và Đào tạo)

I. MỤC ĐÍCH

- Nâng cao nhận thức của xã hội về giáo dục.

II. NỘI DUNG

1. Đổi mới giáo dục mầm non

a) Phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi.

- Đơn vị chủ trì: Vụ Giáo dục Mầm non.

- Đơn vị phối hợp: Văn phòng, Báo Giáo dục và Thời đại.

- Thời gian thực hiện: Quý II, III/2026.

- Sản phẩm: 05 bài báo, 02 phóng sự.

2. Giáo dục phổ thông

a) Kỳ thi tốt nghiệp trung học phổ thông.

- Chủ trì: Cục Quản lý chất lượng; phối hợp: Văn phòng.

- Thời gian: Tháng 5 - 7/2026.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng Bộ là đầu mối theo dõi, đôn đốc, tổng hợp, báo cáo Bộ trưởng.

2. Kinh phí thực hiện do ngân sách nhà nước bảo đảm.
`;

test('of a decision that issues a plan, the plan behind it is read', () => {
  const draft = parse(DECISION);
  assert.equal(draft.docType, 'KẾ HOẠCH');
  assert.equal(draft.title, 'TRUYỀN THÔNG GIÁO DỤC NĂM 2026');
  assert.equal(`${draft.header.number}/${draft.header.symbol}`, '1658/QĐ-BGDĐT');
  assert.deepEqual(
    draft.legalBases.map((basis) => basis.ref),
    ['37/2025/NĐ-CP'],
  );
  assert.equal(draft.signer?.name, 'Lò Văn Khang');
  assert.deepEqual(
    draft.sections.map((section) => section.title),
    ['MỤC ĐÍCH', 'NỘI DUNG', 'TỔ CHỨC THỰC HIỆN'],
  );
  assert.equal(draft.budget?.source, 'ngân sách nhà nước');
  assert.deepEqual(
    draft.responsibilities.map((one) => one.actor),
    ['Văn phòng Bộ'],
  );
});

test('points with lines that say who, when and what are activities', () => {
  const { activities, contentAreas } = parse(DECISION);
  assert.deepEqual(
    activities.map(({ content, leadUnits, coordinatingUnits, time }) => ({
      content,
      leadUnits,
      coordinatingUnits,
      quarters: time.quarters,
      months: time.months,
      year: time.year,
    })),
    [
      {
        content: 'Phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi',
        leadUnits: ['Vụ Giáo dục Mầm non'],
        coordinatingUnits: ['Văn phòng', 'Báo Giáo dục và Thời đại'],
        quarters: [2, 3],
        months: [],
        year: 2026,
      },
      {
        content: 'Kỳ thi tốt nghiệp trung học phổ thông',
        leadUnits: ['Cục Quản lý chất lượng'],
        coordinatingUnits: ['Văn phòng'],
        quarters: [],
        months: [5, 6, 7],
        year: 2026,
      },
    ],
  );
  assert.deepEqual(activities[0]?.counts, [
    { count: 5, unit: 'bài báo' },
    { count: 2, unit: 'phóng sự' },
  ]);
  assert.equal(contentAreas[0]?.text, 'Phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi.');
});

test('text copied from a law site: columns of pipes, lines broken anywhere, parts without end marks', () => {
  const draft = parse(`ỦY BAN NHÂN DÂN
TỈNH SÔNG TRÀ
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
172/KH-UBND
|
Sông
Trà, ngày 30 tháng 3 năm 2020
|
KẾ HOẠCH
TRUYỀN THÔNG VỀ HUY ĐỘNG NGUỒN LỰC CHO GIÁO DỤC
TRÊN ĐỊA BÀN TỈNH GIAI ĐOẠN 2020 - 2025
Căn cứ Nghị quyết số 35/NQ-CP ngày
04/6/2019 của Chính phủ về tăng cường huy động các nguồn lực của xã hội đầu tư
cho phát triển giáo dục và đào tạo giai đoạn 2019 - 2025;
Ủy ban nhân dân tỉnh Sông Trà ban
hành Kế hoạch truyền thông như sau:
I. NỘI DUNG
1. Tuyên truyền về chủ trương của
Đảng, chính sách, pháp luật của Nhà nước về xã hội hóa giáo dục.
2. Tuyên truyền kết quả huy động nguồn
lực xã hội tại các địa phương; các gương điển hình.
II. TỔ CHỨC THỰC HIỆN
1. Sở Giáo dục và Đào tạo là cơ quan thường trực, có trách nhiệm:
a) Chủ trì, phối hợp với các đơn vị liên
quan triển khai Kế hoạch này.
2. Sở Tài chính
Tham mưu bố trí kinh phí theo quy định.
Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.
|
TM. ỦY BAN
NHÂN DÂN
CHỦ TỊCH
Đặng Thu Hoài
|`);
  assert.equal(draft.header.issuingBody, 'Ủy ban nhân dân tỉnh Sông Trà');
  assert.equal(draft.header.place, 'Sông Trà');
  assert.equal(draft.header.date?.iso, '2020-03-30');
  assert.deepEqual(
    draft.contentAreas.map((area) => area.text),
    [
      'Tuyên truyền về chủ trương của Đảng, chính sách, pháp luật của Nhà nước về xã hội hóa giáo dục.',
      'Tuyên truyền kết quả huy động nguồn lực xã hội tại các địa phương; các gương điển hình.',
    ],
  );
  assert.deepEqual(
    draft.responsibilities.map((one) => one.actor),
    ['Sở Giáo dục và Đào tạo', 'Sở Tài chính'],
  );
  assert.equal(draft.signer?.name, 'Đặng Thu Hoài');
});

test('where the name of the document is lost, the opening gives it, to be checked', () => {
  const draft = parse(`ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 983/KH-UBND | Sông Trà, ngày 15 tháng 5 năm 2019 |
Ủy ban nhân dân tỉnh ban hành Kế hoạch truyền thông về phổ cập giáo dục giai đoạn 2019 - 2021 như sau:
I. MỤC ĐÍCH
1. Để mọi nhà biết chính sách.
2. Để trẻ được đến lớp.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tư pháp phối hợp chỉ đạo tuyên truyền.`);
  assert.equal(draft.title, 'truyền thông về phổ cập giáo dục giai đoạn 2019 - 2021');
  assert.ok((draft.evidence.title?.confidence ?? 1) < 0.7);
  assert.deepEqual(draft.period, { kind: 'range', from: 2019, to: 2021 });
  assert.equal(draft.header.place, 'Sông Trà');
  assert.equal(draft.purposes.length, 2);
  assert.equal(draft.signer, null);
});

test('a heading over names: each paragraph with a name before its colon binds its own', () => {
  const draft = parse(`KẾ HOẠCH
Truyền thông năm 2026
I. MỤC ĐÍCH
- Để cha mẹ hiểu.
II. TỔ CHỨC THỰC HIỆN
1. Ban Giám hiệu
- Hiệu trưởng: Chỉ đạo chung.
- Phó Hiệu trưởng: Duyệt tin, bài.
2. Tổ chuyên môn
- Mỗi tổ 1 bài/học kỳ giới thiệu cách làm hay.`);
  assert.deepEqual(
    draft.responsibilities.map((one) => one.actor),
    ['Hiệu trưởng', 'Phó Hiệu trưởng', 'Tổ chuyên môn'],
  );
  assert.deepEqual(
    draft.quotas.map(({ actor, product, minCount, per }) => ({ actor, product, minCount, per })),
    [{ actor: 'Tổ chuyên môn', product: 'bài', minCount: 1, per: 'semester' }],
  );
});

test('steps of a plan over several years are headings, no activities', () => {
  const draft = parse(`KẾ HOẠCH
Truyền thông giai đoạn 2026 - 2030
I. MỤC ĐÍCH
- Để cha mẹ hiểu.
II. CÁC BƯỚC THỰC HIỆN
1. Năm 2026: khảo sát nhận thức của phụ huynh, xây dựng tài liệu.
2. Giai đoạn 2027 - 2028: truyền thông rộng khắp; đánh giá giữa kỳ.
3. Giai đoạn 2029 - 2030: duy trì, nhân rộng cách làm tốt.`);
  assert.deepEqual(
    draft.sections[1]?.children.map((child) => child.title),
    ['Năm 2026', 'Giai đoạn 2027 - 2028', 'Giai đoạn 2029 - 2030'],
  );
  assert.deepEqual(draft.activities, []);
});

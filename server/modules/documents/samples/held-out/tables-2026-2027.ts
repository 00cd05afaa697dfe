import { act, base, channel, quota, ref, report, section, to } from '../authoring.ts';
import type { Cell, Row, SamplePlan } from '../source.ts';

/** A row of the schedule: the months that carry a cross. */
const year = [9, 10, 11, 12, 1, 2, 3, 4, 5];
const crosses = (...months: number[]): Cell[] => year.map((month) => (months.includes(month) ? 'x' : ''));
const planned = (no: string, what: string, product: string, counts: string, unit: string, ...months: number[]): Row =>
  act([no, what, product, ...crosses(...months), unit], counts, { months });

const tasks = (no: string, actor: string, ...texts: [string, string][]): Row[] =>
  texts.map(([text, due], i) => ({
    cells:
      i === 0
        ? [{ text: no, rows: texts.length }, { text: actor, rows: texts.length }, text, due]
        : [null, null, text, due],
    is: 'duty',
  }));

const topic = (no: string, title: string, text: string, focal: string): Row => ({
  cells: [no, title, text, focal],
  is: 'area',
});

export const plan: SamplePlan = {
  name: 'tables-2026-2027',
  level: 'commune',
  shape: 'Everything in tables: purpose, content, a schedule with a cross per month under two header rows, duties',
  header: {
    parent: ['UBND PHƯỜNG TÂN AN KHÊ'],
    body: ['PHÒNG VĂN HÓA - XÃ HỘI'],
    number: 'Số: 19/KH-VHXH',
    placeDate: 'Tân An Khê, ngày 28 tháng 8 năm 2026',
    gold: {
      parentBody: { value: 'UBND phường Tân An Khê', stated: true, inferred: null },
      issuingBody: {
        value: 'Phòng Văn hóa - Xã hội',
        full: 'Phòng Văn hóa - Xã hội phường Tân An Khê',
        stated: true,
      },
      number: '19',
      symbol: 'KH-VHXH',
      place: 'Tân An Khê',
      date: { day: 28, month: 8, year: 2026, iso: '2026-08-28', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Truyền thông giáo dục trên địa bàn phường', 'Năm học 2026 - 2027'],
  titleNorm: 'Truyền thông giáo dục trên địa bàn phường năm học 2026 - 2027',
  period: { kind: 'schoolYear', from: 2026, to: 2027, statedIn: 'title' },
  preamble: [
    base(
      'Thực hiện',
      'Kế hoạch',
      '71/KH-UBND',
      '20/8/2026',
      'UBND phường Tân An Khê',
      'về nhiệm vụ giáo dục năm học 2026 - 2027',
    ),
  ],
  opening: 'Phòng Văn hóa - Xã hội xây dựng Kế hoạch truyền thông giáo dục năm học 2026 - 2027 theo các bảng dưới đây:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      {
        node: 'table',
        head: [],
        fields: ['other', 'item'],
        widths: [20, 80],
        rows: [
          {
            cells: [
              'Mục đích',
              'Cung cấp thông tin giáo dục kịp thời, gần gũi cho nhân dân trong phường; động viên đội ngũ nhà giáo và học sinh thi đua dạy tốt, học tốt.',
            ],
            is: 'purpose',
          },
          {
            cells: [
              { text: 'Yêu cầu', rows: 2 },
              'Nội dung chính xác, ngắn gọn, có hình ảnh minh họa; được duyệt trước khi đăng.',
            ],
            is: 'requirement',
          },
          {
            cells: [null, 'Mỗi trường có ít nhất một hoạt động tiêu biểu được giới thiệu; không chạy theo số lượng.'],
            is: 'requirement',
          },
        ],
      },
    ),
    section(
      'II',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      {
        node: 'table',
        head: [['STT', 'Lĩnh vực', 'Nội dung truyền thông', 'Đơn vị đầu mối']],
        fields: ['no', 'area', 'item', 'focal'],
        widths: [8, 24, 46, 22],
        rows: [
          topic(
            '1',
            'Giáo dục mầm non',
            'An toàn của trẻ, bữa ăn học đường, quản lý nhóm trẻ độc lập; huy động trẻ ra lớp ở khu nhà trọ công nhân.',
            'Trường Mầm non Tân An',
          ),
          topic(
            '2',
            'Giáo dục tiểu học',
            'Dạy học hai buổi, học bạ số, văn hóa đọc, giáo dục lối sống; thực hiện Thông tư số 27/2020/TT-BGDĐT ngày 04/9/2020 về đánh giá học sinh tiểu học.',
            'Trường Tiểu học Tân An 1; Trường Tiểu học Tân An 2',
          ),
          topic(
            '3',
            'Giáo dục trung học cơ sở',
            'Giáo dục STEM, hướng nghiệp, phòng, chống bạo lực học đường và tác hại của thuốc lá điện tử.',
            'Trường THCS An Khê',
          ),
          topic(
            '4',
            'Xã hội học tập',
            'Hoạt động của trung tâm học tập cộng đồng, tủ sách khu phố, phong trào khuyến học trong các gia đình.',
            'Hội Khuyến học phường',
          ),
        ],
      },
    ),
    section(
      'III',
      'LỊCH THỰC HIỆN',
      {},
      {
        node: 'table',
        head: [
          [
            { text: 'STT', rows: 2 },
            { text: 'Hoạt động', rows: 2 },
            { text: 'Sản phẩm', rows: 2 },
            { text: 'Năm 2026', cols: 4 },
            null,
            null,
            null,
            { text: 'Năm 2027', cols: 5 },
            null,
            null,
            null,
            null,
            { text: 'Đơn vị thực hiện', rows: 2 },
          ],
          [null, null, null, '9', '10', '11', '12', '1', '2', '3', '4', '5', null],
        ],
        fields: ['no', 'content', 'product', ...year.map(() => 'other' as const), 'lead'],
        widths: [7, 21, 17, 5, 5, 5, 5, 4, 4, 4, 4, 4, 15],
        rows: [
          planned('1', 'Khai giảng, ngày hội đến trường', '05 tin, 01 video', '5 tin, 1 video', 'Các trường học', 9),
          planned(
            '2',
            'Tuần lễ hưởng ứng học tập suốt đời',
            '02 tin, 01 bài',
            '2 tin, 1 bài',
            'Hội Khuyến học phường',
            10,
          ),
          planned(
            '3',
            'Chào mừng ngày Nhà giáo Việt Nam',
            '05 bài, 01 phóng sự ảnh',
            '5 bài, 1 phóng sự ảnh',
            'Các trường học',
            11,
          ),
          planned(
            '4',
            'Giới thiệu mô hình hay, cách làm sáng tạo',
            '06 bài',
            '6 bài',
            'Phòng Văn hóa - Xã hội',
            10,
            12,
            2,
            4,
          ),
          planned(
            '5',
            'Tuyên truyền tuyển sinh đầu cấp',
            '03 tin, 01 infographic',
            '3 tin, 1 infographic',
            'Các trường học',
            4,
            5,
          ),
          planned('6', 'Tổng kết, tuyên dương cuối năm học', '04 tin', '4 tin', 'Phòng Văn hóa - Xã hội', 5),
        ],
      },
    ),
    section(
      'IV',
      'PHÂN CÔNG NHIỆM VỤ',
      {},
      {
        node: 'table',
        head: [['STT', 'Đơn vị', 'Nhiệm vụ', 'Thời hạn']],
        fields: ['no', 'actor', 'duty', 'other'],
        widths: [8, 24, 50, 18],
        rows: [
          ...tasks(
            '1',
            'Phòng Văn hóa - Xã hội',
            [
              'Chủ trì thực hiện Kế hoạch; biên tập, đăng tin, bài trên trang thông tin điện tử phường và Zalo phường.',
              'Thường xuyên',
            ],
            ['Tổng hợp kết quả, báo cáo UBND phường.', 'Trước 31/5/2027'],
          ),
          ...tasks(
            '2',
            'Các trường học',
            ['Mỗi tháng gửi ít nhất 02 tin, bài về Phòng Văn hóa - Xã hội.', 'Trước ngày 25'],
            ['Cử 01 viên chức phụ trách truyền thông, gửi danh sách về Phòng Văn hóa - Xã hội.', 'Trước 10/9/2026'],
            ['Lấy ý kiến đồng ý của cha mẹ học sinh về việc sử dụng hình ảnh.', 'Tháng 9/2026'],
          ),
          ...tasks('3', 'Hội Khuyến học phường', [
            'Giới thiệu gia đình, dòng họ học tập tiêu biểu; mỗi học kỳ viết ít nhất 02 bài.',
            'Theo học kỳ',
          ]),
          ...tasks('4', 'Ban điều hành các khu phố', [
            'Chuyển thông tin của nhà trường đến từng tổ dân cư qua loa khu phố.',
            'Thường xuyên',
          ]),
        ],
      },
    ),
  ],
  closing:
    'Đề nghị các đơn vị căn cứ Kế hoạch này tổ chức thực hiện, nếu có vướng mắc thì phản ánh về Phòng Văn hóa - Xã hội để phối hợp giải quyết./.',
  recipients: [
    to('UBND phường (b/c)', 'b/c'),
    to('Các trường học trên địa bàn (t/h)', 't/h'),
    to('Hội Khuyến học phường (p/h)', 'p/h'),
    to('Lưu: VT', 'archive'),
  ],
  signer: {
    lines: ['TRƯỞNG PHÒNG'],
    mode: null,
    onBehalfOf: null,
    position: 'TRƯỞNG PHÒNG',
    name: 'Mai Ngọc Quỳnh Chi',
  },
  labels: {
    quotas: [
      quota(
        'Các trường học',
        'product',
        2,
        'month',
        'tin, bài',
        'Mỗi tháng gửi ít nhất 02 tin, bài',
        'Phòng Văn hóa - Xã hội',
        'trước ngày 25',
      ),
      quota(
        'Các trường học',
        'person',
        1,
        null,
        'viên chức',
        'Cử 01 viên chức phụ trách truyền thông',
        'Phòng Văn hóa - Xã hội',
        '2026-09-10',
      ),
      quota('Hội Khuyến học phường', 'product', 2, 'semester', 'bài', 'mỗi học kỳ viết ít nhất 02 bài'),
    ],
    deliverables: [],
    reporting: [
      report('Phòng Văn hóa - Xã hội', 'UBND phường', 'kết quả', '2027-05-31', 'Tổng hợp kết quả, báo cáo UBND phường'),
    ],
    channels: [
      channel('website', 'trang thông tin điện tử phường'),
      channel('zalo', 'Zalo phường'),
      channel('radio', 'loa khu phố'),
    ],
    cited: [
      ref(
        'Thông tư',
        '27/2020/TT-BGDĐT',
        '2020-09-04',
        null,
        'về đánh giá học sinh tiểu học',
        'Thông tư số 27/2020/TT-BGDĐT ngày 04/9/2020',
      ),
    ],
    budget: null,
  },
  layout: { numbering: 'typed', header: 'cells', signature: 'stacked', blankLines: false },
};

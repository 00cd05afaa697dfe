import {
  act,
  all,
  base,
  channel,
  deliverable,
  duty,
  part,
  preambleLine,
  purpose,
  quota,
  ref,
  report,
  requirement,
  say,
  section,
  to,
} from '../authoring.ts';
import type { GoldTime } from '../gold-format.ts';
import type { Cell, Row, SamplePlan } from '../source.ts';

/** A heading row inside the table: it is no work of its own. */
const group = (numeral: string, title: string): Row => ({
  cells: [numeral, { text: title, cols: 4 }, null, null, null],
  bold: true,
});
const task = (
  no: string,
  content: string,
  lead: string,
  support: string,
  time: Cell,
  label: Partial<GoldTime> = {},
): Row => act([no, content, lead, support, time], '', label);

const province =
  'Thực hiện Chương trình hành động số 21-CTr/TU ngày 15/10/2025 của Tỉnh ủy Trường Khê thực hiện Nghị quyết số 71-NQ/TW ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển giáo dục và đào tạo;';

export const plan: SamplePlan = {
  name: 'duty-table-2026-2027',
  level: 'province',
  shape:
    'A department’s school year: every duty in a table with lead, partners and term (dates, quarters, always, monthly), group rows inside the table, signed TUQ.',
  header: {
    parent: ['ỦY BAN NHÂN DÂN', 'TỈNH TRƯỜNG KHÊ'],
    body: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    number: 'Số: 1907/KH-SGD&ĐT',
    placeDate: 'Trường Khê, ngày 11 tháng 9 năm 2026',
    gold: {
      parentBody: { value: 'Ủy ban nhân dân tỉnh Trường Khê', stated: true, inferred: null },
      issuingBody: {
        value: 'Sở Giáo dục và Đào tạo',
        full: 'Sở Giáo dục và Đào tạo tỉnh Trường Khê',
        short: 'Sở GD&ĐT Trường Khê',
        stated: true,
      },
      number: '1907',
      symbol: 'KH-SGD&ĐT',
      place: 'Trường Khê',
      date: { day: 11, month: 9, year: 2026, iso: '2026-09-11', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['TRUYỀN THÔNG CHÍNH SÁCH GIÁO DỤC NĂM HỌC 2026 - 2027'],
  titleNorm: 'Truyền thông chính sách giáo dục năm học 2026 - 2027',
  period: { kind: 'schoolYear', from: 2026, to: 2027, statedIn: 'title' },
  preamble: [
    preambleLine(province, {
      lead: 'Thực hiện',
      type: 'Chương trình hành động',
      ref: '21-CTr/TU',
      issuer: 'Tỉnh ủy Trường Khê',
      date: '2025-10-15',
      title:
        'thực hiện Nghị quyết số 71-NQ/TW ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển giáo dục và đào tạo',
      text: province,
    }),
    base(
      'Thực hiện',
      'Chỉ thị',
      '07/CT-TTg',
      '21/3/2023',
      'Thủ tướng Chính phủ',
      'về việc tăng cường công tác truyền thông chính sách',
    ),
    base(
      'Căn cứ',
      'Công văn',
      '5120/BGDĐT-VP',
      '25/8/2026',
      'Bộ Giáo dục và Đào tạo',
      'về việc hướng dẫn nhiệm vụ truyền thông năm học 2026 - 2027',
      ',',
    ),
  ],
  opening: 'Sở Giáo dục và Đào tạo xây dựng Kế hoạch truyền thông chính sách giáo dục năm học 2026 - 2027 như sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH - YÊU CẦU',
      {},
      part(null, 'Mục đích', {
        tail: ':',
        runIn: purpose(
          'Bảo đảm mỗi chính sách mới về giáo dục của Trung ương và của tỉnh được giải thích rõ trước khi có hiệu lực; người dân được hỏi và được trả lời.',
        ),
      }),
      part(null, 'Yêu cầu', {
        tail: ':',
        runIn: requirement(
          'Các đơn vị chủ động, không chờ báo chí hỏi mới cung cấp thông tin; nhiệm vụ được giao phải có kết quả đúng hạn; bảo đảm bí mật nhà nước, bí mật công tác và dữ liệu cá nhân khi cung cấp thông tin.',
        ),
      }),
    ),
    section(
      'II',
      'NHIỆM VỤ CỤ THỂ',
      {},
      {
        node: 'table',
        head: [['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành']],
        fields: ['no', 'content', 'lead', 'with', 'time'],
        widths: [6, 42, 18, 20, 14],
        rows: [
          group('A', 'Công tác chỉ đạo, điều hành'),
          task(
            '1',
            'Ban hành quy chế phối hợp cung cấp thông tin giữa các phòng thuộc Sở',
            'Văn phòng Sở',
            'Các phòng thuộc Sở',
            'Trước 15/10/2026',
            { deadline: '2026-10-15', year: 2026 },
          ),
          task(
            '2',
            'Lập danh sách đầu mối truyền thông của 100% đơn vị, trường học',
            'Phòng Tổ chức cán bộ',
            'Phòng Văn hóa - Xã hội các xã, phường; Các đơn vị trực thuộc',
            '30/9/2026',
            { deadline: '2026-09-30', year: 2026 },
          ),
          task('3', 'Điểm báo, tham mưu xử lý thông tin dư luận quan tâm', 'Văn phòng Sở', '', 'Thường xuyên'),
          group('B', 'Truyền thông chính sách'),
          task(
            '4',
            'Tuyên truyền chính sách hỗ trợ bữa trưa cho học sinh bán trú xã biên giới',
            'Phòng Giáo dục Mầm non và Tiểu học',
            'Phòng Kế hoạch - Tài chính; Báo và Đài Trường Khê',
            'Quý IV/2026',
            { quarters: [4], year: 2026 },
          ),
          task(
            '5',
            'Lấy ý kiến nhân dân về đề án sắp xếp mạng lưới trường, lớp',
            'Phòng Kế hoạch - Tài chính',
            'UBND các xã, phường',
            'Từ 01/11/2026 đến 31/12/2026',
            { deadline: '2026-12-31', year: 2026 },
          ),
          task(
            '6',
            'Tư vấn, giải đáp tuyển sinh đầu cấp năm học 2027 - 2028',
            'Phòng Quản lý chất lượng',
            'Các trường THCS, THPT',
            'Tháng 5/2027',
            { months: [5], year: 2027, deadline: '2027-05' },
          ),
          task(
            '7',
            'Giới thiệu gương nhà giáo bám bản trong chuyên mục “Người gieo chữ”',
            'Công đoàn ngành Giáo dục',
            'Phòng Tổ chức cán bộ',
            'Hằng tháng',
          ),
          group('C', 'Bồi dưỡng, kiểm tra, tổng kết'),
          task(
            '8',
            'Tập huấn kỹ năng viết tin và trả lời phỏng vấn cho hiệu trưởng',
            'Văn phòng Sở',
            'Hội Nhà báo tỉnh',
            'Quý I năm 2027',
            { quarters: [1], year: 2027 },
          ),
          task(
            '9',
            'Kiểm tra việc công khai, cung cấp thông tin tại các đơn vị, trường học',
            'Phòng Quản lý chất lượng',
            'Văn phòng Sở',
            'Theo kế hoạch kiểm tra của Sở',
          ),
          task(
            '10',
            'Tổng kết, khen thưởng; báo cáo UBND tỉnh và Bộ GD&ĐT',
            'Văn phòng Sở',
            'Các phòng thuộc Sở; Công đoàn ngành Giáo dục',
            'Trước ngày 10 tháng 6 năm 2027',
            { deadline: '2027-06-10', year: 2027 },
          ),
        ],
      },
    ),
    section(
      'III',
      'KÊNH VÀ TẦN SUẤT ĐĂNG TẢI',
      {},
      ...all(say, '–')(
        'Cổng thông tin điện tử Sở GD&ĐT: ít nhất 05 tin/tuần, 02 bài chuyên sâu/tháng.',
        'Trang Facebook “Giáo dục Trường Khê”: mỗi tuần ít nhất 04 bài đăng; Zalo của Sở: khi có thông báo khẩn.',
        'Chuyên mục phối hợp với Báo và Đài Trường Khê: 01 chuyên trang/tháng, 01 phóng sự/quý theo hợp đồng.',
      ),
    ),
    section(
      'IV',
      'TỔ CHỨC THỰC HIỆN',
      {},
      part('1', 'Trưởng các phòng, thủ trưởng các đơn vị trực thuộc', {
        tail: ':',
        runIn: duty(
          'căn cứ nhiệm vụ được phân công tại mục II, xây dựng kế hoạch chi tiết trước ngày 30/9/2026 và chịu trách nhiệm trước Giám đốc Sở về tiến độ, kết quả thực hiện.',
        ),
        actor: {},
      }),
      part('2', 'Văn phòng Sở', {
        tail: ':',
        runIn: duty('theo dõi, đôn đốc; trước ngày 25 hằng tháng tổng hợp tiến độ, báo cáo tại giao ban của Sở.'),
        actor: {},
      }),
      part('3', 'Các trường THPT', {
        tail: ':',
        runIn: duty(
          'niêm yết chính sách mới tại bảng tin của trường; mỗi học kỳ gửi về Văn phòng Sở ít nhất 03 bài viết về việc thực hiện chính sách.',
        ),
        actor: {},
      }),
    ),
  ],
  closing: 'Căn cứ Kế hoạch này, các đơn vị nghiêm túc triển khai thực hiện./.',
  recipients: [
    to('UBND tỉnh, Bộ GD&ĐT (b/c)', 'b/c'),
    to('Ban Giám đốc Sở', null),
    to('Các đơn vị thuộc và trực thuộc Sở (t/h)', 't/h'),
    to('Công đoàn ngành GD (p/h)', 'p/h'),
    to('UBND các xã, phường (p/h)', 'p/h'),
    to('Lưu: VT, VP', 'archive'),
  ],
  signer: {
    lines: ['TUQ. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
    mode: 'TUQ.',
    onBehalfOf: 'GIÁM ĐỐC',
    position: 'CHÁNH VĂN PHÒNG',
    name: 'Hà Vĩnh Sơn Lâm',
  },
  labels: {
    quotas: [
      { ...quota('', 'product', 5, 'week', 'tin', 'ít nhất 05 tin/tuần'), actor: null },
      { ...quota('', 'product', 2, 'month', 'bài chuyên sâu', '02 bài chuyên sâu/tháng'), actor: null },
      { ...quota('', 'product', 4, 'week', 'bài đăng', 'mỗi tuần ít nhất 04 bài đăng'), actor: null },
      { ...quota('', 'product', 1, 'month', 'chuyên trang', '01 chuyên trang/tháng'), actor: null },
      { ...quota('', 'product', 1, 'quarter', 'phóng sự', '01 phóng sự/quý'), actor: null },
      quota(
        'Các trường THPT',
        'product',
        3,
        'semester',
        'bài viết',
        'mỗi học kỳ gửi về Văn phòng Sở ít nhất 03 bài viết',
        'Văn phòng Sở',
      ),
    ],
    deliverables: [
      deliverable(
        'Trưởng các phòng, thủ trưởng các đơn vị trực thuộc',
        null,
        'kế hoạch chi tiết',
        '2026-09-30',
        'xây dựng kế hoạch chi tiết trước ngày 30/9/2026',
      ),
    ],
    reporting: [
      report(
        'Văn phòng Sở',
        null,
        'tiến độ',
        'trước ngày 25 hằng tháng',
        'trước ngày 25 hằng tháng tổng hợp tiến độ, báo cáo tại giao ban của Sở',
      ),
      report(
        'Văn phòng Sở',
        'UBND tỉnh và Bộ GD&ĐT',
        'tổng kết',
        '2027-06-10',
        'Tổng kết, khen thưởng; báo cáo UBND tỉnh và Bộ GD&ĐT',
      ),
    ],
    channels: [
      channel('portal', 'Cổng thông tin điện tử Sở GD&ĐT'),
      channel('fanpage', 'Trang Facebook “Giáo dục Trường Khê”'),
      channel('zalo', 'Zalo của Sở'),
      channel('press', 'Báo và Đài Trường Khê'),
      channel('publication', 'bảng tin của trường', 'other'),
    ],
    cited: [
      ref(
        'Nghị quyết',
        '71-NQ/TW',
        '2025-08-22',
        'Bộ Chính trị',
        'về đột phá phát triển giáo dục và đào tạo',
        'Nghị quyết số 71-NQ/TW ngày 22/8/2025',
      ),
    ],
    budget: null,
  },
  layout: { numbering: 'typed', header: 'spaces', signature: 'beside', blankLines: false },
};

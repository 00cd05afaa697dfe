import {
  actor,
  all,
  area,
  base,
  budget,
  channel,
  duty,
  item,
  purpose,
  quota,
  ref,
  report,
  requirement,
  say,
  section,
  to,
} from '../authoring.ts';
import type { SamplePlan } from '../source.ts';

export const plan: SamplePlan = {
  name: 'plain-2026',
  level: 'nursery',
  shape:
    'No numbers and no bullets: capital lines for sections, bold lines for what stands under them, lost in the text',
  header: {
    parent: ['UBND XÃ ĐỒNG SEN'],
    body: ['TRƯỜNG MẦM NON HOA GẠO'],
    number: 'Số: 27/KH-MNHG',
    placeDate: 'Đồng Sen, ngày 23 tháng 01 năm 2026',
    gold: {
      parentBody: { value: 'UBND xã Đồng Sen', stated: true, inferred: null },
      issuingBody: { value: 'Trường Mầm non Hoa Gạo', short: 'Trường MN Hoa Gạo', stated: true },
      number: '27',
      symbol: 'KH-MNHG',
      place: 'Đồng Sen',
      date: { day: 23, month: 1, year: 2026, iso: '2026-01-23', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Truyền thông của nhà trường năm 2026'],
  titleNorm: 'Truyền thông của nhà trường năm 2026',
  period: { kind: 'calendarYear', from: 2026, to: 2026, statedIn: 'title' },
  preamble: [
    base(
      'Căn cứ',
      'Thông tư',
      '52/2020/TT-BGDĐT',
      '31/12/2020',
      'Bộ Giáo dục và Đào tạo',
      'ban hành Điều lệ trường mầm non',
    ),
    base('Căn cứ', 'Kế hoạch', '12/KH-UBND', '15/01/2026', 'UBND xã Đồng Sen', 'về công tác giáo dục năm 2026'),
  ],
  opening: 'Trường Mầm non Hoa Gạo xây dựng Kế hoạch truyền thông của nhà trường năm 2026 như sau:',
  body: [
    section(
      null,
      'MỤC ĐÍCH',
      {},
      ...all(purpose)(
        'Giúp cha mẹ trẻ hiểu nội dung, phương pháp chăm sóc, giáo dục trẻ ở trường để cùng phối hợp thực hiện tại gia đình.',
        'Giới thiệu hình ảnh đẹp của cô và trẻ, vận động các gia đình đưa trẻ trong độ tuổi đến lớp.',
      ),
    ),
    section(
      null,
      'YÊU CẦU',
      {},
      ...all(requirement)(
        'Thông tin chân thực, gần gũi, dễ làm theo; tôn trọng quyền riêng tư của trẻ.',
        'Không đăng ảnh trẻ khi cha mẹ chưa đồng ý bằng văn bản.',
      ),
    ),
    section(
      null,
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      area(
        null,
        'Nuôi dưỡng, chăm sóc sức khỏe',
        true,
        ...all(item)(
          'Thực đơn theo mùa, vệ sinh an toàn thực phẩm, cân đo và theo dõi tăng trưởng của trẻ.',
          'Phòng bệnh tay chân miệng, sốt xuất huyết; tiêm chủng đầy đủ, đúng lịch.',
        ),
      ),
      area(
        null,
        'Giáo dục và phát triển trẻ',
        true,
        ...all(item)(
          'Học qua chơi, phát triển ngôn ngữ và tình cảm xã hội; chuẩn bị cho trẻ 5 tuổi vào lớp 1.',
          'Quyền trẻ em và cách kỷ luật tích cực trong gia đình theo Luật Trẻ em số 102/2016/QH13.',
        ),
      ),
      area(
        null,
        'Hoạt động của nhà trường',
        true,
        ...all(item)(
          'Hội xuân, ngày hội thể thao của bé, lễ ra trường, tết Trung thu.',
          'Gương cô giáo, nhân viên nuôi dưỡng tận tâm; sự chung tay của phụ huynh.',
        ),
      ),
    ),
    section(
      null,
      'HÌNH THỨC TRUYỀN THÔNG',
      {},
      ...all(say)(
        'Họp phụ huynh đầu năm và cuối năm; tờ rơi hướng dẫn chăm sóc trẻ.',
        'Trang Facebook của trường, nhóm Zalo của lớp.',
      ),
    ),
    section(null, 'KINH PHÍ', {}, budget('Kinh phí lấy từ nguồn chi hoạt động của nhà trường năm 2026.')),
    section(
      null,
      'PHÂN CÔNG THỰC HIỆN',
      {},
      actor(
        null,
        'Ban giám hiệu',
        '',
        ...all(duty)(
          'Chỉ đạo, kiểm tra việc thực hiện; duyệt bài, ảnh trước khi đăng.',
          'Báo cáo UBND xã kết quả truyền thông trước ngày 15/12/2026.',
        ),
      ),
      actor(
        null,
        'Tổ chuyên môn các khối nhà trẻ, mẫu giáo',
        '',
        ...all(duty)(
          'Mỗi tháng viết ít nhất 01 bài và nộp 05 ảnh hoạt động về Ban giám hiệu.',
          'Soạn nội dung tờ rơi theo chủ đề, phù hợp với từng độ tuổi.',
        ),
      ),
      actor(
        null,
        'Nhân viên y tế',
        '',
        ...all(duty)('Biên soạn bài phòng bệnh theo mùa, mỗi quý ít nhất 02 bài; tư vấn dinh dưỡng cho cha mẹ trẻ.'),
      ),
    ),
  ],
  closing: 'Trên đây là Kế hoạch truyền thông của nhà trường năm 2026, đề nghị các bộ phận, cá nhân thực hiện./.',
  recipients: [
    to('UBND xã (để b/c)', 'b/c'),
    to('Phòng Văn hóa - Xã hội (để b/c)', 'b/c'),
    to('Các tổ, bộ phận (để t/h)', 't/h'),
    to('Lưu: VT', 'archive'),
  ],
  signer: {
    lines: ['HIỆU TRƯỞNG'],
    mode: null,
    onBehalfOf: null,
    position: 'HIỆU TRƯỞNG',
    name: 'Quách Thị Lan Phương',
  },
  labels: {
    quotas: [
      quota(
        'Tổ chuyên môn các khối nhà trẻ, mẫu giáo',
        'product',
        1,
        'month',
        'bài',
        'Mỗi tháng viết ít nhất 01 bài',
        'Ban giám hiệu',
      ),
      quota(
        'Tổ chuyên môn các khối nhà trẻ, mẫu giáo',
        'product',
        5,
        'month',
        'ảnh hoạt động',
        'nộp 05 ảnh hoạt động',
        'Ban giám hiệu',
      ),
      quota('Nhân viên y tế', 'product', 2, 'quarter', 'bài', 'mỗi quý ít nhất 02 bài'),
    ],
    deliverables: [],
    reporting: [
      report(
        'Ban giám hiệu',
        'UBND xã',
        'kết quả truyền thông',
        '2026-12-15',
        'Báo cáo UBND xã kết quả truyền thông trước ngày 15/12/2026',
      ),
    ],
    channels: [
      channel('publication', 'tờ rơi', 'main', 'tờ rơi hướng dẫn chăm sóc trẻ'),
      channel('direct', 'Họp phụ huynh'),
      channel('fanpage', 'Trang Facebook của trường'),
      channel('zalo', 'nhóm Zalo của lớp'),
    ],
    cited: [ref('Luật', '102/2016/QH13', null, null, 'Trẻ em', 'Luật Trẻ em số 102/2016/QH13')],
    budget: { source: 'nguồn chi hoạt động của nhà trường năm 2026', amount: null, year: 2026 },
    noise: [{ kind: 'noNumbers', what: 'no numbers, no bullets; bold lines are plain in the text' }],
  },
  layout: { numbering: 'typed', header: 'stacked', signature: 'stacked', blankLines: false, extra: ['tcvn3'] },
};

import {
  act,
  actor,
  all,
  area,
  base,
  budget,
  channel,
  deliverable,
  duty,
  item,
  part,
  preambleLine,
  purpose,
  quota,
  report,
  requirement,
  section,
  to,
} from '../authoring.ts';
import type { Row, SamplePlan } from '../source.ts';

const month = (...months: number[]) => ({ months, year: (months[0] ?? 0) > 8 ? 2025 : 2026 });

const rows: Row[] = [
  act(
    [
      { text: 'Tháng 9/2025', rows: 2 },
      { text: 'Chào năm học mới', rows: 2 },
      'Lễ khai giảng, ngày hội đón học sinh lớp 6; nền nếp đầu năm học',
      '03 tin, 01 album ảnh',
      'Tổng phụ trách Đội',
    ],
    '3 tin, 1 album ảnh',
    month(9),
  ),
  act(
    [
      null,
      null,
      'Tháng An toàn giao thông; ký cam kết với phụ huynh trước cổng trường',
      '02 tin',
      'Chi đoàn giáo viên',
    ],
    '2 tin',
    month(9),
  ),
  act(
    [
      'Tháng 10/2025',
      'Học tập suốt đời',
      'Tuần lễ hưởng ứng học tập suốt đời; câu chuyện đọc sách của các lớp',
      '02 tin, 01 bài viết, 01 video clip',
      'Nhân viên thư viện; Tổ Khoa học xã hội',
    ],
    '2 tin, 1 bài viết, 1 video clip',
    month(10),
  ),
  act(
    [
      'Tháng 11/2025',
      'Tri ân thầy cô',
      'Kỷ niệm ngày Nhà giáo Việt Nam 20/11; chân dung nhà giáo được học sinh yêu mến',
      '04 tin, 03 bài viết',
      'Công đoàn trường; Tổ Khoa học xã hội',
    ],
    '4 tin, 3 bài viết',
    month(11),
  ),
  act(
    [
      'Tháng 12/2025',
      'Uống nước nhớ nguồn',
      'Thăm gia đình chính sách; thi tìm hiểu lịch sử địa phương; ôn tập cuối học kỳ I',
      '02 tin, 01 bài viết',
      'Tổ Khoa học xã hội',
    ],
    '2 tin, 1 bài viết',
    month(12),
  ),
  act(
    [
      { text: 'Tháng 01 và tháng 02/2026', rows: 2 },
      { text: 'Mừng Đảng, mừng Xuân', rows: 2 },
      'Sơ kết học kỳ I; tuyên dương học sinh tiến bộ',
      '02 tin, 01 infographic',
      'Tổ Khoa học tự nhiên',
    ],
    '2 tin, 1 infographic',
    month(1, 2),
  ),
  act(
    [null, null, 'Tết yêu thương vì học sinh có hoàn cảnh khó khăn', '01 phóng sự ảnh', 'Tổng phụ trách Đội'],
    '1 phóng sự ảnh',
    month(1, 2),
  ),
  act(
    [
      'Tháng 3/2026',
      'Tiến bước lên Đoàn',
      'Ngày hội STEM; lớp cảm tình Đoàn; câu lạc bộ tiếng Anh',
      '03 tin, 02 video clip',
      'Chi đoàn giáo viên; Tổ Khoa học tự nhiên',
    ],
    '3 tin, 2 video clip',
    month(3),
  ),
  act(
    [
      'Tháng 4/2026',
      'Chọn hướng đi sau lớp 9',
      'Tư vấn hướng nghiệp, phân luồng; gặp gỡ cựu học sinh thành đạt',
      '02 tin, 02 bài viết',
      'Ban Thông tin - Truyền thông',
    ],
    '2 tin, 2 bài viết',
    month(4),
  ),
  act(
    [
      'Tháng 5/2026',
      'Nhìn lại một năm học',
      'Tổng kết năm học; lễ tri ân và trưởng thành của học sinh lớp 9; quản lý học sinh trong hè',
      '03 tin, 01 kỷ yếu điện tử',
      'Ban Thông tin - Truyền thông; Tổng phụ trách Đội',
    ],
    '3 tin, 1 kỷ yếu điện tử',
    month(5),
  ),
];

/** As a converter to Markdown leaves it: headings bold, the table with bars. */
function spoil(text: string): string {
  let inTable = false;
  return text
    .split('\n')
    .flatMap((line) => {
      const bars = line.split('\t').length === 5 ? `| ${line.split('\t').join(' | ')} |` : null;
      const first = bars !== null && !inTable;
      inTable = bars !== null;
      if (bars) return first ? [bars, '| --- | --- | --- | --- | --- |'] : [bars];
      return [/^([IVX]+|\d+)\. /.test(line) || line === 'KẾ HOẠCH' ? `**${line}**` : line];
    })
    .join('\n');
}

export const plan: SamplePlan = {
  name: 'lower-secondary-2025-2026',
  level: 'lower-secondary',
  shape:
    'A lower-secondary school’s plan with a calendar by month: topic, content, form, who is in charge; Markdown text',
  header: {
    parent: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG HẠ LONG BIÊN'],
    body: ['TRƯỜNG THCS HẠ LONG BIÊN'],
    number: 'Số: 05/KH-THCSHLB',
    placeDate: 'Hạ Long Biên, ngày 08 tháng 9 năm 2025',
    gold: {
      parentBody: { value: 'Ủy ban nhân dân phường Hạ Long Biên', stated: true, inferred: null },
      issuingBody: {
        value: 'Trường THCS Hạ Long Biên',
        full: 'Trường Trung học cơ sở Hạ Long Biên',
        stated: true,
      },
      number: '05',
      symbol: 'KH-THCSHLB',
      place: 'Hạ Long Biên',
      date: { day: 8, month: 9, year: 2025, iso: '2025-09-08', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Công tác truyền thông năm học 2025-2026'],
  titleNorm: 'Công tác truyền thông năm học 2025-2026',
  period: { kind: 'schoolYear', from: 2025, to: 2026, statedIn: 'title' },
  preamble: [
    base(
      'Căn cứ',
      'Thông tư',
      '32/2020/TT-BGDĐT',
      '15 tháng 9 năm 2020',
      'Bộ trưởng Bộ Giáo dục và Đào tạo',
      'ban hành Điều lệ trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học',
    ),
    base(
      'Thực hiện',
      'Kế hoạch',
      '86/KH-UBND',
      '29 tháng 8 năm 2025',
      'Ủy ban nhân dân phường Hạ Long Biên',
      'về truyền thông giáo dục năm học 2025-2026',
    ),
    preambleLine('Căn cứ tình hình thực tế của nhà trường,'),
  ],
  opening: 'Trường THCS Hạ Long Biên xây dựng Kế hoạch công tác truyền thông năm học 2025-2026 như sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH',
      {},
      ...all(purpose, '-')(
        'Xây dựng hình ảnh nhà trường thân thiện, tin cậy; để cha mẹ học sinh và cộng đồng hiểu, ủng hộ và tham gia giáo dục học sinh.',
        'Tạo thói quen cung cấp thông tin minh bạch, kịp thời trong nội bộ và với xã hội; khích lệ thầy và trò thi đua dạy tốt, học tốt.',
      ),
    ),
    section(
      'II',
      'YÊU CẦU',
      {},
      ...all(requirement, '-')(
        'Mọi tin, bài đều được Ban Thông tin - Truyền thông biên tập và Hiệu trưởng duyệt trước khi đăng.',
        'Có sự đồng ý của cha mẹ và của học sinh từ đủ 7 tuổi trước khi đăng ảnh nhận diện được học sinh.',
        'Lời văn trong sáng, tôn trọng người học; không so sánh, không nêu tên học sinh vi phạm.',
      ),
    ),
    section(
      'III',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      area(
        '1',
        'Hoạt động dạy học và giáo dục',
        true,
        ...all(item, '-')(
          'Đổi mới phương pháp dạy học, giáo dục STEM, câu lạc bộ và hoạt động trải nghiệm, hướng nghiệp.',
          'Kết quả học tập, các kỳ thi, hội thi của giáo viên và học sinh.',
        ),
      ),
      area(
        '2',
        'Trường học an toàn, hạnh phúc',
        true,
        ...all(item, '-')(
          'Quy tắc ứng xử văn hóa; phòng, chống bắt nạt, kể cả bắt nạt trên mạng; tư vấn tâm lý học đường.',
          'An toàn giao thông, phòng, chống đuối nước, vệ sinh an toàn thực phẩm bếp ăn bán trú.',
        ),
      ),
      area(
        '3',
        'Công khai và phối hợp với gia đình',
        true,
        ...all(item, '-')(
          'Công khai chất lượng, điều kiện bảo đảm và các khoản thu theo quy định.',
          'Kênh trao đổi giữa giáo viên chủ nhiệm với cha mẹ học sinh; ý kiến góp ý và trả lời của nhà trường.',
        ),
      ),
    ),
    section(
      'IV',
      'LỊCH TRUYỀN THÔNG THEO THÁNG',
      {},
      {
        node: 'table',
        head: [['Tháng', 'Chủ đề', 'Nội dung', 'Hình thức', 'Người phụ trách']],
        fields: ['time', 'theme', 'content', 'product', 'lead'],
        widths: [14, 18, 34, 16, 18],
        rows,
      },
    ),
    section(
      'V',
      'TỔ CHỨC THỰC HIỆN',
      {},
      actor(
        '1',
        'Hiệu trưởng',
        '',
        ...all(duty, '-')(
          'Chỉ đạo chung, là người phát ngôn của nhà trường; quyết định thành lập Ban Thông tin - Truyền thông.',
          'Duyệt tin, bài đăng trên trang thông tin điện tử của trường và fanpage của trường.',
        ),
      ),
      actor(
        '2',
        'Ban Thông tin - Truyền thông',
        '',
        ...all(duty, '-')(
          'Biên tập, đăng tải tin, bài; quản trị trang thông tin điện tử của trường và fanpage của trường; bảo đảm an toàn tài khoản.',
          'Lựa chọn bài hay gửi Phòng Văn hóa - Xã hội phường, mỗi tháng ít nhất 02 bài.',
        ),
      ),
      actor(
        '3',
        'Các tổ chuyên môn',
        '',
        ...all(duty, '-')(
          'Mỗi tháng mỗi tổ gửi ít nhất 01 bài và 03 ảnh về Ban Thông tin - Truyền thông trước ngày 25.',
          'Cuối mỗi học kỳ nộp ảnh tư liệu các hoạt động của tổ về Nhân viên thư viện.',
        ),
      ),
      actor(
        '4',
        'Tổng phụ trách Đội',
        '',
        ...all(duty, '-')(
          'Duy trì phát thanh măng non; thành lập đội phóng viên nhỏ của Liên đội.',
          'Tổ chức cuộc thi viết “Điều em muốn nói” cho học sinh toàn trường.',
        ),
      ),
      actor(
        '5',
        'Giáo viên chủ nhiệm',
        '',
        ...all(duty, '-')(
          'Thu phiếu đồng ý sử dụng hình ảnh của cha mẹ và học sinh; quản lý nhóm Zalo của lớp đúng quy tắc ứng xử.',
          'Phản ánh kịp thời ý kiến của phụ huynh với Hiệu trưởng.',
        ),
      ),
      actor(
        '6',
        'Nhân viên thư viện',
        '',
        duty(
          'Lưu trữ, phân loại ảnh tư liệu; lập danh mục tin, bài đã đăng và báo cáo Hiệu trưởng trước ngày 31/5/2026.',
          '-',
        ),
      ),
      part(
        '7',
        'Kinh phí',
        {},
        budget('Kinh phí thực hiện được trích từ nguồn chi thường xuyên của nhà trường năm học 2025-2026.'),
      ),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch công tác truyền thông năm học 2025-2026 của Trường THCS Hạ Long Biên. Đề nghị các tổ, bộ phận và cá nhân thực hiện nghiêm túc./.',
  recipients: [
    to('Phòng Văn hóa - Xã hội phường (để b/c)', 'b/c'),
    to('Ban Giám hiệu (để chỉ đạo)', null),
    to('Các tổ, bộ phận (để t/h)', 't/h'),
    to('Ban đại diện cha mẹ học sinh (để p/h)', 'p/h'),
    to('Trang thông tin điện tử của trường', null),
    to('Lưu: VT', 'archive'),
  ],
  signer: {
    lines: ['HIỆU TRƯỞNG'],
    mode: null,
    onBehalfOf: null,
    position: 'HIỆU TRƯỞNG',
    name: 'Nguyễn Thị Diệu Hiền',
  },
  labels: {
    quotas: [
      quota(
        'Ban Thông tin - Truyền thông',
        'product',
        2,
        'month',
        'bài',
        'mỗi tháng ít nhất 02 bài',
        'Phòng Văn hóa - Xã hội phường',
      ),
      quota(
        'Các tổ chuyên môn',
        'product',
        1,
        'month',
        'bài',
        'Mỗi tháng mỗi tổ gửi ít nhất 01 bài',
        'Ban Thông tin - Truyền thông',
        'trước ngày 25',
      ),
      quota(
        'Các tổ chuyên môn',
        'product',
        3,
        'month',
        'ảnh',
        'ít nhất 01 bài và 03 ảnh',
        'Ban Thông tin - Truyền thông',
        'trước ngày 25',
      ),
      quota(
        'Các tổ chuyên môn',
        'product',
        null,
        'semester',
        'ảnh tư liệu',
        'Cuối mỗi học kỳ nộp ảnh tư liệu các hoạt động của tổ',
        'Nhân viên thư viện',
        'cuối mỗi học kỳ',
      ),
    ],
    deliverables: [
      deliverable('Tổng phụ trách Đội', null, 'cuộc thi viết', null, 'Tổ chức cuộc thi viết “Điều em muốn nói”'),
      deliverable('Nhân viên thư viện', null, 'danh mục tin, bài', '2026-05-31', 'lập danh mục tin, bài đã đăng'),
    ],
    reporting: [
      report(
        'Nhân viên thư viện',
        'Hiệu trưởng',
        'danh mục tin, bài đã đăng',
        '2026-05-31',
        'lập danh mục tin, bài đã đăng và báo cáo Hiệu trưởng trước ngày 31/5/2026',
      ),
    ],
    channels: [
      channel('website', 'trang thông tin điện tử của trường'),
      channel('fanpage', 'fanpage của trường'),
      channel('radio', 'phát thanh măng non'),
      channel('zalo', 'nhóm Zalo của lớp'),
    ],
    cited: [],
    budget: { source: 'nguồn chi thường xuyên của nhà trường năm học 2025-2026', amount: null, year: null },
    noise: [{ kind: 'markdown', what: 'headings between **, the table with bars' }],
  },
  layout: { numbering: 'automatic', header: 'cells', signature: 'stacked', blankLines: true, spoil },
};

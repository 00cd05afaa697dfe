import {
  act,
  all,
  channel,
  deliverable,
  duty,
  intro,
  item,
  part,
  preambleLine,
  purpose,
  quota,
  report,
  requirement,
  say,
  section,
  solution,
  to,
} from '../authoring.ts';
import type { Heading, SamplePlan } from '../source.ts';

const who = (number: string, title: string, ...texts: string[]): Heading =>
  part(number, title, { actor: {} }, ...all(duty, '•')(...texts));
const topic = (number: string, title: string, ...texts: string[]): Heading =>
  part(number, title, { area: true }, ...all(item, '•')(...texts));

const law = 'Căn cứ Luật Công đoàn năm 2012;';
const guide =
  'Thực hiện Hướng dẫn số 35/HD-CĐGD ngày 05/9/2024 của Ban Thường vụ Công đoàn Giáo dục tỉnh Sông Trà về công tác tuyên giáo năm học 2024 - 2025;';
const school =
  'Thực hiện Kế hoạch số 88/KH-THPTNBS ngày 10/9/2024 của Hiệu trưởng Trường THPT Ngã Ba Sông về thực hiện nhiệm vụ năm học 2024 - 2025;';

/** The two bodies run together in one line, as copying the header's left cell leaves them. */
const joined = (text: string): string =>
  text.replace(/^(CÔNG ĐOÀN GIÁO DỤC)\t(.+)\n(TỈNH SÔNG TRÀ)\t(.+)\n/, '$1 $3\t$2\n\t$4\n');

export const plan: SamplePlan = {
  name: 'union-2024-2025',
  level: 'union',
  shape:
    'A school’s trade union: parts A to Đ with I, II below, a table that begins with the month, duties of union groups, signed for the committee',
  header: {
    parent: ['CÔNG ĐOÀN GIÁO DỤC', 'TỈNH SÔNG TRÀ'],
    body: ['CĐCS TRƯỜNG THPT NGÃ BA SÔNG'],
    number: 'Số: 07/KH-CĐCS',
    placeDate: 'Ngã Ba Sông, ngày 16 tháng 9 năm 2024',
    gold: {
      parentBody: { value: 'Công đoàn Giáo dục tỉnh Sông Trà', stated: true, inferred: null },
      issuingBody: {
        value: 'CĐCS Trường THPT Ngã Ba Sông',
        full: 'Công đoàn cơ sở Trường THPT Ngã Ba Sông',
        stated: true,
      },
      number: '07',
      symbol: 'KH-CĐCS',
      place: 'Ngã Ba Sông',
      date: { day: 16, month: 9, year: 2024, iso: '2024-09-16', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Công tác thông tin, tuyên truyền của Công đoàn', 'Năm học 2024 - 2025'],
  titleNorm: 'Công tác thông tin, tuyên truyền của Công đoàn năm học 2024 - 2025',
  period: { kind: 'schoolYear', from: 2024, to: 2025, statedIn: 'title' },
  preamble: [
    preambleLine(law, {
      lead: 'Căn cứ',
      type: 'Luật',
      ref: null,
      issuer: null,
      date: '2012',
      title: 'Công đoàn',
      text: law,
    }),
    preambleLine(guide, {
      lead: 'Thực hiện',
      type: 'Hướng dẫn',
      ref: '35/HD-CĐGD',
      issuer: 'Ban Thường vụ Công đoàn Giáo dục tỉnh Sông Trà',
      date: '2024-09-05',
      title: 'về công tác tuyên giáo năm học 2024 - 2025',
      text: guide,
    }),
    preambleLine(school, {
      lead: 'Thực hiện',
      type: 'Kế hoạch',
      ref: '88/KH-THPTNBS',
      issuer: 'Hiệu trưởng Trường THPT Ngã Ba Sông',
      date: '2024-09-10',
      title: 'về thực hiện nhiệm vụ năm học 2024 - 2025',
      text: school,
    }),
  ],
  opening:
    'Ban Chấp hành Công đoàn Trường THPT Ngã Ba Sông xây dựng Kế hoạch công tác thông tin, tuyên truyền của Công đoàn năm học 2024 - 2025, cụ thể:',
  body: [
    section(
      'A',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      part(
        'I',
        'Mục đích',
        {},
        ...all(purpose, '•')(
          'Để đoàn viên nắm chắc quyền lợi, nghĩa vụ của mình; yên tâm công tác, gắn bó với nhà trường.',
          'Xây dựng hình ảnh người giáo viên mẫu mực, công đoàn trường là mái ấm của đoàn viên.',
        ),
      ),
      part(
        'II',
        'Yêu cầu',
        {},
        ...all(requirement, '•')(
          'Tuyên truyền ngoài giờ dạy, không ảnh hưởng đến hoạt động chuyên môn.',
          'Thông tin về đoàn viên khó khăn chỉ công bố khi người được giúp đỡ đồng ý.',
        ),
      ),
    ),
    section(
      'B',
      'NỘI DUNG TUYÊN TRUYỀN',
      {},
      intro('Ban Chấp hành Công đoàn lựa chọn ba nhóm nội dung chính:'),
      topic(
        'I',
        'Chính sách đối với nhà giáo, người lao động',
        'Cải cách tiền lương, phụ cấp, nâng hạng chức danh nghề nghiệp; chế độ nghỉ hưu, thai sản.',
        'Dự thảo Luật Nhà giáo và những ý kiến góp ý của đoàn viên.',
      ),
      topic(
        'II',
        'Phong trào thi đua và gương điển hình',
        'Cuộc vận động “Mỗi thầy cô giáo là một tấm gương đạo đức, tự học và sáng tạo”.',
        'Giáo viên giỏi việc trường, đảm việc nhà; gia đình nhà giáo văn hóa.',
      ),
      topic('III', 'Chăm lo đời sống', 'Quỹ “Vòng tay đồng nghiệp”, thăm hỏi khi ốm đau, tham quan học tập dịp hè.'),
    ),
    section(
      'C',
      'HÌNH THỨC, BIỆN PHÁP',
      {},
      ...all(solution, '•')(
        'Đổi mới sinh hoạt tổ công đoàn theo hướng ít đọc văn bản, nhiều trao đổi; mỗi buổi giải đáp một tình huống về chế độ.',
        'Lập tủ sách pháp luật tại phòng hội đồng; mời luật sư của Liên đoàn Lao động tỉnh tư vấn khi có nhu cầu.',
      ),
      say(
        'Thông tin được chuyển đến đoàn viên qua bảng tin công đoàn, nhóm Zalo “Công đoàn Ngã Ba Sông”, hội nghị cán bộ, viên chức và sinh hoạt tổ công đoàn; gửi đăng trang thông tin điện tử của nhà trường và Bản tin Công đoàn Giáo dục Sông Trà.',
      ),
    ),
    section(
      'D',
      'CHƯƠNG TRÌNH CỤ THỂ',
      {},
      {
        node: 'table',
        head: [['Thời gian', 'Nội dung', 'Sản phẩm', 'Phụ trách']],
        fields: ['time', 'content', 'product', 'lead'],
        widths: [18, 34, 28, 20],
        rows: [
          act(
            [
              'Tháng 9/2024',
              'Hội nghị cán bộ, viên chức; phát động thi đua đầu năm học',
              '01 tin, 01 bảng cam kết thi đua',
              'Ban Chấp hành',
            ],
            '1 tin, 1 bảng cam kết thi đua',
            { months: [9], year: 2024 },
          ),
          act(
            [
              { text: 'Tháng 10, 11/2024', rows: 2 },
              'Kỷ niệm ngày Phụ nữ Việt Nam 20/10',
              '02 tin, 01 video clip',
              'Ban Nữ công',
            ],
            '2 tin, 1 video clip',
            { months: [10, 11], year: 2024 },
          ),
          act(
            [
              null,
              'Cuộc thi viết “Người thầy trong tôi” chào mừng ngày 20/11',
              '15 bài dự thi, 05 bài đăng bản tin',
              'Ban Tuyên giáo; Các tổ công đoàn',
            ],
            '15 bài dự thi, 5 bài đăng bản tin',
            { months: [10, 11], year: 2024 },
          ),
          act(
            [
              'Tháng 12/2024, tháng 01/2025',
              'Tết sum vầy; thăm gia đình đoàn viên khó khăn',
              '02 tin, 01 phóng sự ảnh',
              'Ban Chấp hành',
            ],
            '2 tin, 1 phóng sự ảnh',
            { months: [12, 1] },
          ),
          act(
            ['Tháng 3/2025', 'Hội thi “Nữ công gia chánh”; tọa đàm về chế độ thai sản', '02 tin', 'Ban Nữ công'],
            '2 tin',
            { months: [3], year: 2025 },
          ),
          act(
            [
              'Tháng 5/2025',
              'Tháng Công nhân; tổng kết, khen thưởng đoàn viên tiêu biểu',
              '01 bài tổng hợp, 01 kỷ yếu ảnh',
              'Ban Tuyên giáo',
            ],
            '1 bài tổng hợp, 1 kỷ yếu ảnh',
            { months: [5], year: 2025 },
          ),
        ],
      },
    ),
    section(
      'Đ',
      'TỔ CHỨC THỰC HIỆN',
      {},
      who(
        'I',
        'Ban Chấp hành Công đoàn',
        'Lãnh đạo, phân công ủy viên phụ trách từng nội dung; duyệt tin, bài trước khi gửi ra ngoài trường.',
        'Báo cáo Công đoàn Giáo dục tỉnh: sơ kết trước ngày 15/01/2025, tổng kết trước ngày 25/5/2025.',
      ),
      who(
        'II',
        'Ban Tuyên giáo Công đoàn',
        'Tham mưu nội dung, cập nhật bảng tin công đoàn mỗi tháng 02 lần; gửi Bản tin Công đoàn Giáo dục Sông Trà ít nhất 02 bài trong mỗi học kỳ.',
        'Tổ chức cuộc thi viết “Người thầy trong tôi”.',
      ),
      who(
        'III',
        'Các tổ công đoàn',
        'Mỗi tổ 1 bài/học kỳ giới thiệu đoàn viên tiêu biểu; mỗi tổ cử 01 đoàn viên làm cộng tác viên.',
        'Nắm tâm tư, nguyện vọng của đoàn viên; kịp thời phản ánh với Ban Chấp hành.',
      ),
      who('IV', 'Ban Nữ công', 'Chủ trì các hoạt động 20/10, 08/3; chụp ảnh, lưu tư liệu của Công đoàn.'),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch công tác thông tin, tuyên truyền của Công đoàn năm học 2024 - 2025; đề nghị các tổ công đoàn và toàn thể đoàn viên thực hiện tốt./.',
  recipients: [
    to('BTV Công đoàn GD tỉnh (báo cáo)', 'b/c'),
    to('Chi ủy, Ban Giám hiệu (báo cáo)', 'b/c'),
    to('Đoàn TNCS Hồ Chí Minh (phối hợp)', 'p/h'),
    to('UV BCH, các tổ CĐ (thực hiện)', 't/h'),
    to('Lưu: CĐ', 'archive'),
  ],
  signer: {
    lines: ['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH'],
    mode: 'TM.',
    onBehalfOf: 'BAN CHẤP HÀNH',
    position: 'CHỦ TỊCH',
    name: 'Bế Thị Cẩm Vân',
  },
  labels: {
    quotas: [
      quota(
        'Ban Tuyên giáo Công đoàn',
        'product',
        2,
        'month',
        'lần cập nhật bảng tin',
        'cập nhật bảng tin công đoàn mỗi tháng 02 lần',
      ),
      quota(
        'Ban Tuyên giáo Công đoàn',
        'product',
        2,
        'semester',
        'bài',
        'gửi Bản tin Công đoàn Giáo dục Sông Trà ít nhất 02 bài trong mỗi học kỳ',
        'Bản tin Công đoàn Giáo dục Sông Trà',
      ),
      quota('Các tổ công đoàn', 'product', 1, 'semester', 'bài', 'Mỗi tổ 1 bài/học kỳ giới thiệu đoàn viên tiêu biểu'),
      quota('Các tổ công đoàn', 'person', 1, null, 'đoàn viên', 'mỗi tổ cử 01 đoàn viên làm cộng tác viên'),
    ],
    deliverables: [
      deliverable(
        'Ban Tuyên giáo Công đoàn',
        null,
        'cuộc thi viết',
        null,
        'Tổ chức cuộc thi viết “Người thầy trong tôi”',
      ),
    ],
    reporting: [
      report(
        'Ban Chấp hành Công đoàn',
        'Công đoàn Giáo dục tỉnh',
        'sơ kết, tổng kết',
        '2025-01-15, 2025-05-25',
        'Báo cáo Công đoàn Giáo dục tỉnh: sơ kết trước ngày 15/01/2025, tổng kết trước ngày 25/5/2025',
      ),
    ],
    channels: [
      channel('publication', 'bảng tin công đoàn'),
      channel('zalo', 'nhóm Zalo “Công đoàn Ngã Ba Sông”'),
      channel('event', 'hội nghị cán bộ, viên chức'),
      channel('direct', 'sinh hoạt tổ công đoàn'),
      channel('website', 'trang thông tin điện tử của nhà trường'),
      channel('bulletin', 'Bản tin Công đoàn Giáo dục Sông Trà'),
    ],
    cited: [],
    budget: null,
    noise: [{ kind: 'headerJoined', what: 'the two lines of the upper body run together' }],
  },
  layout: { numbering: 'typed', header: 'rows', signature: 'stacked', blankLines: false, spoil: joined },
};

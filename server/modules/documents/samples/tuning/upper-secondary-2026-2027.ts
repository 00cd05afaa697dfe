import {
  actor,
  area,
  base,
  budget,
  channel,
  deliverable,
  duty,
  intro,
  item,
  part,
  point,
  preambleLine,
  purpose,
  quota,
  ref,
  report,
  requirement,
  say,
  section,
  solution,
  to,
} from '../authoring.ts';
import type { Heading, Leaf, SamplePlan } from '../source.ts';

/** Paragraphs numbered a), b), c) …: whole sentences, so items and not headings. */
const lettered = (make: (text: string, mark?: string) => Leaf, ...texts: string[]): Leaf[] =>
  texts.map((text, i) => make(text, `${'abcd'[i]})`));
const leader = (letter: string, title: string, text: string): Heading =>
  point(letter, title, { tail: ':', runIn: duty(text), actor: { parent: 'Ban Giám hiệu' } });

export const plan: SamplePlan = {
  name: 'upper-secondary-2026-2027',
  level: 'upper-secondary',
  shape: 'An upper-secondary school’s plan: a) b) under numbers, a sum in đồng and a table of costs, many channels',
  header: {
    parent: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'TỈNH ĐÔNG HẢI'],
    body: ['TRƯỜNG THPT LAM ĐIỀN'],
    number: 'Số: 126/KH-THPTLĐ',
    placeDate: 'Lam Điền, ngày 14 tháng 9 năm 2026',
    gold: {
      parentBody: { value: 'Sở Giáo dục và Đào tạo tỉnh Đông Hải', stated: true, inferred: null },
      issuingBody: {
        value: 'Trường THPT Lam Điền',
        full: 'Trường Trung học phổ thông Lam Điền',
        stated: true,
      },
      number: '126',
      symbol: 'KH-THPTLĐ',
      place: 'Lam Điền',
      date: { day: 14, month: 9, year: 2026, iso: '2026-09-14', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Truyền thông, quảng bá hình ảnh nhà trường', 'Năm học 2026 - 2027'],
  titleNorm: 'Truyền thông, quảng bá hình ảnh nhà trường năm học 2026 - 2027',
  period: { kind: 'schoolYear', from: 2026, to: 2027, statedIn: 'title' },
  preamble: [
    base(
      'Căn cứ',
      'Nghị định',
      '244/2026/NĐ-CP',
      '26/6/2026',
      'Chính phủ',
      'quy định việc phát ngôn và cung cấp thông tin cho báo chí',
    ),
    base(
      'Căn cứ',
      'Thông tư',
      '37/2020/TT-BGDĐT',
      '05/10/2020',
      'Bộ trưởng Bộ GDĐT',
      'quy định về tổ chức hoạt động, sử dụng thư điện tử và cổng thông tin điện tử tại sở giáo dục và đào tạo, phòng giáo dục và đào tạo và các cơ sở giáo dục',
    ),
    base(
      'Thực hiện',
      'Kế hoạch',
      '2045/KH-SGDĐT',
      '28/8/2026',
      'Sở GDĐT tỉnh Đông Hải',
      'về truyền thông giáo dục và đào tạo năm học 2026-2027',
    ),
    preambleLine('Căn cứ nghị quyết của Hội đồng trường và điều kiện thực tế của đơn vị,'),
  ],
  opening:
    'Trường THPT Lam Điền xây dựng Kế hoạch truyền thông, quảng bá hình ảnh nhà trường năm học 2026 - 2027 với các nội dung sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      part(
        '1',
        'Mục đích',
        {},
        ...lettered(
          purpose,
          'Giới thiệu truyền thống, thành tích và môi trường học tập của nhà trường đến học sinh, phụ huynh và cộng đồng;',
          'Xây dựng văn hóa chia sẻ thông tin trong nhà trường; khơi dậy niềm tự hào và tinh thần sáng tạo của học sinh;',
          'Chủ động định hướng dư luận, không để xảy ra khủng hoảng truyền thông.',
        ),
      ),
      part(
        '2',
        'Yêu cầu',
        {},
        ...lettered(
          requirement,
          'Nội dung trung thực, nhân văn, có chiều sâu; hình ảnh đẹp, đúng thuần phong mỹ tục;',
          'Tôn trọng quyền riêng tư của học sinh và giáo viên; ghi rõ nguồn, tác giả của tin, ảnh;',
          'Phát huy vai trò chủ thể của học sinh, có sự hướng dẫn của thầy cô.',
        ),
      ),
    ),
    section(
      'II',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      intro('Nhà trường tập trung truyền thông ba nhóm nội dung:'),
      area(
        '1',
        'Chất lượng giáo dục',
        true,
        ...lettered(
          item,
          'Đổi mới dạy học, dự án học tập, nghiên cứu khoa học kỹ thuật của học sinh;',
          'Kết quả thi tốt nghiệp, thi học sinh giỏi; câu chuyện vượt khó học giỏi.',
        ),
      ),
      area(
        '2',
        'Đời sống học đường',
        true,
        ...lettered(
          item,
          'Câu lạc bộ, văn nghệ, thể thao, hoạt động thiện nguyện của đoàn viên, thanh niên;',
          'Tư vấn tâm lý, phòng, chống bạo lực học đường, thuốc lá điện tử và các chất gây nghiện.',
        ),
      ),
      area(
        '3',
        'Hướng nghiệp và tuyển sinh',
        true,
        ...lettered(
          item,
          'Ngày hội hướng nghiệp, kết nối cựu học sinh, giới thiệu ngành nghề mới;',
          'Thông tin tuyển sinh lớp 10 năm học 2027-2028; công khai theo Thông tư số 09/2024/TT-BGDĐT ngày 03/6/2024.',
        ),
      ),
    ),
    section(
      'III',
      'KÊNH TRUYỀN THÔNG',
      {},
      part(
        '1',
        'Kênh trực tuyến',
        {},
        ...lettered(
          say,
          'Trang thông tin điện tử của trường: nơi đăng tải chính thức mọi thông tin;',
          'Fanpage THPT Lam Điền, kênh YouTube của trường: tin nhanh, video ngắn, hình ảnh hoạt động;',
          'Zalo OA của trường: thông báo đến phụ huynh; thư điện tử nội bộ: trao đổi công việc.',
        ),
      ),
      part(
        '2',
        'Kênh trực tiếp',
        {},
        ...lettered(
          say,
          'Phát thanh học đường vào giờ ra chơi; nội san “Nắng Lam Điền” phát hành dịp 20/11 và 26/3;',
          'Họp cha mẹ học sinh, sinh hoạt dưới cờ.',
        ),
      ),
    ),
    section(
      'IV',
      'GIẢI PHÁP',
      {},
      part('1', null, {
        runIn: solution(
          'Kiện toàn Tổ Truyền thông gồm giáo viên có năng khiếu và học sinh các câu lạc bộ; ban hành quy trình duyệt tin, bài ba bước.',
        ),
      }),
      part('2', null, {
        runIn: solution(
          'Mỗi sự kiện lớn đều có kế hoạch truyền thông trước, trong và sau sự kiện; mỗi tin, bài có ít nhất một câu chuyện về người học.',
        ),
      }),
      part('3', null, {
        runIn: solution(
          'Theo dõi phản hồi trên các kênh, trả lời ý kiến của phụ huynh, học sinh đầy đủ, đúng mực; xây dựng kịch bản xử lý sự cố truyền thông.',
        ),
      }),
    ),
    section(
      'V',
      'KINH PHÍ',
      {},
      budget(
        'Tổng kinh phí dự kiến: 68.500.000 đồng (Sáu mươi tám triệu năm trăm nghìn đồng), trích từ nguồn chi thường xuyên và nguồn xã hội hóa của nhà trường năm học 2026 - 2027.',
      ),
      say('Dự toán chi tiết:'),
      {
        node: 'table',
        head: [['TT', 'Nội dung chi', 'Số lượng', 'Đơn giá (đồng)', 'Thành tiền (đồng)']],
        fields: ['no', 'other', 'other', 'other', 'other'],
        widths: [8, 44, 14, 17, 17],
        rows: [
          { cells: ['1', 'Nhuận bút, thù lao tin, bài, ảnh', '180', '150.000', '27.000.000'] },
          { cells: ['2', 'Sản xuất video giới thiệu nhà trường', '02', '12.000.000', '24.000.000'] },
          { cells: ['3', 'In nội san', '500', '25.000', '12.500.000'] },
          { cells: ['4', 'Duy trì tên miền, máy chủ', '01', '5.000.000', '5.000.000'] },
          { cells: [{ text: 'Tổng cộng', cols: 4 }, null, null, null, '68.500.000'], bold: true },
        ],
      },
    ),
    section(
      'VI',
      'TỔ CHỨC THỰC HIỆN',
      {},
      part(
        '1',
        'Ban Giám hiệu',
        {},
        leader('a', 'Hiệu trưởng', 'Chỉ đạo chung, là người phát ngôn của nhà trường, duyệt kế hoạch và kinh phí.'),
        leader(
          'b',
          'Phó Hiệu trưởng phụ trách truyền thông',
          'Trực tiếp điều hành Tổ Truyền thông, duyệt tin, bài; báo cáo Sở GDĐT kết quả thực hiện trước ngày 05/6/2027.',
        ),
      ),
      actor(
        '2',
        'Tổ Truyền thông',
        '',
        ...lettered(
          duty,
          'Xây dựng lịch nội dung, biên tập, đăng tải và lưu trữ sản phẩm truyền thông; thiết kế bộ nhận diện của nhà trường.',
          'Sản xuất 02 video giới thiệu nhà trường trước ngày 31/3/2027 phục vụ tuyển sinh.',
          'Mỗi tháng chọn ít nhất 04 tin, bài gửi Văn phòng Sở GDĐT.',
        ),
      ),
      actor(
        '3',
        'Các tổ chuyên môn',
        '',
        ...lettered(
          duty,
          'Mỗi tháng có ít nhất 02 tin, bài về hoạt động chuyên môn gửi Tổ Truyền thông.',
          'Mỗi năm học giới thiệu ít nhất 01 sáng kiến, cách làm hay để nhân rộng.',
        ),
      ),
      actor(
        '4',
        'Đoàn Thanh niên',
        '',
        ...lettered(
          duty,
          'Phụ trách phát thanh học đường; mỗi tháng thực hiện ít nhất 04 chương trình phát thanh, 02 video ngắn.',
          'Tổ chức cuộc thi sáng tạo nội dung “Tôi yêu trường tôi” cho học sinh các khối lớp.',
        ),
      ),
      actor(
        '5',
        'Giáo viên chủ nhiệm, học sinh các lớp',
        '',
        ...lettered(
          duty,
          'Tích cực viết bài, chia sẻ tin tốt; ứng xử văn minh, không lan truyền thông tin chưa kiểm chứng.',
        ),
      ),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch truyền thông, quảng bá hình ảnh nhà trường năm học 2026 - 2027. Hiệu trưởng yêu cầu các tổ, đoàn thể, cán bộ, giáo viên và học sinh thực hiện tốt Kế hoạch này./.',
  recipients: [
    to('Sở GDĐT (báo cáo)', 'b/c'),
    to('Đảng ủy, Hội đồng trường (báo cáo)', 'b/c'),
    to('UBND xã Lam Điền (phối hợp)', 'p/h'),
    to('Các tổ, đoàn thể (thực hiện)', 't/h'),
    to('Ban đại diện cha mẹ học sinh (phối hợp)', 'p/h'),
    to('Lưu: VT, TTT', 'archive'),
  ],
  signer: {
    lines: ['HIỆU TRƯỞNG'],
    mode: null,
    onBehalfOf: null,
    position: 'HIỆU TRƯỞNG',
    name: 'Đoàn Quang Thịnh',
  },
  labels: {
    quotas: [
      quota(
        'Tổ Truyền thông',
        'product',
        4,
        'month',
        'tin, bài',
        'Mỗi tháng chọn ít nhất 04 tin, bài',
        'Văn phòng Sở GDĐT',
      ),
      quota(
        'Các tổ chuyên môn',
        'product',
        2,
        'month',
        'tin, bài',
        'Mỗi tháng có ít nhất 02 tin, bài',
        'Tổ Truyền thông',
      ),
      quota(
        'Các tổ chuyên môn',
        'product',
        1,
        'schoolYear',
        'sáng kiến, cách làm hay',
        'Mỗi năm học giới thiệu ít nhất 01 sáng kiến, cách làm hay',
      ),
      quota(
        'Đoàn Thanh niên',
        'product',
        4,
        'month',
        'chương trình phát thanh',
        'mỗi tháng thực hiện ít nhất 04 chương trình phát thanh',
      ),
      quota(
        'Đoàn Thanh niên',
        'product',
        2,
        'month',
        'video ngắn',
        'mỗi tháng thực hiện ít nhất 04 chương trình phát thanh, 02 video ngắn',
      ),
    ],
    deliverables: [
      deliverable(
        'Tổ Truyền thông',
        2,
        'video giới thiệu nhà trường',
        '2027-03-31',
        'Sản xuất 02 video giới thiệu nhà trường trước ngày 31/3/2027',
      ),
      deliverable(
        'Đoàn Thanh niên',
        null,
        'cuộc thi sáng tạo nội dung',
        null,
        'Tổ chức cuộc thi sáng tạo nội dung “Tôi yêu trường tôi”',
      ),
    ],
    reporting: [
      report(
        'Phó Hiệu trưởng phụ trách truyền thông',
        'Sở GDĐT',
        'kết quả thực hiện',
        '2027-06-05',
        'báo cáo Sở GDĐT kết quả thực hiện trước ngày 05/6/2027',
      ),
    ],
    channels: [
      channel('website', 'Trang thông tin điện tử của trường'),
      channel('fanpage', 'Fanpage THPT Lam Điền'),
      channel('social', 'kênh YouTube của trường'),
      channel('zalo', 'Zalo OA của trường'),
      channel('email', 'thư điện tử nội bộ'),
      channel('radio', 'Phát thanh học đường'),
      channel('publication', 'nội san “Nắng Lam Điền”'),
      channel('direct', 'Họp cha mẹ học sinh'),
      channel('direct', 'sinh hoạt dưới cờ'),
    ],
    cited: [
      ref('Thông tư', '09/2024/TT-BGDĐT', '2024-06-03', null, null, 'Thông tư số 09/2024/TT-BGDĐT ngày 03/6/2024'),
    ],
    budget: {
      source: 'nguồn chi thường xuyên và nguồn xã hội hóa của nhà trường năm học 2026 - 2027',
      amount: 68_500_000,
      year: null,
    },
  },
  layout: { numbering: 'typed', header: 'spaces', signature: 'beside', blankLines: false },
};

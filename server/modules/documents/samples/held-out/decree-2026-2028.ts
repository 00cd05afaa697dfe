import {
  act,
  actor,
  all,
  areaLine,
  base,
  budget,
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
  section,
  solution,
  to,
} from '../authoring.ts';
import type { Cell, Row, SamplePlan } from '../source.ts';

const press = 'Căn cứ Luật Báo chí số 126/2025/QH15 ngày 10 tháng 12 năm 2025;';
const access = 'Luật Tiếp cận thông tin số 104/2016/QH13 ngày 06 tháng 4 năm 2016;';

/** A row of the annex: figures of the four quarters, their sum and who leads. */
function product(cells: [Cell, Cell, string, string], quarters: number[], lead: string): Row {
  const sum = quarters.reduce((total, count) => total + count, 0);
  const shown = quarters.map((count) => (count ? String(count) : ''));
  const used = quarters.flatMap((count, i) => (count ? [i + 1] : []));
  return act([...cells, ...shown, String(sum), lead], `${sum} ${cells[3]}`, { quarters: used, year: 2027 });
}

export const plan: SamplePlan = {
  name: 'decree-2026-2028',
  level: 'province',
  shape: 'A plan that carries out new press rules: many legal bases, two in one line, an annex of products by quarter',
  header: {
    parent: ['ỦY BAN NHÂN DÂN', 'TỈNH ĐÔNG HẢI'],
    body: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    number: 'Số: 1874/KH-SGDĐT',
    placeDate: 'Đông Hải, ngày 15 tháng 9 năm 2026',
    gold: {
      parentBody: { value: 'Ủy ban nhân dân tỉnh Đông Hải', stated: true, inferred: null },
      issuingBody: {
        value: 'Sở Giáo dục và Đào tạo',
        full: 'Sở Giáo dục và Đào tạo tỉnh Đông Hải',
        short: 'Sở GDĐT Đông Hải',
        stated: true,
      },
      number: '1874',
      symbol: 'KH-SGDĐT',
      place: 'Đông Hải',
      date: { day: 15, month: 9, year: 2026, iso: '2026-09-15', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: [
    'Triển khai quy định về phát ngôn, cung cấp thông tin cho báo chí',
    'và truyền thông chính sách giáo dục giai đoạn 2026 - 2028',
  ],
  titleNorm:
    'Triển khai quy định về phát ngôn, cung cấp thông tin cho báo chí và truyền thông chính sách giáo dục giai đoạn 2026 - 2028',
  period: { kind: 'range', from: 2026, to: 2028, statedIn: 'title' },
  preamble: [
    preambleLine(
      `${press} ${access}`,
      {
        lead: 'Căn cứ',
        type: 'Luật',
        ref: '126/2025/QH15',
        issuer: null,
        date: '2025-12-10',
        title: 'Báo chí',
        text: press,
      },
      {
        lead: 'Căn cứ',
        type: 'Luật',
        ref: '104/2016/QH13',
        issuer: null,
        date: '2016-04-06',
        title: 'Tiếp cận thông tin',
        text: access,
      },
    ),
    base(
      'Căn cứ',
      'Nghị định',
      '244/2026/NĐ-CP',
      '26 tháng 6 năm 2026',
      'Chính phủ',
      'quy định về phát ngôn và cung cấp thông tin cho báo chí',
    ),
    base(
      'Căn cứ',
      'Nghị định',
      '224/2026/NĐ-CP',
      '24 tháng 6 năm 2026',
      'Chính phủ',
      'quy định chi tiết thi hành một số điều của Luật Chuyển đổi số',
    ),
    base(
      'Căn cứ',
      'Thông tư',
      '15/2025/TT-BGDĐT',
      '24 tháng 7 năm 2025',
      'Bộ trưởng Bộ Giáo dục và Đào tạo',
      'hướng dẫn chức năng, nhiệm vụ, quyền hạn của sở giáo dục và đào tạo',
    ),
    base(
      'Căn cứ',
      'Quyết định',
      '88/2026/QĐ-UBND',
      '18 tháng 8 năm 2026',
      'Ủy ban nhân dân tỉnh Đông Hải',
      'ban hành Quy chế phát ngôn và cung cấp thông tin cho báo chí trên địa bàn tỉnh',
    ),
    base(
      'Thực hiện',
      'Kế hoạch',
      '905/KH-BGDĐT',
      '03 tháng 8 năm 2026',
      'Bộ Giáo dục và Đào tạo',
      'về truyền thông chính sách giáo dục giai đoạn 2026 - 2030',
    ),
    base(
      'Thực hiện',
      'Chương trình hành động',
      '22-CTr/TU',
      '12 tháng 5 năm 2026',
      'Tỉnh ủy Đông Hải',
      'về phát triển giáo dục và đào tạo của tỉnh đến năm 2030',
    ),
    preambleLine('Theo đề nghị của Chánh Văn phòng Sở,'),
  ],
  opening:
    'Sở Giáo dục và Đào tạo ban hành Kế hoạch triển khai quy định về phát ngôn, cung cấp thông tin cho báo chí và truyền thông chính sách giáo dục giai đoạn 2026 - 2028 với các nội dung sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      part(
        '1',
        'Mục đích',
        {},
        ...all(purpose, '-')(
          'Tổ chức thực hiện đầy đủ, thống nhất các quy định mới về phát ngôn và cung cấp thông tin cho báo chí trong toàn ngành.',
          'Đưa truyền thông chính sách trở thành nhiệm vụ thường xuyên của người đứng đầu mỗi cơ quan, đơn vị.',
        ),
      ),
      part(
        '2',
        'Yêu cầu',
        {},
        ...all(requirement, '-')(
          'Bảo đảm thông tin chính thức đầu tiên được đưa ra trong thời hạn quy định; không né tránh, không chậm trễ.',
          'Xác định rõ trách nhiệm của người phát ngôn, người được ủy quyền và bộ phận tham mưu.',
          'Kết hợp tập huấn với diễn tập xử lý tình huống; sau mỗi vụ việc có rút kinh nghiệm.',
        ),
      ),
    ),
    section(
      'II',
      'NỘI DUNG TRỌNG TÂM',
      {},
      areaLine(
        '1',
        'Hoàn thiện quy chế và công khai người phát ngôn',
        'Rà soát, ban hành quy chế phát ngôn của Sở và hướng dẫn các đơn vị trực thuộc; công khai họ tên, chức vụ, số điện thoại, thư điện tử công vụ của người phát ngôn; thay thế Quyết định số 310/QĐ-SGDĐT ngày 14/3/2019 của Giám đốc Sở (Văn phòng Sở làm đầu mối, Thanh tra nội bộ phối hợp).',
        {
          focal: ['Văn phòng Sở'],
          with: ['Thanh tra nội bộ'],
          raw: '(Văn phòng Sở làm đầu mối, Thanh tra nội bộ phối hợp)',
        },
      ),
      areaLine(
        '2',
        'Truyền thông chính sách giáo dục',
        'Xây dựng thông điệp, tài liệu hỏi đáp cho từng chính sách mới; lấy ý kiến nhân dân trước khi ban hành; trả lời kiến nghị của cử tri và phản ánh của báo chí (Phòng Kế hoạch - Tài chính làm đầu mối).',
        { focal: ['Phòng Kế hoạch - Tài chính'], raw: '(Phòng Kế hoạch - Tài chính làm đầu mối)' },
      ),
      areaLine(
        '3',
        'Phòng ngừa và xử lý khủng hoảng truyền thông',
        'Nhận diện nguy cơ, phân loại mức độ; diễn tập tình huống mất an toàn trường học, tin giả; thực hiện Công điện số 61/CĐ-TTg ngày 09/5/2026 của Thủ tướng Chính phủ (Phòng Chính trị tư tưởng và Công tác học sinh làm đầu mối).',
        {
          focal: ['Phòng Chính trị tư tưởng và Công tác học sinh'],
          raw: '(Phòng Chính trị tư tưởng và Công tác học sinh làm đầu mối)',
        },
      ),
    ),
    section(
      'III',
      'NHIỆM VỤ, GIẢI PHÁP',
      {},
      ...all(solution, '-')(
        'Tổ chức hội nghị quán triệt quy định mới đến người đứng đầu và người phát ngôn của tất cả các đơn vị.',
        'Xây dựng cẩm nang xử lý sự cố truyền thông; cập nhật danh sách phóng viên, cơ quan báo chí.',
        'Đăng tải thông tin trên cổng thông tin điện tử của Sở và fanpage của Sở; phối hợp với các cơ quan báo chí trong tỉnh sản xuất chuyên mục giáo dục.',
        'Ứng dụng công cụ số để theo dõi, tổng hợp thông tin báo chí; lưu hồ sơ từng vụ việc.',
      ),
    ),
    section(
      'IV',
      'KINH PHÍ',
      {},
      budget(
        'Kinh phí thực hiện Kế hoạch được bố trí trong dự toán chi thường xuyên hằng năm của Sở và các đơn vị trực thuộc.',
      ),
    ),
    section(
      'V',
      'TỔ CHỨC THỰC HIỆN',
      {},
      actor(
        '1',
        'Văn phòng Sở',
        '',
        ...all(duty, '-')(
          'Chủ trì thực hiện Kế hoạch; tham mưu Giám đốc Sở công bố người phát ngôn và tổ chức 02 cuộc họp báo mỗi năm.',
          'Tổng hợp số liệu, báo cáo Ủy ban nhân dân tỉnh trước ngày 18/12/2026.',
        ),
      ),
      actor(
        '2',
        'Các phòng chuyên môn thuộc Sở',
        '',
        ...all(duty, '-')(
          'Cung cấp nội dung trả lời báo chí trong lĩnh vực phụ trách chậm nhất 04 giờ làm việc kể từ khi được yêu cầu.',
          'Mỗi tháng có ít nhất 01 bài truyền thông chính sách đăng trên cổng thông tin điện tử của Sở.',
        ),
      ),
      actor(
        '3',
        'Các đơn vị trực thuộc Sở',
        '',
        ...all(duty, '-')(
          'Ban hành quy chế phát ngôn, công khai người phát ngôn trước ngày 15/10/2026.',
          'Báo cáo tình hình thực hiện về Sở (qua Văn phòng) trước ngày 10/12/2026.',
        ),
      ),
      actor(
        '4',
        'Ủy ban nhân dân các xã, phường',
        '',
        duty(
          'Chỉ đạo các trường mầm non, tiểu học, trung học cơ sở thực hiện quy định về phát ngôn; phối hợp với Sở xử lý vụ việc phức tạp trên địa bàn.',
          '-',
        ),
      ),
    ),
  ],
  closing:
    'Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung Kế hoạch, các đơn vị báo cáo Sở Giáo dục và Đào tạo xem xét, quyết định./.',
  recipients: [
    to('Bộ Giáo dục và Đào tạo (để b/c)', 'b/c'),
    to('Thường trực Tỉnh ủy, UBND tỉnh (để b/c)', 'b/c'),
    to('Giám đốc, các Phó Giám đốc Sở', null),
    to('UBND các xã, phường (để p/h)', 'p/h'),
    to('Các phòng, đơn vị trực thuộc Sở (để t/h)', 't/h'),
    to('Cổng thông tin điện tử Sở (để đăng tải)', null),
    to('Lưu: VT, VP', 'archive'),
  ],
  signer: {
    lines: ['GIÁM ĐỐC'],
    mode: null,
    onBehalfOf: null,
    position: 'GIÁM ĐỐC',
    name: 'Lương Thế Kiên',
  },
  annex: {
    lines: [
      'PHỤ LỤC',
      'DANH MỤC SẢN PHẨM TRUYỀN THÔNG NĂM 2027',
      '(Kèm theo Kế hoạch số 1874/KH-SGDĐT ngày 15 tháng 9 năm 2026 của Sở Giáo dục và Đào tạo)',
    ],
    tables: [
      {
        node: 'table',
        head: [
          [
            { text: 'TT', rows: 2 },
            { text: 'Nội dung', rows: 2 },
            { text: 'Sản phẩm', rows: 2 },
            { text: 'Đơn vị tính', rows: 2 },
            { text: 'Số lượng theo quý', cols: 4 },
            null,
            null,
            null,
            { text: 'Cả năm', rows: 2 },
            { text: 'Đơn vị chủ trì', rows: 2 },
          ],
          [null, null, null, null, 'Quý I', 'Quý II', 'Quý III', 'Quý IV', null, null],
        ],
        fields: ['no', 'content', 'product', 'other', 'other', 'other', 'other', 'other', 'other', 'lead'],
        widths: [5, 15, 18, 13, 8, 9, 9, 9, 8, 14],
        rows: [
          product(
            [
              { text: '1', rows: 3 },
              { text: 'Truyền thông chính sách', rows: 3 },
              'Bài giải thích chính sách mới',
              'bài',
            ],
            [6, 6, 6, 6],
            'Phòng Kế hoạch - Tài chính',
          ),
          product([null, null, 'Tài liệu hỏi đáp cho phụ huynh', 'bộ'], [1, 0, 2, 0], 'Văn phòng Sở'),
          product([null, null, 'Đồ họa thông tin', 'infographic'], [3, 3, 4, 2], 'Văn phòng Sở'),
          product(
            [
              { text: '2', rows: 2 },
              { text: 'Phát ngôn và cung cấp thông tin', rows: 2 },
              'Thông cáo báo chí',
              'thông cáo',
            ],
            [2, 3, 3, 2],
            'Văn phòng Sở',
          ),
          product([null, null, 'Họp báo định kỳ', 'cuộc'], [0, 1, 0, 1], 'Văn phòng Sở'),
          product(
            ['3', 'Phòng ngừa khủng hoảng', 'Diễn tập xử lý tình huống', 'buổi'],
            [1, 1, 1, 1],
            'Phòng Chính trị tư tưởng và Công tác học sinh',
          ),
        ],
      },
    ],
  },
  labels: {
    quotas: [
      quota('Văn phòng Sở', 'product', 2, 'year', 'cuộc họp báo', 'tổ chức 02 cuộc họp báo mỗi năm'),
      quota(
        'Các phòng chuyên môn thuộc Sở',
        'product',
        1,
        'month',
        'bài truyền thông chính sách',
        'Mỗi tháng có ít nhất 01 bài truyền thông chính sách',
      ),
    ],
    deliverables: [
      deliverable(
        'Các đơn vị trực thuộc Sở',
        null,
        'quy chế phát ngôn',
        '2026-10-15',
        'Ban hành quy chế phát ngôn, công khai người phát ngôn trước ngày 15/10/2026',
      ),
    ],
    reporting: [
      report(
        'Văn phòng Sở',
        'Ủy ban nhân dân tỉnh',
        'số liệu',
        '2026-12-18',
        'báo cáo Ủy ban nhân dân tỉnh trước ngày 18/12/2026',
      ),
      report(
        'Các đơn vị trực thuộc Sở',
        'Sở (qua Văn phòng)',
        'tình hình thực hiện',
        '2026-12-10',
        'Báo cáo tình hình thực hiện về Sở (qua Văn phòng) trước ngày 10/12/2026',
      ),
    ],
    channels: [
      channel('portal', 'cổng thông tin điện tử của Sở'),
      channel('fanpage', 'fanpage của Sở'),
      channel('press', 'các cơ quan báo chí trong tỉnh', 'other'),
    ],
    cited: [
      ref('Quyết định', '310/QĐ-SGDĐT', '2019-03-14', 'Giám đốc Sở', null, 'Quyết định số 310/QĐ-SGDĐT ngày 14/3/2019'),
      ref('Công điện', '61/CĐ-TTg', '2026-05-09', 'Thủ tướng Chính phủ', null, 'Công điện số 61/CĐ-TTg ngày 09/5/2026'),
    ],
    budget: {
      source: 'dự toán chi thường xuyên hằng năm của Sở và các đơn vị trực thuộc',
      amount: null,
      year: null,
    },
  },
  layout: { numbering: 'automatic', header: 'rows', signature: 'stacked', blankLines: true },
};

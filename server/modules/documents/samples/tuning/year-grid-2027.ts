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
  say,
  section,
  solution,
  to,
} from '../authoring.ts';
import type { Cell, Heading, Row, SamplePlan } from '../source.ts';

const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];
const ALL_YEAR = MONTHS.map(Number);

/** A row of the schedule: an 'x' under every month in which the work is done. */
const marks = (no: string, content: string, lead: string, months: number[]): Row =>
  act([no, content, lead, ...MONTHS.map((month) => (months.includes(Number(month)) ? 'x' : ''))], '', { months });

/** A row of the annex: how many pieces in each month, with the sum of the year in the last column. */
const pieces = (first: [Cell, Cell], product: string, unit: string, lead: Cell, perMonth: number[]): Row => {
  const sum = perMonth.reduce((all, one) => all + one, 0);
  const cells = perMonth.map((one) => (one ? String(one) : ''));
  const months = ALL_YEAR.filter((month) => perMonth[month - 1]);
  return act([...first, product, unit, lead, ...cells, String(sum)], `${sum} ${unit}`, { months });
};

const led = (raw: string, focal: string[], support: string[] = []) => ({ raw, focal, with: support });
const sentence = (number: string, text: string): Heading => part(number, null, { runIn: solution(text) });

const pressLaw = 'Căn cứ Luật Báo chí số 126/2025/QH15 ngày 10 tháng 12 năm 2025;';

export const plan: SamplePlan = {
  name: 'year-grid-2027',
  level: 'province',
  shape:
    'A department’s year as a schedule: twelve months as columns, x in the body’s table and counts in the annex; pasted from Word with tabs after the numbers',
  header: {
    parent: ['UBND TỈNH ĐÔNG HẢI'],
    body: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    number: 'Số: 3312/KH-SGDĐT',
    placeDate: 'Đông Hải, ngày 21 tháng 12 năm 2026',
    gold: {
      parentBody: { value: 'UBND tỉnh Đông Hải', stated: true, inferred: null },
      issuingBody: {
        value: 'Sở Giáo dục và Đào tạo',
        full: 'Sở Giáo dục và Đào tạo tỉnh Đông Hải',
        short: 'Sở GDĐT Đông Hải',
        stated: true,
      },
      number: '3312',
      symbol: 'KH-SGDĐT',
      place: 'Đông Hải',
      date: { day: 21, month: 12, year: 2026, iso: '2026-12-21', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Thông tin, truyền thông của ngành Giáo dục tỉnh Đông Hải năm 2027'],
  titleNorm: 'Thông tin, truyền thông của ngành Giáo dục tỉnh Đông Hải năm 2027',
  period: { kind: 'calendarYear', from: 2027, to: 2027, statedIn: 'title' },
  preamble: [
    preambleLine(pressLaw, {
      lead: 'Căn cứ',
      type: 'Luật',
      ref: '126/2025/QH15',
      issuer: null,
      date: '2025-12-10',
      title: 'Báo chí',
      text: pressLaw,
    }),
    base(
      'Căn cứ',
      'Nghị định',
      '244/2026/NĐ-CP',
      '26 tháng 6 năm 2026',
      'Chính phủ',
      'quy định việc phát ngôn và cung cấp thông tin cho báo chí',
    ),
    base(
      'Căn cứ',
      'Quyết định',
      '157/QĐ-TTg',
      '21 tháng 01 năm 2026',
      'Thủ tướng Chính phủ',
      'phê duyệt Kế hoạch tăng cường truyền thông về đột phá phát triển giáo dục và đào tạo',
    ),
    base(
      'Thực hiện',
      'Chỉ thị',
      '14/CT-UBND',
      '30 tháng 10 năm 2026',
      'Chủ tịch Ủy ban nhân dân tỉnh Đông Hải',
      'về truyền thông chính sách trên địa bàn tỉnh',
      '.',
    ),
  ],
  opening:
    'Sở Giáo dục và Đào tạo (GDĐT) ban hành Kế hoạch thông tin, truyền thông của ngành Giáo dục tỉnh Đông Hải năm 2027 như sau:',
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
          'Đưa những thay đổi lớn của ngành trong năm 2027 đến với phụ huynh, học sinh và nhà giáo một cách đầy đủ, dễ hiểu, đúng thời điểm.',
          'Tạo dòng thông tin tích cực từ cơ sở; để mỗi nhà trường vùng biển, hải đảo đều có cơ hội giới thiệu việc làm tốt của mình.',
        ),
      ),
      part(
        '2',
        'Yêu cầu',
        {},
        ...all(requirement, '-')(
          'Công việc được chia theo tháng, có người làm, người duyệt và sản phẩm đếm được; không dồn việc vào cuối năm.',
          'Phát ngôn đúng thẩm quyền, đúng thời hạn; số liệu công bố phải thống nhất giữa các đơn vị.',
          'Hình ảnh, thông tin cá nhân của trẻ em chỉ được sử dụng khi có sự đồng ý theo quy định.',
        ),
      ),
    ),
    section(
      'II',
      'NỘI DUNG TRỌNG TÂM',
      {},
      area(
        '1',
        'Trường lớp và chất lượng giáo dục',
        led(
          '(Đầu mối: Phòng Giáo dục Phổ thông; phối hợp: Phòng Giáo dục Mầm non)',
          ['Phòng Giáo dục Phổ thông'],
          ['Phòng Giáo dục Mầm non'],
        ),
        ...all(item, '-')(
          'Tiến độ xây dựng các trường phổ thông nội trú liên cấp ở xã đảo và sắp xếp lại điểm trường lẻ.',
          'Dạy học hai buổi một ngày, dạy tiếng Anh từ lớp 1 và bữa ăn học đường.',
        ),
      ),
      area(
        '2',
        'Thi, tuyển sinh và kiểm định chất lượng',
        led('(Phòng Quản lý chất lượng chủ trì)', ['Phòng Quản lý chất lượng']),
        ...all(item, '-')(
          'Phương án tuyển sinh đầu cấp trực tuyến; thi tuyển sinh lớp 10 và thi tốt nghiệp trung học phổ thông trên máy tính.',
          'Kết quả đánh giá ngoài các trường đạt chuẩn quốc gia.',
        ),
      ),
      area(
        '3',
        'Nhà giáo và văn hóa học đường',
        led(
          '(giao Phòng Tổ chức cán bộ làm đầu mối, Công đoàn ngành phối hợp)',
          ['Phòng Tổ chức cán bộ'],
          ['Công đoàn ngành'],
        ),
        ...all(item, '-')(
          'Tuyển dụng, luân chuyển giáo viên ra đảo; chính sách nhà ở công vụ.',
          'Ứng xử văn minh của thầy và trò; phòng, chống bạo lực và thuốc lá điện tử trong trường học.',
        ),
      ),
    ),
    section(
      'III',
      'LỊCH CÔNG TÁC TRUYỀN THÔNG',
      {},
      say(
        'Thời gian thực hiện từng hoạt động trong năm được đánh dấu (x) ở bảng dưới đây; số lượng sản phẩm ở Phụ lục.',
      ),
      {
        node: 'table',
        head: [
          [
            { text: 'TT', rows: 2 },
            { text: 'Hoạt động', rows: 2 },
            { text: 'Đơn vị chủ trì', rows: 2 },
            { text: 'Tháng', cols: 12 },
            ...Array.from({ length: 11 }, () => null),
          ],
          [null, null, null, ...MONTHS],
        ],
        fields: ['no', 'content', 'lead', ...MONTHS.map(() => 'other' as const)],
        widths: [5, 32, 18, ...MONTHS.map(() => 4)],
        rows: [
          marks('1', 'Giao ban báo chí định kỳ về giáo dục', 'Văn phòng Sở', [1, 4, 7, 10]),
          marks('2', 'Tập huấn cộng tác viên truyền thông các xã, phường', 'Văn phòng Sở', [3, 8]),
          marks('3', 'Đợt cao điểm truyền thông mùa thi', 'Phòng Quản lý chất lượng', [5, 6, 7]),
          marks('4', 'Chuyến công tác của phóng viên ra các xã đảo', 'Phòng Tổ chức cán bộ', [4, 11]),
          marks('5', 'Tuần lễ phòng, chống đuối nước', 'Phòng Giáo dục Phổ thông', [5]),
          marks('6', 'Rà soát trang thông tin điện tử của các đơn vị trực thuộc', 'Văn phòng Sở', [2, 9]),
          marks('7', 'Điểm tin và theo dõi dư luận về giáo dục', 'Văn phòng Sở', ALL_YEAR),
          marks('8', 'Bình chọn tác phẩm truyền thông tiêu biểu của năm', 'Công đoàn ngành', [12]),
        ],
      },
    ),
    section(
      'IV',
      'GIẢI PHÁP',
      {},
      sentence(
        '1',
        'Kiện toàn Ban Biên tập Cổng thông tin điện tử của Sở; mỗi phòng có một biên tập viên chịu trách nhiệm chuyên mục của phòng.',
      ),
      sentence(
        '2',
        'Mở chuyên mục “Trường em ngoài đảo” trên Báo và Phát thanh, Truyền hình Đông Hải; chia sẻ lại trên fanpage của Sở và Zalo OA của Sở.',
      ),
      sentence(
        '3',
        'Dùng chung kho ảnh, video của ngành; đơn vị gửi bài được phản hồi trong ba ngày làm việc kể từ khi bài đến Ban Biên tập.',
      ),
    ),
    section(
      'V',
      'KINH PHÍ',
      {},
      budget(
        'Kinh phí thực hiện: 420 triệu đồng, lấy từ nguồn chi sự nghiệp giáo dục năm 2027 đã giao cho Văn phòng Sở.',
      ),
    ),
    section(
      'VI',
      'TỔ CHỨC THỰC HIỆN',
      {},
      actor(
        '1',
        'Văn phòng Sở',
        '',
        ...all(duty, '-')(
          'Làm đầu mối tham mưu, theo dõi lịch công tác; nhắc việc các đơn vị vào tuần cuối của mỗi tháng.',
          'Xuất bản 04 số Bản tin Giáo dục Đông Hải trong năm; tổng hợp, báo cáo Giám đốc Sở kết quả thực hiện trước ngày 15/12/2027.',
        ),
      ),
      actor(
        '2',
        'Các phòng thuộc Sở',
        '',
        ...all(duty, '-')(
          'Mỗi phòng mỗi tuần cung cấp 01 tin cho Cổng thông tin điện tử của Sở; chuẩn bị nội dung trả lời báo chí thuộc lĩnh vực phụ trách.',
          'Cử 01 công chức tham gia Ban Biên tập, gửi danh sách về Văn phòng Sở trước ngày 15/01/2027.',
        ),
      ),
      actor(
        '3',
        'Các trường THPT, trung tâm giáo dục thường xuyên',
        '',
        ...all(duty, '-')(
          'Xây dựng lịch truyền thông của đơn vị theo mẫu bảng của Kế hoạch này, công bố trên trang thông tin điện tử của đơn vị.',
          'Gửi tối thiểu 02 bài/tháng về Ban Biên tập; thực hiện ít nhất 01 video/học kỳ giới thiệu hoạt động giáo dục nổi bật.',
        ),
      ),
      actor(
        '4',
        'Phòng Văn hóa - Xã hội các xã, phường, đặc khu',
        '',
        ...all(duty, '-')(
          'Hướng dẫn các trường mầm non, tiểu học, trung học cơ sở trên địa bàn tham gia; bảo đảm mỗi trường có ít nhất 10 tin, bài/năm gửi về Ban Biên tập.',
          'Phối hợp phát nội dung về giáo dục trên hệ thống truyền thanh của xã, phường, đặc khu.',
        ),
      ),
    ),
  ],
  closing:
    'Yêu cầu thủ trưởng các đơn vị căn cứ Kế hoạch này tổ chức thực hiện; khó khăn, vướng mắc phản ánh về Văn phòng Sở để tổng hợp, báo cáo Giám đốc Sở xem xét./.',
  recipients: [
    to('Bộ GDĐT (Văn phòng) (để b/c)', 'b/c'),
    to('UBND tỉnh (để b/c)', 'b/c'),
    to('Ban Tuyên giáo và Dân vận Tỉnh ủy (để p/h)', 'p/h'),
    to('Giám đốc, các Phó Giám đốc', null),
    to('Như mục VI (để t/h)', 't/h'),
    to('Cổng TTĐT Sở (để đăng tải)', null),
    to('Lưu: VT, VP (02)', 'archive'),
  ],
  signer: {
    lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    mode: 'KT.',
    onBehalfOf: 'GIÁM ĐỐC',
    position: 'PHÓ GIÁM ĐỐC',
    name: 'Phan Lê Hoài Hải',
  },
  annex: {
    lines: [
      'PHỤ LỤC',
      'SỐ LƯỢNG SẢN PHẨM TRUYỀN THÔNG THEO THÁNG',
      '(Kèm theo Kế hoạch số 3312/KH-SGDĐT ngày 21 tháng 12 năm 2026 của Sở Giáo dục và Đào tạo)',
    ],
    tables: [
      {
        node: 'table',
        head: [
          [
            ...['TT', 'Nội dung', 'Sản phẩm', 'ĐVT', 'Thực hiện'].map((text) => ({ text, rows: 2 })),
            { text: 'Số lượng từng tháng', cols: 12 },
            ...Array.from({ length: 11 }, () => null),
            { text: 'Cả năm', rows: 2 },
          ],
          [null, null, null, null, null, ...MONTHS, null],
        ],
        fields: ['no', 'content', 'product', 'other', 'lead', ...MONTHS.map(() => 'other' as const), 'other'],
        widths: [7, 12, 13, 10, 11, ...MONTHS.map(() => 5), 8],
        rows: [
          pieces(
            [
              { text: '1', rows: 2 },
              { text: 'Trường lớp và chất lượng giáo dục', rows: 2 },
            ],
            'Bài giới thiệu mô hình, cách làm hay',
            'bài',
            'Phòng Giáo dục Phổ thông',
            [2, 1, 2, 2, 2, 0, 0, 2, 3, 2, 2, 2],
          ),
          pieces(
            [null, null],
            'Phóng sự về trường học trên đảo',
            'phóng sự',
            'Văn phòng Sở',
            [0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0],
          ),
          pieces(
            [
              { text: '2', rows: 2 },
              { text: 'Thi, tuyển sinh và kiểm định chất lượng', rows: 2 },
            ],
            'Tin hướng dẫn đăng ký, tra cứu, xác nhận nhập học',
            'tin',
            'Phòng Quản lý chất lượng',
            [0, 0, 1, 3, 6, 8, 6, 2, 0, 0, 0, 0],
          ),
          pieces(
            [null, null],
            'Đồ họa thông tin về mùa thi',
            'đồ họa',
            'Văn phòng Sở',
            [0, 0, 0, 2, 3, 3, 1, 0, 0, 0, 0, 0],
          ),
          pieces(
            ['3', 'Nhà giáo và văn hóa học đường'],
            'Chân dung nhà giáo tiêu biểu',
            'bài',
            'Công đoàn ngành',
            [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 1],
          ),
        ],
      },
    ],
  },
  labels: {
    quotas: [
      quota(
        'Các phòng thuộc Sở',
        'product',
        1,
        'week',
        'tin',
        'Mỗi phòng mỗi tuần cung cấp 01 tin cho Cổng thông tin điện tử của Sở',
        'Cổng thông tin điện tử của Sở',
      ),
      quota(
        'Các phòng thuộc Sở',
        'person',
        1,
        null,
        'công chức',
        'Cử 01 công chức tham gia Ban Biên tập',
        'Văn phòng Sở',
        '2027-01-15',
      ),
      quota(
        'Các trường THPT, trung tâm giáo dục thường xuyên',
        'product',
        2,
        'month',
        'bài',
        'Gửi tối thiểu 02 bài/tháng về Ban Biên tập',
        'Ban Biên tập',
      ),
      quota(
        'Các trường THPT, trung tâm giáo dục thường xuyên',
        'product',
        1,
        'semester',
        'video',
        'thực hiện ít nhất 01 video/học kỳ',
      ),
      quota(
        'Phòng Văn hóa - Xã hội các xã, phường, đặc khu',
        'product',
        10,
        'year',
        'tin, bài',
        'bảo đảm mỗi trường có ít nhất 10 tin, bài/năm gửi về Ban Biên tập',
        'Ban Biên tập',
      ),
    ],
    deliverables: [
      deliverable(
        'Văn phòng Sở',
        4,
        'số Bản tin Giáo dục Đông Hải',
        '2027',
        'Xuất bản 04 số Bản tin Giáo dục Đông Hải trong năm',
      ),
    ],
    reporting: [
      report(
        'Văn phòng Sở',
        'Giám đốc Sở',
        'kết quả thực hiện',
        '2027-12-15',
        'báo cáo Giám đốc Sở kết quả thực hiện trước ngày 15/12/2027',
      ),
    ],
    channels: [
      channel('portal', 'Cổng thông tin điện tử của Sở'),
      channel('press', 'Báo và Phát thanh, Truyền hình Đông Hải'),
      channel('fanpage', 'fanpage của Sở'),
      channel('zalo', 'Zalo OA của Sở'),
      channel('bulletin', 'Bản tin Giáo dục Đông Hải'),
      channel('website', 'trang thông tin điện tử của đơn vị', 'other'),
      channel('radio', 'hệ thống truyền thanh của xã, phường, đặc khu', 'other'),
    ],
    cited: [],
    abbreviations: [['GDĐT', 'Giáo dục và Đào tạo']],
    budget: {
      source: 'nguồn chi sự nghiệp giáo dục năm 2027 đã giao cho Văn phòng Sở',
      amount: 420_000_000,
      year: 2027,
    },
    noise: [{ kind: 'tabsAfterNumbers', what: 'a tab between an automatic number and its text, as pasted from Word' }],
  },
  layout: {
    numbering: 'automatic',
    header: 'cells',
    signature: 'beside',
    blankLines: false,
    spoil: (text) => text.replace(/^([IVX]+\.|\d\.|-) /gm, '$1\t'),
  },
};

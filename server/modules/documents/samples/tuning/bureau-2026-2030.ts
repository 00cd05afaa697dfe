import {
  all,
  areaLine,
  base,
  budget,
  channel,
  deliverable,
  duty,
  part,
  point,
  preambleLine,
  purpose,
  quota,
  ref,
  report,
  say,
  section,
  solution,
  to,
} from '../authoring.ts';
import type { Heading, SamplePlan } from '../source.ts';

const way = (number: string, text: string): Heading => point(number, null, { runIn: solution(text) });

const OFFICES = 'Các đơn vị thuộc Cục';
const office = (number: string, title: string, text: string): Heading =>
  point(number, title, { tail: ':', runIn: duty(text), actor: { parent: OFFICES } });

const law = 'Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26 tháng 6 năm 2025;';
const task =
  'Thực hiện nhiệm vụ được giao tại Quyết định số 1840/QĐ-BGDĐT ngày 12 tháng 6 năm 2026 của Bộ trưởng Bộ Giáo dục và Đào tạo phê duyệt Chương trình phát triển năng lực số cho người học giai đoạn 2026-2030;';

export const plan: SamplePlan = {
  name: 'bureau-2026-2030',
  level: 'ministry',
  shape:
    'A ministry’s bureau, one theme for five years: general and specific objectives with percentages, solutions 1.1., 1.2. under 1., no table, no requirements',
  header: {
    parent: ['BỘ GIÁO DỤC VÀ ĐÀO TẠO'],
    body: ['CỤC KHOA HỌC, CÔNG NGHỆ', 'VÀ THÔNG TIN'],
    number: 'Số: 08/KH-KHCNTT',
    placeDate: 'Hà Nội, ngày 02 tháng 7 năm 2026',
    gold: {
      parentBody: { value: 'Bộ Giáo dục và Đào tạo', stated: true, inferred: null },
      issuingBody: { value: 'Cục Khoa học, Công nghệ và Thông tin', short: 'Cục KHCNTT', stated: true },
      number: '08',
      symbol: 'KH-KHCNTT',
      place: 'Hà Nội',
      date: { day: 2, month: 7, year: 2026, iso: '2026-07-02', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Truyền thông về học bạ số và năng lực số', 'trong nhà trường giai đoạn 2026-2030'],
  titleNorm: 'Truyền thông về học bạ số và năng lực số trong nhà trường giai đoạn 2026-2030',
  period: { kind: 'range', from: 2026, to: 2030, statedIn: 'title' },
  preamble: [
    preambleLine(law, {
      lead: 'Căn cứ',
      type: 'Luật',
      ref: '91/2025/QH15',
      issuer: null,
      date: '2025-06-26',
      title: 'Bảo vệ dữ liệu cá nhân',
      text: law,
    }),
    base(
      'Căn cứ',
      'Nghị định',
      '88/2026/NĐ-CP',
      null,
      'Chính phủ',
      'quy định về dữ liệu và cơ sở dữ liệu trong lĩnh vực giáo dục',
    ),
    preambleLine(task, {
      lead: 'Thực hiện nhiệm vụ được giao tại',
      type: 'Quyết định',
      ref: '1840/QĐ-BGDĐT',
      issuer: 'Bộ trưởng Bộ Giáo dục và Đào tạo',
      date: '2026-06-12',
      title: 'phê duyệt Chương trình phát triển năng lực số cho người học giai đoạn 2026-2030',
      text: task,
    }),
  ],
  opening:
    'Cục Khoa học, Công nghệ và Thông tin (sau đây gọi là Cục) xây dựng Kế hoạch truyền thông về học bạ số và năng lực số trong nhà trường giai đoạn 2026-2030, cụ thể như sau:',
  body: [
    section(
      'I',
      'MỤC TIÊU',
      {},
      part(
        '1',
        'Mục tiêu chung',
        {},
        purpose(
          'Làm cho người học, gia đình và nhà giáo hiểu lợi ích của học bạ số, biết tự bảo vệ dữ liệu của mình và sử dụng công nghệ, trí tuệ nhân tạo có trách nhiệm; tạo sự đồng thuận để chuyển đổi số đi vào hoạt động hằng ngày của nhà trường.',
        ),
      ),
      part(
        '2',
        'Mục tiêu cụ thể',
        {},
        ...all(purpose, '-')(
          'Đến hết năm 2027, 100% cơ sở giáo dục phổ thông có bài giới thiệu về học bạ số trên trang thông tin điện tử; 80% phụ huynh lớp 1 biết cách tra cứu học bạ số của con.',
          'Đến năm 2028, ít nhất 70% giáo viên được tiếp cận tài liệu truyền thông về sử dụng trí tuệ nhân tạo an toàn trong dạy học.',
          'Đến năm 2030, sản xuất 100 video hướng dẫn kỹ năng số, trong đó có 20 video bằng tiếng dân tộc thiểu số và 20 video có ngôn ngữ ký hiệu; 95% câu hỏi của người dân gửi đến Cục được trả lời đúng hạn.',
        ),
      ),
    ),
    section(
      'II',
      'ĐỐI TƯỢNG, PHẠM VI',
      {},
      part('1', 'Đối tượng', {
        tail: ':',
        runIn: say(
          'học sinh phổ thông, học viên giáo dục thường xuyên; cha mẹ học sinh; giáo viên, cán bộ quản lý; cán bộ văn hóa - xã hội cấp xã.',
        ),
      }),
      part('2', 'Phạm vi', { tail: ':', runIn: say('trên toàn quốc; ưu tiên vùng miền núi, biên giới, hải đảo.') }),
    ),
    section(
      'III',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      areaLine(
        '1',
        'Học bạ số',
        'Giá trị pháp lý của học bạ số; cách tra cứu, xác nhận, chuyển trường bằng học bạ số; quyền của người học đối với dữ liệu của mình. Giao Phòng Dữ liệu giáo dục chủ trì, phối hợp với Văn phòng Cục.',
        {
          focal: ['Phòng Dữ liệu giáo dục'],
          with: ['Văn phòng Cục'],
          raw: 'Giao Phòng Dữ liệu giáo dục chủ trì, phối hợp với Văn phòng Cục',
        },
      ),
      areaLine(
        '2',
        'Năng lực số và trí tuệ nhân tạo',
        'Khung năng lực số của người học; học cùng trí tuệ nhân tạo mà không chép bài; nhận biết nội dung giả do máy tạo ra (Phòng Chuyển đổi số làm đầu mối).',
        { focal: ['Phòng Chuyển đổi số'], raw: '(Phòng Chuyển đổi số làm đầu mối)' },
      ),
      areaLine(
        '3',
        'An toàn trên không gian mạng',
        'Phòng, chống lừa đảo, bắt nạt trực tuyến; xử lý khi lộ dữ liệu cá nhân. Đầu mối: Trung tâm An toàn thông tin; phối hợp: Phòng Chuyển đổi số.',
        {
          focal: ['Trung tâm An toàn thông tin'],
          with: ['Phòng Chuyển đổi số'],
          raw: 'Đầu mối: Trung tâm An toàn thông tin; phối hợp: Phòng Chuyển đổi số',
        },
      ),
    ),
    section(
      'IV',
      'NHIỆM VỤ, GIẢI PHÁP',
      {},
      part(
        '1',
        'Hoàn thiện thông điệp và tài liệu',
        {},
        way(
          '1.1',
          'Xây dựng bộ thông điệp dùng chung, mỗi thông điệp không quá 20 chữ, thử nghiệm với phụ huynh và học sinh của ba vùng trước khi phát hành.',
        ),
        way(
          '1.2',
          'Biên soạn tài liệu hỏi - đáp, đồ họa, video hướng dẫn dễ đọc trên điện thoại; dịch sang tiếng dân tộc thiểu số và ngôn ngữ ký hiệu.',
        ),
      ),
      part(
        '2',
        'Mở rộng kênh tiếp cận',
        {},
        way(
          '2.1',
          'Lập chuyên trang “Học bạ số” trên Cổng thông tin điện tử Bộ Giáo dục và Đào tạo; duy trì kênh TikTok “Công dân số nhỏ tuổi” với tối thiểu 04 video/tháng.',
        ),
        way(
          '2.2',
          'Phối hợp với Đài Truyền hình Việt Nam, Báo Giáo dục và Thời đại mở chuyên mục định kỳ; nhắn tin qua Zalo OA của Bộ trong thời gian chuyển cấp.',
        ),
        way(
          '2.3',
          'Đưa nội dung vào tiết sinh hoạt lớp, cuộc họp cha mẹ học sinh và ngày hội chuyển đổi số của các trường.',
        ),
      ),
      part(
        '3',
        'Đo lường, lắng nghe phản hồi',
        {},
        way(
          '3.1',
          'Khảo sát mức độ hiểu biết của phụ huynh trước và sau mỗi đợt truyền thông; công bố kết quả theo Thông tư số 09/2024/TT-BGDĐT quy định về công khai.',
        ),
        way(
          '3.2',
          'Ghi nhận, phân loại câu hỏi của người dân; những câu hỏi được nhiều người quan tâm phải có bài trả lời trong vòng 48 giờ.',
        ),
      ),
    ),
    section(
      'V',
      'KINH PHÍ',
      {},
      budget(
        'Kinh phí thực hiện Kế hoạch được bố trí từ dự toán chi hằng năm của Cục và nguồn tài trợ hợp pháp khác (nếu có).',
      ),
    ),
    section(
      'VI',
      'TỔ CHỨC THỰC HIỆN',
      {},
      part(
        '1',
        OFFICES,
        {},
        office(
          '1.1',
          'Văn phòng Cục',
          'Theo dõi, đôn đốc; hằng năm tổng hợp, báo cáo Lãnh đạo Bộ trước ngày 15 tháng 12; tổ chức sơ kết vào năm 2028, tổng kết vào năm 2030.',
        ),
        office(
          '1.2',
          'Phòng Dữ liệu giáo dục',
          'Chủ trì chuyên trang “Học bạ số”, cung cấp ít nhất 02 bài/quý cho Văn phòng Cục.',
        ),
        office(
          '1.3',
          'Phòng Chuyển đổi số',
          'Sản xuất video hướng dẫn; tổ chức tập huấn cho đầu mối truyền thông của các sở trong quý IV năm 2026.',
        ),
        office(
          '1.4',
          'Trung tâm An toàn thông tin',
          'Cảnh báo sớm các thủ đoạn lừa đảo nhằm vào học sinh; mỗi tháng có 01 bài cảnh báo.',
        ),
      ),
      part(
        '2',
        'Đề nghị các sở giáo dục và đào tạo',
        { actor: { name: 'các sở giáo dục và đào tạo' } },
        ...all(duty, '-')(
          'Cụ thể hóa Kế hoạch phù hợp với địa phương; phân công 01 đầu mối, gửi thông tin về Văn phòng Cục trước ngày 31 tháng 7 năm 2026.',
          'Mỗi năm học giới thiệu ít nhất 03 trường làm tốt; gửi báo cáo về Cục trước ngày 30 tháng 11 hằng năm.',
        ),
      ),
      part(
        '3',
        'Đề nghị các doanh nghiệp cung cấp nền tảng học bạ số',
        { actor: { name: 'các doanh nghiệp cung cấp nền tảng học bạ số' } },
        duty(
          'Hiển thị thông điệp chung của Kế hoạch đến người dùng; không sử dụng dữ liệu người học để quảng cáo.',
          '-',
        ),
      ),
    ),
  ],
  closing: 'Trên đây là Kế hoạch của Cục, đề nghị các đơn vị phối hợp triển khai thực hiện./.',
  recipients: [
    to('Bộ trưởng (để báo cáo)', 'b/c'),
    to('Thứ trưởng phụ trách (để báo cáo)', 'b/c'),
    to('Văn phòng Bộ (để phối hợp)', 'p/h'),
    to('Các Sở GDĐT (để phối hợp)', 'p/h'),
    to('Các đơn vị thuộc Cục (để thực hiện)', 't/h'),
    to('Lưu: VT, VPC, CĐS', 'archive'),
  ],
  signer: {
    lines: ['CỤC TRƯỞNG'],
    mode: null,
    onBehalfOf: null,
    position: 'CỤC TRƯỞNG',
    name: 'Lương Bách Thảo Nguyên',
  },
  labels: {
    quotas: [
      { ...quota('', 'product', 4, 'month', 'video', 'tối thiểu 04 video/tháng'), actor: null },
      quota('Phòng Dữ liệu giáo dục', 'product', 2, 'quarter', 'bài', 'cung cấp ít nhất 02 bài/quý', 'Văn phòng Cục'),
      quota('Trung tâm An toàn thông tin', 'product', 1, 'month', 'bài cảnh báo', 'mỗi tháng có 01 bài cảnh báo'),
      quota(
        'các sở giáo dục và đào tạo',
        'person',
        1,
        null,
        'đầu mối',
        'phân công 01 đầu mối, gửi thông tin về Văn phòng Cục trước ngày 31 tháng 7 năm 2026',
        'Văn phòng Cục',
        '2026-07-31',
      ),
      quota(
        'các sở giáo dục và đào tạo',
        'product',
        3,
        'schoolYear',
        'trường làm tốt',
        'Mỗi năm học giới thiệu ít nhất 03 trường làm tốt',
      ),
    ],
    deliverables: [
      deliverable(null, 100, 'video hướng dẫn kỹ năng số', '2030', 'sản xuất 100 video hướng dẫn kỹ năng số'),
      deliverable(null, null, 'bộ thông điệp dùng chung', null, 'Xây dựng bộ thông điệp dùng chung'),
      deliverable(
        'Phòng Chuyển đổi số',
        null,
        'tập huấn',
        'quý IV năm 2026',
        'tổ chức tập huấn cho đầu mối truyền thông của các sở trong quý IV năm 2026',
      ),
      deliverable(
        'Văn phòng Cục',
        null,
        'sơ kết, tổng kết',
        '2028, 2030',
        'tổ chức sơ kết vào năm 2028, tổng kết vào năm 2030',
      ),
    ],
    reporting: [
      report(
        'Văn phòng Cục',
        'Lãnh đạo Bộ',
        'kết quả thực hiện',
        'trước ngày 15 tháng 12 hằng năm',
        'hằng năm tổng hợp, báo cáo Lãnh đạo Bộ trước ngày 15 tháng 12',
      ),
      report(
        'các sở giáo dục và đào tạo',
        'Cục',
        'báo cáo',
        'trước ngày 30 tháng 11 hằng năm',
        'gửi báo cáo về Cục trước ngày 30 tháng 11 hằng năm',
      ),
    ],
    channels: [
      channel('portal', 'Cổng thông tin điện tử Bộ Giáo dục và Đào tạo'),
      channel('social', 'kênh TikTok “Công dân số nhỏ tuổi”'),
      channel('tv', 'Đài Truyền hình Việt Nam'),
      channel('press', 'Báo Giáo dục và Thời đại'),
      channel('zalo', 'Zalo OA của Bộ'),
      channel('direct', 'tiết sinh hoạt lớp'),
      channel('direct', 'cuộc họp cha mẹ học sinh'),
      channel('event', 'ngày hội chuyển đổi số của các trường'),
      channel('website', 'trang thông tin điện tử', 'mention'),
    ],
    cited: [ref('Thông tư', '09/2024/TT-BGDĐT', null, null, 'quy định về công khai', 'Thông tư số 09/2024/TT-BGDĐT')],
    budget: {
      source: 'dự toán chi hằng năm của Cục và nguồn tài trợ hợp pháp khác (nếu có)',
      amount: null,
      year: null,
    },
    noise: [{ kind: 'tabsAfterNumbers', what: 'a tab between an automatic number and its text, as pasted from Word' }],
  },
  layout: {
    numbering: 'automatic',
    extra: ['web'],
    header: 'cells',
    signature: 'stacked',
    blankLines: true,
    spoil: (text) => text.replace(/^([IVX]+\.|\d\.|\d\.\d\.|-) /gm, '$1\t'),
  },
};

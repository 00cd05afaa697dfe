import {
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
  ref,
  report,
  requirement,
  say,
  section,
  to,
} from '../authoring.ts';
import type { Heading, SamplePlan } from '../source.ts';

/** 'Đề nghị' is not part of the name of who acts. */
const asked = (number: string, name: string, ...texts: string[]): Heading =>
  part(number, `Đề nghị ${name}`, { actor: { name } }, ...all(duty, '-')(...texts));
const who = (number: string, title: string, ...texts: string[]): Heading =>
  actor(number, title, '', ...all(duty, '-')(...texts));

const local = 'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;';
const council =
  'Thực hiện Nghị quyết số 61/NQ-HĐND ngày 10 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh Sông Trà về chính sách hỗ trợ phổ cập giáo dục mầm non;';
const proposal =
  'Xét đề nghị của Giám đốc Sở Giáo dục và Đào tạo tại Tờ trình số 205/TTr-SGDĐT ngày 18 tháng 3 năm 2026.';

export const plan: SamplePlan = {
  name: 'province-actors-2026-2030',
  level: 'province-government',
  shape:
    'A province’s people’s committee on one policy for five years: eleven actors with duties (departments, press, Front, communes), steps by years, no table, no focal units',
  header: {
    parent: [],
    body: ['ỦY BAN NHÂN DÂN', 'TỈNH SÔNG TRÀ'],
    number: 'Số: 96/KH-UBND',
    placeDate: 'Sông Trà, ngày 31 tháng 3 năm 2026',
    gold: {
      parentBody: { value: null, stated: false, inferred: null, why: 'a people’s committee has no line above it' },
      issuingBody: { value: 'Ủy ban nhân dân tỉnh Sông Trà', short: 'UBND tỉnh Sông Trà', stated: true },
      number: '96',
      symbol: 'KH-UBND',
      place: 'Sông Trà',
      date: { day: 31, month: 3, year: 2026, iso: '2026-03-31', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: [
    'Truyền thông về phổ cập giáo dục mầm non cho trẻ em từ 3 tuổi đến 5 tuổi',
    'trên địa bàn tỉnh Sông Trà, giai đoạn 2026 - 2030',
  ],
  titleNorm:
    'Truyền thông về phổ cập giáo dục mầm non cho trẻ em từ 3 tuổi đến 5 tuổi trên địa bàn tỉnh Sông Trà, giai đoạn 2026 - 2030',
  period: { kind: 'range', from: 2026, to: 2030, statedIn: 'title' },
  preamble: [
    preambleLine(local, {
      lead: 'Căn cứ',
      type: 'Luật',
      ref: '72/2025/QH15',
      issuer: null,
      date: null,
      title: 'Tổ chức chính quyền địa phương',
      text: local,
    }),
    base(
      'Căn cứ',
      'Nghị quyết',
      '218/2025/QH15',
      '26 tháng 6 năm 2025',
      'Quốc hội',
      'về phổ cập giáo dục mầm non cho trẻ em từ 3 tuổi đến 5 tuổi',
    ),
    preambleLine(council, {
      lead: 'Thực hiện',
      type: 'Nghị quyết',
      ref: '61/NQ-HĐND',
      issuer: 'Hội đồng nhân dân tỉnh Sông Trà',
      date: '2025-12-10',
      title: 'về chính sách hỗ trợ phổ cập giáo dục mầm non',
      text: council,
    }),
    preambleLine(proposal, {
      lead: 'Xét đề nghị của Giám đốc Sở Giáo dục và Đào tạo tại',
      type: 'Tờ trình',
      ref: '205/TTr-SGDĐT',
      issuer: 'Giám đốc Sở Giáo dục và Đào tạo',
      date: '2026-03-18',
      title: null,
      text: proposal,
    }),
  ],
  opening:
    'Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch truyền thông về phổ cập giáo dục mầm non cho trẻ em từ 3 tuổi đến 5 tuổi (sau đây gọi tắt là phổ cập) trên địa bàn tỉnh Sông Trà, giai đoạn 2026 - 2030, như sau:',
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
          'Để mọi gia đình có con từ 3 tuổi đến 5 tuổi biết quyền được đi học của trẻ và những hỗ trợ của Nhà nước; tự nguyện đưa trẻ đến trường.',
          'Tạo sự vào cuộc của cả hệ thống chính trị, của doanh nghiệp có đông lao động nữ trong việc chăm lo cho trẻ em.',
        ),
      ),
      part(
        '2',
        'Yêu cầu',
        {},
        ...all(requirement, '-')(
          'Đến từng nhà, rõ từng đối tượng: gia đình ở vùng sâu, công nhân khu công nghiệp, người di cư theo mùa vụ.',
          'Phân định trách nhiệm rõ ràng; lồng ghép với các chương trình, đề án đang thực hiện để tiết kiệm chi phí.',
          'Không gây sức ép bằng chỉ tiêu hành chính đối với người dân.',
        ),
      ),
    ),
    section(
      'II',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      area(
        '1',
        'Chủ trương, chính sách',
        true,
        ...all(item, '-')(
          'Lộ trình phổ cập của cả nước và của tỉnh; nguồn lực đầu tư trường, lớp, đội ngũ giáo viên.',
          'Chính sách đối với trẻ em, giáo viên, cơ sở độc lập ở địa bàn có khu công nghiệp theo Nghị định số 105/2020/NĐ-CP ngày 08/9/2020 của Chính phủ.',
        ),
      ),
      area(
        '2',
        'Lợi ích của việc cho trẻ đến trường',
        true,
        ...all(item, '-')(
          'Trẻ được ăn đủ chất, được học nói tiếng Việt, được chơi với bạn; cha mẹ yên tâm làm việc.',
          'Câu chuyện của các gia đình, các lớp ghép ở điểm lẻ.',
        ),
      ),
      area(
        '3',
        'Kết quả và bài học',
        true,
        ...all(item, '-')(
          'Các xã, phường hoàn thành sớm; cách huy động nguồn lực của cộng đồng.',
          'Những nơi còn khó khăn và đề xuất của cơ sở.',
        ),
      ),
    ),
    section(
      'III',
      'CÁC BƯỚC THỰC HIỆN',
      {},
      part('1', 'Năm 2026', {
        tail: ':',
        runIn: say('khảo sát nhận thức của phụ huynh, xây dựng thông điệp và tài liệu, tập huấn tuyên truyền viên.'),
      }),
      part('2', 'Giai đoạn 2027 - 2028', {
        tail: ':',
        runIn: say(
          'truyền thông rộng khắp, tập trung vào các xã chưa đạt chuẩn; đánh giá giữa kỳ vào quý IV năm 2028.',
        ),
      }),
      part('3', 'Giai đoạn 2029 - 2030', {
        tail: ':',
        runIn: say('duy trì, nhân rộng cách làm tốt; tổng kết vào năm 2030.'),
      }),
    ),
    section(
      'IV',
      'KINH PHÍ',
      {},
      budget(
        'Kinh phí thực hiện được cân đối trong dự toán ngân sách hằng năm của các cơ quan, đơn vị theo phân cấp và nguồn xã hội hóa.',
      ),
    ),
    section(
      'V',
      'TRÁCH NHIỆM THỰC HIỆN',
      {},
      who(
        '1',
        'Sở Giáo dục và Đào tạo',
        'Là cơ quan thường trực; xây dựng bộ tài liệu truyền thông bằng tiếng Việt và hai thứ tiếng dân tộc trước ngày 31/5/2026, cung cấp cho các sở, ngành, địa phương.',
        'Hằng tháng đăng ít nhất 08 tin, bài trên Cổng thông tin điện tử của Sở; tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 10 tháng 12 hằng năm.',
      ),
      who(
        '2',
        'Sở Văn hóa, Thể thao và Du lịch',
        'Chỉ đạo Trung tâm Văn hóa tỉnh dàn dựng tiểu phẩm, mỗi quý tối thiểu 02 video tiểu phẩm; hướng dẫn nội dung pa nô, khẩu hiệu.',
        'Định hướng cơ quan báo chí của tỉnh; quản lý thông tin trên mạng xã hội theo thẩm quyền.',
      ),
      who('3', 'Sở Tài chính', 'Tham mưu UBND tỉnh bố trí kinh phí; hướng dẫn thanh toán, quyết toán theo quy định.'),
      who('4', 'Sở Y tế', 'Lồng ghép tư vấn dinh dưỡng, tiêm chủng với vận động trẻ đến trường tại các trạm y tế.'),
      who(
        '5',
        'Sở Dân tộc và Tôn giáo',
        'Vận động người có uy tín, chức sắc tôn giáo tham gia; cử 02 công chức biết tiếng dân tộc giúp Sở Giáo dục và Đào tạo biên dịch tài liệu.',
      ),
      who(
        '6',
        'Báo và Phát thanh, Truyền hình Sông Trà',
        'Mở chuyên mục “Đưa con đến lớp”, mỗi tuần phát 01 chương trình truyền hình, 02 chương trình phát thanh; thực hiện ít nhất 04 phóng sự/năm.',
      ),
      who(
        '7',
        'Cổng Thông tin điện tử tỉnh',
        'Đăng tải văn bản, giải đáp câu hỏi của người dân; mỗi tháng cập nhật số liệu trẻ ra lớp của từng xã, phường.',
      ),
      asked(
        '8',
        'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
        'Chủ trì giám sát, phản biện xã hội; vận động cộng đồng góp công, góp sức làm lớp học.',
      ),
      asked(
        '9',
        'Hội Liên hiệp Phụ nữ tỉnh, Liên đoàn Lao động tỉnh',
        'Tổ chức câu lạc bộ “Mẹ cùng con đến lớp” tại cơ sở; vận động doanh nghiệp xây dựng nhà trẻ cho con công nhân.',
        'Mỗi tổ chức giới thiệu ít nhất 02 điển hình/năm gửi Sở Giáo dục và Đào tạo.',
      ),
      who(
        '10',
        'UBND các xã, phường',
        'Ban hành kế hoạch của địa phương trước ngày 30/4/2026; giao Phòng Văn hóa - Xã hội làm đầu mối.',
        'Phát trên hệ thống truyền thanh cơ sở ít nhất 03 buổi/tuần trong tháng 7, tháng 8 hằng năm; lập sổ theo dõi trẻ chưa ra lớp.',
        'Báo cáo Sở Giáo dục và Đào tạo trước ngày 30 tháng 11 hằng năm.',
      ),
      who(
        '11',
        'Các cơ sở giáo dục mầm non',
        'Tổ chức ngày hội “Bé đến trường” vào tháng 8; mỗi tháng có ít nhất 01 bài trên trang thông tin điện tử, fanpage của trường; giữ liên lạc với phụ huynh qua Zalo.',
      ),
    ),
  ],
  closing:
    'Yêu cầu Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã, phường tổ chức thực hiện; trường hợp có khó khăn, vướng mắc, gửi ý kiến về Sở Giáo dục và Đào tạo để tổng hợp, báo cáo UBND tỉnh xem xét, quyết định./.',
  recipients: [
    to('Bộ Giáo dục và Đào tạo', null),
    to('Thường trực Tỉnh ủy', null),
    to('Thường trực HĐND tỉnh', null),
    to('Chủ tịch, các Phó Chủ tịch UBND tỉnh', null),
    to('Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh', null),
    to('Các sở, ban, ngành tỉnh', null),
    to('Đảng ủy, UBND các xã, phường', null),
    to('Lưu: VT, KGVX', 'archive'),
  ],
  recipientsTitle: 'Nơi nhận:',
  signer: {
    lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    mode: 'TM.',
    onBehalfOf: 'ỦY BAN NHÂN DÂN',
    position: 'CHỦ TỊCH',
    name: 'Đàm Trọng Khang Ninh',
  },
  labels: {
    quotas: [
      quota(
        'Sở Giáo dục và Đào tạo',
        'product',
        8,
        'month',
        'tin, bài',
        'Hằng tháng đăng ít nhất 08 tin, bài trên Cổng thông tin điện tử của Sở',
      ),
      quota(
        'Sở Văn hóa, Thể thao và Du lịch',
        'product',
        2,
        'quarter',
        'video tiểu phẩm',
        'mỗi quý tối thiểu 02 video tiểu phẩm',
      ),
      quota('Sở Dân tộc và Tôn giáo', 'person', 2, null, 'công chức', 'cử 02 công chức biết tiếng dân tộc'),
      quota(
        'Báo và Phát thanh, Truyền hình Sông Trà',
        'product',
        1,
        'week',
        'chương trình truyền hình',
        'mỗi tuần phát 01 chương trình truyền hình',
      ),
      quota(
        'Báo và Phát thanh, Truyền hình Sông Trà',
        'product',
        2,
        'week',
        'chương trình phát thanh',
        'mỗi tuần phát 01 chương trình truyền hình, 02 chương trình phát thanh',
      ),
      quota(
        'Báo và Phát thanh, Truyền hình Sông Trà',
        'product',
        4,
        'year',
        'phóng sự',
        'thực hiện ít nhất 04 phóng sự/năm',
      ),
      quota(
        'Cổng Thông tin điện tử tỉnh',
        'information',
        null,
        'month',
        'số liệu trẻ ra lớp',
        'mỗi tháng cập nhật số liệu trẻ ra lớp của từng xã, phường',
      ),
      quota(
        'Hội Liên hiệp Phụ nữ tỉnh, Liên đoàn Lao động tỉnh',
        'product',
        2,
        'year',
        'điển hình',
        'Mỗi tổ chức giới thiệu ít nhất 02 điển hình/năm gửi Sở Giáo dục và Đào tạo',
        'Sở Giáo dục và Đào tạo',
      ),
      quota(
        'UBND các xã, phường',
        'product',
        3,
        'week',
        'buổi',
        'ít nhất 03 buổi/tuần trong tháng 7, tháng 8 hằng năm',
      ),
      quota('Các cơ sở giáo dục mầm non', 'product', 1, 'month', 'bài', 'mỗi tháng có ít nhất 01 bài'),
    ],
    deliverables: [
      deliverable(
        'Báo và Phát thanh, Truyền hình Sông Trà',
        null,
        'chuyên mục',
        null,
        'Mở chuyên mục “Đưa con đến lớp”',
      ),
      deliverable(
        'Sở Giáo dục và Đào tạo',
        null,
        'bộ tài liệu truyền thông',
        '2026-05-31',
        'xây dựng bộ tài liệu truyền thông bằng tiếng Việt và hai thứ tiếng dân tộc trước ngày 31/5/2026',
      ),
      deliverable(
        'UBND các xã, phường',
        null,
        'kế hoạch của địa phương',
        '2026-04-30',
        'Ban hành kế hoạch của địa phương trước ngày 30/4/2026',
      ),
    ],
    reporting: [
      report(
        'Sở Giáo dục và Đào tạo',
        'UBND tỉnh',
        'kết quả',
        'trước ngày 10 tháng 12 hằng năm',
        'tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 10 tháng 12 hằng năm',
      ),
      report(
        'UBND các xã, phường',
        'Sở Giáo dục và Đào tạo',
        'kết quả',
        'trước ngày 30 tháng 11 hằng năm',
        'Báo cáo Sở Giáo dục và Đào tạo trước ngày 30 tháng 11 hằng năm',
      ),
    ],
    channels: [
      channel('portal', 'Cổng thông tin điện tử của Sở', 'other'),
      channel('publication', 'pa nô', 'other'),
      channel('publication', 'khẩu hiệu', 'other'),
      channel('press', 'Báo và Phát thanh, Truyền hình Sông Trà'),
      channel('portal', 'Cổng Thông tin điện tử tỉnh'),
      channel('radio', 'hệ thống truyền thanh cơ sở'),
      channel('website', 'trang thông tin điện tử', 'other'),
      channel('fanpage', 'fanpage của trường', 'other'),
      channel('zalo', 'Zalo', 'mention'),
      channel('event', 'ngày hội “Bé đến trường”', 'other'),
    ],
    cited: [
      ref('Nghị định', '105/2020/NĐ-CP', '2020-09-08', 'Chính phủ', null, 'Nghị định số 105/2020/NĐ-CP ngày 08/9/2020'),
    ],
    abbreviations: [['UBND', 'Ủy ban nhân dân']],
    budget: {
      source: 'dự toán ngân sách hằng năm của các cơ quan, đơn vị theo phân cấp và nguồn xã hội hóa',
      amount: null,
      year: null,
    },
  },
  layout: { numbering: 'automatic', header: 'rows', signature: 'beside', blankLines: false },
};

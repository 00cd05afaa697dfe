import {
  act,
  all,
  base,
  budget,
  channel,
  deliverable,
  duty,
  part,
  preambleLine,
  purpose,
  quota,
  report,
  requirement,
  section,
  to,
} from '../authoring.ts';
import type { Heading, SamplePlan } from '../source.ts';

/** 'Giao' and 'Đề nghị' belong to the heading, not to the name of who acts. */
const who = (number: string, title: string, ...texts: string[]): Heading =>
  part(
    number,
    title,
    { tail: ':', actor: { name: title.replace(/^(Giao|Đề nghị) /, '') } },
    ...all(duty, '+')(...texts),
  );

const law = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;';
const city =
  'Thực hiện Công văn số 2780/SGDĐT-VP ngày 05/8/2026 và Kế hoạch số 198/KH-SGDĐT ngày 30/7/2026 của Sở Giáo dục và Đào tạo tỉnh Sông Trà về truyền thông đầu năm học mới;';

const proposal = 'Theo đề nghị của Phòng Văn hóa - Xã hội tại Tờ trình số 44/TTr-VHXH ngày 12/8/2026.';

/** What a word processor leaves behind: no-break spaces, doubled spaces after semicolons. */
const spoil = (text: string): string =>
  text
    .replace(/^([IVX]+\.|\d\.) /gm, '$1\u00a0')
    .replace(/; /g, ';  ')
    .replace(/(ngày|tháng) (\d)/g, '$1\u00a0$2');

export const plan: SamplePlan = {
  name: 'ward-forms-2026',
  level: 'commune',
  shape:
    'A ward’s plan: content, form, time and unit in one table without products; forms are channels; two bases in one line, no-break spaces',
  header: {
    parent: ['ỦY BAN NHÂN DÂN'],
    body: ['PHƯỜNG BẾN ĐÁ'],
    number: 'Số: 132/KH-UBND',
    placeDate: 'Bến Đá, ngày 14 tháng 8 năm 2026',
    gold: {
      parentBody: { value: null, stated: false, inferred: null, why: 'a people’s committee has no line above it' },
      issuingBody: { value: 'Ủy ban nhân dân phường Bến Đá', short: 'UBND phường Bến Đá', stated: true },
      number: '132',
      symbol: 'KH-UBND',
      place: 'Bến Đá',
      date: { day: 14, month: 8, year: 2026, iso: '2026-08-14', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Tuyên truyền về công tác giáo dục và đào tạo', 'trên địa bàn phường Bến Đá 6 tháng cuối năm 2026'],
  titleNorm: 'Tuyên truyền về công tác giáo dục và đào tạo trên địa bàn phường Bến Đá 6 tháng cuối năm 2026',
  period: { kind: 'calendarYear', from: 2026, to: 2026, statedIn: 'title' },
  preamble: [
    preambleLine(law, {
      lead: 'Căn cứ',
      type: 'Luật',
      ref: null,
      issuer: null,
      date: '2025-06-16',
      title: 'Tổ chức chính quyền địa phương',
      text: law,
    }),
    base(
      'Căn cứ',
      'Nghị định',
      '09/2017/NĐ-CP',
      '09/02/2017',
      'Chính phủ',
      'quy định chi tiết việc phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước',
    ),
    preambleLine(
      city,
      {
        lead: 'Thực hiện',
        type: 'Công văn',
        ref: '2780/SGDĐT-VP',
        issuer: 'Sở Giáo dục và Đào tạo tỉnh Sông Trà',
        date: '2026-08-05',
        title: 'về truyền thông đầu năm học mới',
        text: 'Công văn số 2780/SGDĐT-VP ngày 05/8/2026',
      },
      {
        lead: 'Thực hiện',
        type: 'Kế hoạch',
        ref: '198/KH-SGDĐT',
        issuer: 'Sở Giáo dục và Đào tạo tỉnh Sông Trà',
        date: '2026-07-30',
        title: 'về truyền thông đầu năm học mới',
        text: 'Kế hoạch số 198/KH-SGDĐT ngày 30/7/2026',
      },
    ),
    preambleLine(proposal, {
      lead: 'Theo đề nghị của Phòng Văn hóa - Xã hội tại',
      type: 'Tờ trình',
      ref: '44/TTr-VHXH',
      issuer: 'Phòng Văn hóa - Xã hội',
      date: '2026-08-12',
      title: null,
      text: proposal,
    }),
  ],
  opening:
    'Ủy ban nhân dân phường Bến Đá ban hành Kế hoạch tuyên truyền về công tác giáo dục và đào tạo trên địa bàn phường 6 tháng cuối năm 2026, với các nội dung chính như sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      part('1', 'Mục đích', {
        tail: ':',
        runIn: purpose(
          'Giúp Nhân dân các khu phố nắm được những điểm mới của năm học 2026-2027, chính sách học phí, tuyển sinh và an toàn trường học; vận động các gia đình cùng nhà trường giáo dục con em.',
        ),
      }),
      part(
        '2',
        'Yêu cầu',
        { tail: ':' },
        ...all(requirement, '+')(
          'Bám sát tình hình của phường đông công nhân, nhiều hộ ở trọ; chọn giờ và cách tuyên truyền phù hợp với người đi làm ca.',
          'Thống nhất nội dung giữa phường, nhà trường và khu phố; không để mỗi nơi trả lời một kiểu.',
        ),
      ),
    ),
    section(
      'II',
      'NỘI DUNG, HÌNH THỨC, THỜI GIAN THỰC HIỆN',
      {},
      {
        node: 'table',
        head: [['STT', 'Nội dung', 'Hình thức', 'Thời gian', 'Đơn vị thực hiện']],
        fields: ['no', 'content', 'other', 'time', 'lead'],
        widths: [6, 34, 26, 15, 19],
        rows: [
          act(
            [
              '01',
              'Địa bàn, thời gian và hồ sơ tuyển sinh lớp 1, lớp 6; danh sách các lớp mẫu giáo độc lập được cấp phép',
              'Đăng trang thông tin điện tử phường, gửi nhóm Zalo khu phố',
              'Tháng 8/2026',
              'Phòng Văn hóa - Xã hội',
            ],
            '',
            { months: [8], year: 2026 },
          ),
          act(
            [
              '02',
              'Ngày toàn dân đưa trẻ đến trường và lễ khai giảng năm học mới',
              'Treo băng rôn, phát loa truyền thanh',
              'Từ 20/8 đến 05/9/2026',
              'Các trường học; Đoàn phường',
            ],
            '',
            { deadline: '2026-09-05', year: 2026 },
          ),
          act(
            [
              '03',
              'Không thu ngoài quy định; công khai thu chi đầu năm học',
              'Trao đổi tại cuộc họp cha mẹ học sinh, phát sổ tay hỏi đáp',
              'Tháng 9, 10',
              'Phòng Văn hóa - Xã hội; Các trường học',
            ],
            '',
            { months: [9, 10] },
          ),
          act(
            [
              '04',
              'An toàn giao thông cổng trường, phòng cháy ở nhóm trẻ trong khu nhà trọ',
              'Phát tờ rơi, dùng loa kéo tại khu nhà trọ vào buổi tối',
              'Quý III',
              'Công an phường',
            ],
            '',
            { quarters: [3] },
          ),
          act(
            [
              '05',
              'Kỹ năng làm cha mẹ, phòng ngừa trẻ nghiện trò chơi điện tử',
              'Sinh hoạt chi hội phụ nữ, video ngắn trên fanpage phường',
              'Quý IV',
              'Hội Liên hiệp Phụ nữ phường',
            ],
            '',
            { quarters: [4] },
          ),
          act(
            [
              '06',
              'Tôn vinh nhà giáo, khen thưởng học sinh vượt khó',
              'Phóng sự trên Đài Truyền thanh phường',
              'Trước ngày 20/11/2026',
              'Hội Khuyến học phường',
            ],
            '',
            { deadline: '2026-11-20', year: 2026 },
          ),
          act(
            [
              '07',
              'Gương người tốt, việc tốt trong phong trào xây dựng phường học tập',
              'Tin, bài trên trang thông tin điện tử phường',
              'Thường xuyên',
              'Các trường học; Ban điều hành các khu phố',
            ],
            '',
          ),
        ],
      },
    ),
    section(
      'III',
      'KINH PHÍ',
      { tail: ':' },
      budget('Sử dụng dự toán chi thường xuyên năm 2026 của các cơ quan, đơn vị và các nguồn huy động hợp pháp khác.'),
    ),
    section(
      'IV',
      'TỔ CHỨC THỰC HIỆN',
      {},
      who(
        '1',
        'Giao Phòng Văn hóa - Xã hội',
        'Là cơ quan thường trực, biên soạn đề cương tuyên truyền gửi các khu phố trước ngày 25/8/2026; kiểm duyệt tin, bài.',
        'Tham mưu UBND phường báo cáo Sở Giáo dục và Đào tạo kết quả thực hiện trước ngày 10/12/2026.',
      ),
      who(
        '2',
        'Giao Đài Truyền thanh phường',
        'Phát 02 lượt/tuần chuyên mục “Học để sống tốt”; tăng thời lượng tiếp âm vào 17 giờ 30 phút hằng ngày.',
      ),
      who(
        '3',
        'Giao Hiệu trưởng các trường mầm non, tiểu học, trung học cơ sở',
        'Gửi Phòng Văn hóa - Xã hội mỗi tháng ít nhất 01 tin và 01 ảnh; cử 02 giáo viên tham gia tổ tuyên truyền lưu động của phường.',
        'Chủ động trả lời thắc mắc của phụ huynh trong thời hạn 03 ngày làm việc; vấn đề vượt thẩm quyền thì báo cáo UBND phường.',
      ),
      who(
        '4',
        'Đề nghị Ban Thường trực Ủy ban MTTQ Việt Nam phường',
        'Phối hợp tuyên truyền, giám sát việc công khai thu chi tại các trường.',
      ),
      who(
        '5',
        'Ban điều hành các khu phố',
        'Duy trì nhóm Zalo khu phố; lập danh sách trẻ tạm trú chưa đến trường, gửi Phòng Văn hóa - Xã hội vào ngày 25 hằng tháng.',
      ),
    ),
  ],
  closing:
    'Trong quá trình triển khai, nếu phát sinh vướng mắc, các đơn vị kịp thời báo cáo UBND phường (qua Phòng Văn hóa - Xã hội) để xem xét, chỉ đạo./.',
  recipients: [
    to('Sở GD&ĐT', null),
    to('TT Đảng ủy, HĐND phường', null),
    to('CT, các PCT UBND phường', null),
    to('UBMTTQVN và các đoàn thể phường', null),
    to('Các trường MN, TH, THCS', null),
    to('Ban điều hành các khu phố', null),
    to('Lưu: VT, VHXH (Nh)', 'archive'),
  ],
  signer: {
    lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    mode: 'KT.',
    onBehalfOf: 'CHỦ TỊCH',
    position: 'PHÓ CHỦ TỊCH',
    name: 'Đinh Thị Hoàng Ngân Hà',
  },
  labels: {
    quotas: [
      quota('Đài Truyền thanh phường', 'product', 2, 'week', 'lượt chuyên mục', 'Phát 02 lượt/tuần chuyên mục'),
      quota(
        'Hiệu trưởng các trường mầm non, tiểu học, trung học cơ sở',
        'product',
        1,
        'month',
        'tin',
        'Gửi Phòng Văn hóa - Xã hội mỗi tháng ít nhất 01 tin và 01 ảnh',
        'Phòng Văn hóa - Xã hội',
      ),
      quota(
        'Hiệu trưởng các trường mầm non, tiểu học, trung học cơ sở',
        'product',
        1,
        'month',
        'ảnh',
        'Gửi Phòng Văn hóa - Xã hội mỗi tháng ít nhất 01 tin và 01 ảnh',
        'Phòng Văn hóa - Xã hội',
      ),
      quota(
        'Hiệu trưởng các trường mầm non, tiểu học, trung học cơ sở',
        'person',
        2,
        null,
        'giáo viên',
        'cử 02 giáo viên tham gia tổ tuyên truyền lưu động',
      ),
      quota(
        'Ban điều hành các khu phố',
        'information',
        null,
        'month',
        'danh sách trẻ tạm trú chưa đến trường',
        'lập danh sách trẻ tạm trú chưa đến trường, gửi Phòng Văn hóa - Xã hội vào ngày 25 hằng tháng',
        'Phòng Văn hóa - Xã hội',
        'ngày 25 hằng tháng',
      ),
    ],
    deliverables: [
      deliverable(
        'Phòng Văn hóa - Xã hội',
        null,
        'đề cương tuyên truyền',
        '2026-08-25',
        'biên soạn đề cương tuyên truyền gửi các khu phố trước ngày 25/8/2026',
      ),
    ],
    reporting: [
      report(
        'Phòng Văn hóa - Xã hội',
        'Sở Giáo dục và Đào tạo',
        'kết quả thực hiện',
        '2026-12-10',
        'báo cáo Sở Giáo dục và Đào tạo kết quả thực hiện trước ngày 10/12/2026',
      ),
    ],
    channels: [
      channel('website', 'trang thông tin điện tử phường'),
      channel('zalo', 'nhóm Zalo khu phố'),
      channel('publication', 'băng rôn'),
      channel('radio', 'loa truyền thanh'),
      channel('direct', 'cuộc họp cha mẹ học sinh'),
      channel('publication', 'sổ tay hỏi đáp'),
      channel('publication', 'tờ rơi'),
      channel('radio', 'loa kéo tại khu nhà trọ'),
      channel('direct', 'Sinh hoạt chi hội phụ nữ'),
      channel('fanpage', 'fanpage phường'),
      channel('radio', 'Đài Truyền thanh phường'),
    ],
    cited: [],
    budget: {
      source: 'dự toán chi thường xuyên năm 2026 của các cơ quan, đơn vị và các nguồn huy động hợp pháp khác',
      amount: null,
      year: 2026,
    },
    noise: [{ kind: 'spaces', what: 'no-break spaces after numbers and in dates, two spaces after semicolons' }],
  },
  layout: { numbering: 'typed', header: 'rows', signature: 'stacked', blankLines: false, spoil },
};

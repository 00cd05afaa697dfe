import {
  actor,
  all,
  areaLine,
  channel,
  duty,
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
import type { SamplePlan } from '../source.ts';
import { NATION } from '../text.ts';

const rules = 'Căn cứ Thông tư số 52/2020/TT-BGDĐT ngày 31/12/2020 của Bộ GDĐT ban hành Điều lệ trường mầm non;';
const commune =
  'Căn cứ Kế hoạch số 60/KH-UBND ngày 12/9/2025 của UBND xã Tân Lộc Hạ về công tác truyền thông giáo dục năm học 2025 - 2026;';

const PARENT = 'UBND XÃ TÂN LỘC HẠ';
const BODY = 'TRƯỜNG MẦM NON BÔNG SEN';

export const plan: SamplePlan = {
  name: 'nursery-2025-2026',
  level: 'nursery',
  shape:
    'A nursery’s short plan for parents: notice board, class Zalo, loudspeaker; the two-column header is lost in the text, only number and date are left',
  header: {
    parent: [PARENT],
    body: [BODY],
    number: 'Số: 22/KH-MNBS',
    placeDate: 'Tân Lộc Hạ, ngày 19 tháng 9 năm 2025',
    gold: {
      parentBody: {
        value: null,
        stated: false,
        inferred: 'UBND xã Tân Lộc Hạ',
        why: 'the header is lost in the text; the plan follows one of this committee',
      },
      issuingBody: { value: 'Trường Mầm non Bông Sen', stated: false },
      number: '22',
      symbol: 'KH-MNBS',
      place: 'Tân Lộc Hạ',
      date: { day: 19, month: 9, year: 2025, iso: '2025-09-19', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Tuyên truyền, phối hợp với cha mẹ trẻ năm học 2025 - 2026'],
  titleNorm: 'Tuyên truyền, phối hợp với cha mẹ trẻ năm học 2025 - 2026',
  period: { kind: 'schoolYear', from: 2025, to: 2026, statedIn: 'title' },
  preamble: [
    preambleLine(rules, {
      lead: 'Căn cứ',
      type: 'Thông tư',
      ref: '52/2020/TT-BGDĐT',
      issuer: 'Bộ GDĐT',
      date: '2020-12-31',
      title: 'ban hành Điều lệ trường mầm non',
      text: rules,
    }),
    preambleLine(commune, {
      lead: 'Căn cứ',
      type: 'Kế hoạch',
      ref: '60/KH-UBND',
      issuer: 'UBND xã Tân Lộc Hạ',
      date: '2025-09-12',
      title: 'về công tác truyền thông giáo dục năm học 2025 - 2026',
      text: commune,
    }),
  ],
  opening:
    'Trường Mầm non Bông Sen xây dựng kế hoạch tuyên truyền, phối hợp với cha mẹ trẻ năm học 2025 - 2026 như sau:',
  body: [
    section(
      'I',
      'Mục đích, yêu cầu',
      {},
      part('1', 'Mục đích', {
        tail: ':',
        runIn: purpose(
          'Giúp cha mẹ hiểu cách nuôi dạy con theo khoa học, thống nhất với cô giáo trong chăm sóc trẻ; huy động trẻ nhà trẻ ra lớp.',
        ),
      }),
      part('2', 'Yêu cầu', {
        tail: ':',
        runIn: requirement(
          'Nội dung ngắn, chữ to, có tranh ảnh; cập nhật thường xuyên; tôn trọng sự riêng tư của trẻ và gia đình.',
        ),
      }),
    ),
    section(
      'II',
      'Nội dung tuyên truyền',
      {},
      areaLine(
        '1',
        'Nuôi dưỡng, chăm sóc sức khỏe',
        'Thực đơn hằng ngày, khẩu phần ăn; lịch cân đo, khám sức khỏe; phòng bệnh tay chân miệng, sởi, sốt xuất huyết; phòng tránh hóc sặc, bỏng, đuối nước.',
      ),
      areaLine(
        '2',
        'Giáo dục trẻ',
        'Chế độ sinh hoạt một ngày của bé; chủ đề học trong tháng; trò chơi cha mẹ có thể chơi cùng con ở nhà; chuẩn bị tâm thế cho trẻ 5 tuổi vào lớp 1.',
      ),
      areaLine(
        '3',
        'Quyền lợi của trẻ',
        'Hỗ trợ ăn trưa, miễn giảm học phí; phổ cập giáo dục mầm non cho trẻ từ 3 đến 5 tuổi; các khoản thu, chi công khai đầu năm học.',
      ),
    ),
    section(
      'III',
      'Hình thức tuyên truyền',
      {},
      ...all(say, '-')(
        'Góc tuyên truyền của các lớp, bảng tin của trường, áp phích tại bếp ăn.',
        'Nhóm Zalo lớp, fanpage “Mầm non Bông Sen”.',
        'Loa phát thanh giờ đón, trả trẻ (sáng từ 6 giờ 45 phút, chiều từ 16 giờ 15 phút).',
        'Trao đổi trực tiếp trong giờ đón, trả trẻ; họp cha mẹ trẻ đầu năm và cuối năm; ngày hội “Bữa cơm của bé” mời cha mẹ cùng tham gia.',
      ),
    ),
    section(
      'IV',
      'Biện pháp',
      {},
      ...all(solution, '-')(
        'Bồi dưỡng kỹ năng giao tiếp với cha mẹ trẻ cho giáo viên vào tháng 9; trao đổi những tình huống khó trong sinh hoạt tổ.',
        'Nhờ bác sĩ Trạm Y tế xã góp ý nội dung về phòng bệnh; lấy ý kiến của cha mẹ qua hộp thư góp ý đặt tại cổng trường.',
        'Đưa kết quả tuyên truyền vào tiêu chí thi đua của các lớp.',
      ),
    ),
    section(
      'V',
      'Phân công thực hiện',
      {},
      actor(
        '1',
        'Hiệu trưởng',
        '',
        duty(
          'Phê duyệt nội dung tuyên truyền từng tháng; tiếp và trả lời ý kiến của cha mẹ trẻ; báo cáo UBND xã sau khi kết thúc năm học, chậm nhất ngày 05/6/2026.',
          '-',
        ),
      ),
      actor(
        '2',
        'Phó Hiệu trưởng',
        '',
        duty(
          'Soạn bài phát thanh; quản trị fanpage, bảo đảm tối thiểu 01 tin/tuần; chấm điểm góc tuyên truyền của các lớp vào ngày 28 hằng tháng.',
          '-',
        ),
      ),
      actor(
        '3',
        'Tổ mẫu giáo, tổ nhà trẻ',
        '',
        duty('Mỗi tổ 1 bài/học kỳ gửi Phòng Văn hóa - Xã hội xã và 1 buổi dạy mẫu mời cha mẹ trẻ dự mỗi học kỳ.', '-'),
      ),
      actor(
        '4',
        'Giáo viên các lớp',
        '',
        ...all(duty, '-')(
          'Thay nội dung góc tuyên truyền ít nhất 02 lần/tháng; chụp ảnh gửi Phó Hiệu trưởng.',
          'Trả lời tin nhắn của cha mẹ trên nhóm Zalo lớp trong ngày; không đăng ảnh trẻ khi tắm, ngủ, vệ sinh.',
        ),
      ),
      actor(
        '5',
        'Tổ nuôi dưỡng, nhân viên y tế',
        '',
        duty(
          'Công khai thực đơn, tài chính bữa ăn trên bảng tin hằng ngày; mỗi quý viết 01 bài về phòng bệnh cho trẻ.',
          '-',
        ),
      ),
    ),
  ],
  closing:
    'Trên đây là kế hoạch tuyên truyền, phối hợp với cha mẹ trẻ năm học 2025 - 2026 của Trường Mầm non Bông Sen./.',
  recipients: [
    to('UBND xã (b/c)', 'b/c'),
    to('Ban ĐDCMT (p/h)', 'p/h'),
    to('CBGVNV (t/h)', 't/h'),
    to('Lưu: VT', 'archive'),
  ],
  signer: {
    lines: ['HIỆU TRƯỞNG'],
    mode: null,
    onBehalfOf: null,
    position: 'HIỆU TRƯỞNG',
    name: 'Quách Thị Bích Lựu',
  },
  labels: {
    quotas: [
      quota('Phó Hiệu trưởng', 'product', 1, 'week', 'tin', 'bảo đảm tối thiểu 01 tin/tuần'),
      quota(
        'Tổ mẫu giáo, tổ nhà trẻ',
        'product',
        1,
        'semester',
        'bài',
        'Mỗi tổ 1 bài/học kỳ',
        'Phòng Văn hóa - Xã hội xã',
      ),
      quota(
        'Tổ mẫu giáo, tổ nhà trẻ',
        'product',
        1,
        'semester',
        'buổi dạy mẫu',
        '1 buổi dạy mẫu mời cha mẹ trẻ dự mỗi học kỳ',
      ),
      quota(
        'Giáo viên các lớp',
        'product',
        2,
        'month',
        'lần thay nội dung góc tuyên truyền',
        'Thay nội dung góc tuyên truyền ít nhất 02 lần/tháng',
      ),
      quota(
        'Tổ nuôi dưỡng, nhân viên y tế',
        'product',
        1,
        'quarter',
        'bài',
        'mỗi quý viết 01 bài về phòng bệnh cho trẻ',
      ),
    ],
    deliverables: [],
    reporting: [
      report(
        'Hiệu trưởng',
        'UBND xã',
        'kết quả',
        '2026-06-05',
        'báo cáo UBND xã sau khi kết thúc năm học, chậm nhất ngày 05/6/2026',
      ),
    ],
    channels: [
      channel('publication', 'Góc tuyên truyền của các lớp'),
      channel('publication', 'bảng tin của trường'),
      channel('publication', 'áp phích tại bếp ăn'),
      channel('zalo', 'Nhóm Zalo lớp'),
      channel('fanpage', 'fanpage “Mầm non Bông Sen”'),
      channel('radio', 'Loa phát thanh giờ đón, trả trẻ'),
      channel('direct', 'Trao đổi trực tiếp trong giờ đón, trả trẻ'),
      channel('direct', 'họp cha mẹ trẻ'),
      channel('event', 'ngày hội “Bữa cơm của bé”'),
    ],
    cited: [],
    budget: null,
    noise: [{ kind: 'headerLost', what: 'both bodies and the national motto are missing in the text' }],
  },
  layout: {
    numbering: 'automatic',
    header: 'stacked',
    signature: 'stacked',
    blankLines: true,
    spoil: (text) => text.replace([PARENT, BODY, ...NATION, ''].join('\n'), ''),
  },
};

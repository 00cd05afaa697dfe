import {
  all,
  budget,
  channel,
  duty,
  intro,
  item,
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
import type { Heading, Node, SamplePlan } from '../source.ts';

const topic = (number: string, title: string, ...items: Node[]): Heading =>
  part(number, title, { label: `${number})`, tail: ':', area: true }, ...items);
const who = (number: string, title: string, ...duties: Node[]): Heading =>
  part(number, title, { label: `${number}/~`, tail: ':', actor: {} }, ...duties);

/** Lines cut at a width, as a paste from a PDF reader leaves them. */
const cut = (line: string, width: number): string =>
  line.replace(new RegExp(`(?=.{${width}})(.{1,${width}}) `, 'g'), '$1\n');

/** Hard wraps, page numbers in lines of their own, and every fourth line in decomposed letters. */
function spoil(text: string): string {
  const lines = text.split('\n').flatMap((line) => cut(line, 86).split('\n'));
  const out: string[] = [];
  lines.forEach((line, i) => {
    out.push(i % 4 === 1 ? line.normalize('NFD') : line);
    if (i % 44 === 43 && i < lines.length - 8) out.push(String(Math.floor(i / 44) + 2));
  });
  return out.join('\n');
}

const letter =
  'Căn cứ Công văn số 1120/ SGDĐT – VP ngày 20/8/2025 của Sở Giáo dục và Đào tạo tỉnh Sông Trà về việc hướng dẫn công tác truyền thông năm học 2025 - 2026;';
const communePlan =
  'Căn cứ kế hoạch số 58 /KH – UBND ngày 28/8/2025 của UBND xã Mường Hạ về truyền thông giáo dục năm học 2025 - 2026;';

export const plan: SamplePlan = {
  name: 'untidy-2025-2026',
  level: 'lower-secondary',
  shape:
    'Badly typed: I/ 1/ 1) + •, spaces missing or too many, lost accents, spaced symbols, hard wraps, page numbers, NFD, both tone styles',
  header: {
    parent: ['UBND XÃ MƯỜNG HẠ'],
    body: ['TRƯỜNG TH & THCS SUỐI LỀNH'],
    number: 'Số:17 /KH - TH&THCS',
    placeDate: 'Mường Hạ,ngày 5  tháng 9 năm 2025',
    gold: {
      parentBody: { value: 'UBND xã Mường Hạ', stated: true, inferred: null },
      issuingBody: {
        value: 'Trường TH & THCS Suối Lềnh',
        full: 'Trường Tiểu học và Trung học cơ sở Suối Lềnh',
        stated: true,
      },
      number: '17',
      symbol: 'KH-TH&THCS',
      place: 'Mường Hạ',
      date: { day: 5, month: 9, year: 2025, iso: '2025-09-05', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['CÔNG TÁC TRUYỀN THÔNG CỦA NHÀ TRƯỜNG', 'NĂM HỌC 2025 – 2026'],
  titleNorm: 'Công tác truyền thông của nhà trường năm học 2025 - 2026',
  period: { kind: 'schoolYear', from: 2025, to: 2026, statedIn: 'title' },
  preamble: [
    preambleLine(letter, {
      lead: 'Căn cứ',
      type: 'Công văn',
      ref: '1120/SGDĐT-VP',
      issuer: 'Sở Giáo dục và Đào tạo tỉnh Sông Trà',
      date: '2025-08-20',
      title: 'về việc hướng dẫn công tác truyền thông năm học 2025 - 2026',
      text: letter,
    }),
    preambleLine(communePlan, {
      lead: 'Căn cứ',
      type: 'Kế hoạch',
      ref: '58/KH-UBND',
      issuer: 'UBND xã Mường Hạ',
      date: '2025-08-28',
      title: 'về truyền thông giáo dục năm học 2025 - 2026',
      text: communePlan,
    }),
  ],
  opening:
    'Trường TH & THCS Suối Lềnh xây dựng kế hoạch công tác truyền thông năm học 2025 - 2026 của nhà trường như sau :',
  body: [
    section(
      'I',
      'MỤC ĐÍCH ,YÊU CẦU',
      { label: 'I/' },
      part(
        '1',
        'Mục đích',
        { label: '1/', tail: ' :' },
        ...all(purpose, '+')(
          'Đây mạnh thông tin về các hoạt động của nhà trường,làm cho cha mẹ học sinh và nhân dân trong xã hiểu,tin tưởng và cùng chăm lo cho việc học của con em.',
          'Giới thiệu những cách làm hay,những tấm gương dạy tốt - học tốt ;kịp thời uốn nắn thông tin chưa đúng về nhà trường trên không gian mạng.',
        ),
      ),
      part(
        '2',
        'Yêu cầu',
        { label: '2/~', tail: ':' },
        ...all(requirement, '•')(
          'Thông tin phải chính xác , đúng quy định ,có sự kiểm duyệt của Ban giám hiệu trước khi đăng.',
          'Mỗi cán bộ, giáo viên, nhân viên là một tuyên truyền viên ; giữ gìn văn hoá ứng xử khi tham gia mạng xã hội.',
          'Bảo vệ hình ảnh,thông tin cá nhân của học sinh theo quy định của pháp luật về trẻ em.',
        ),
      ),
    ),
    section(
      'II',
      'NỘI DUNG TRUYỀN THÔNG',
      { label: 'II/~' },
      intro('Năm học 2025 - 2026 nhà trường tập trung tuyên truyền các nội dung sau:'),
      topic(
        '1',
        'Công tác quản lí, chỉ đạo',
        ...all(item, '-~')(
          'Nhiệm vụ trọng tâm năm học, việc thực hiện dân chủ, công khai trong nhà trường theo Thông tư số 09 /2024/TT- BGDĐT ngày 03/6/2024 của Bộ Giáo dục và Đào tạo.',
          'Công tác kiểm định chất lượng,xây dựng trường chuẩn quốc gia, sửa chữa nhà bán trú và công trình nước sạch.',
        ),
      ),
      topic(
        '2',
        'Hoạt động dạy và học',
        ...all(item, '-~')(
          'Đổi mới phương pháp dạy học, bồi dưỡng học sinh có năng khiếu ,phụ đạo học sinh chậm tiến bộ; dạy tiếng Việt tăng cường cho học sinh lớp 1.',
          'Hội thi giáo viên dạy giỏi cấp trường, ngày hội đọc sách ,giải thể thao của học sinh.',
          'Giáo dục kĩ năng sống, phòng chống đuối nước,tảo hôn và bạo lực học đường.',
        ),
      ),
      topic(
        '3',
        'Chế độ, chính sách',
        ...all(item, '-~')(
          'Chế độ của học sinh bán trú theo Nghị định 66/2025/NĐ – CP của Chính phủ; hỗ trợ gạo, sách giáo khoa và học phẩm cho học sinh vùng khó khăn.',
          'Chế độ của giáo viên công tác ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn.',
        ),
      ),
    ),
    section(
      'III',
      'HÌNH THỨC VÀ GIẢI PHÁP',
      { label: 'III/' },
      ...all(solution, '+~')(
        'Đăng tin, bài trên Công thông tin điện tử của nhà trường và trang Facebook của nhà trường; gửi thông báo đến cha mẹ học sinh qua nhóm Zalo của từng lớp.',
        'Tuyên truyền qua chương trình phát thanh măng non trong giờ ra chơi thứ hai và thứ năm.',
        'Xây dựng đội ngũ công tác viên trong giáo viên và học sinh lớp 8, lớp 9 ;mỗi thôn có một phụ huynh nòng cốt.',
        'Phối hợp với Đoàn thanh niên, Hội phụ nữ xã đưa nội dung về giáo dục vào các buổi sinh hoạt.',
      ),
    ),
    section(
      'V',
      'KINH PHÍ',
      { label: 'V/', tail: ' :' },
      budget('Kinh phí được trích từ nguồn ngân sách chi thường xuyên của nhà trường năm 2025 và năm 2026.'),
    ),
    section(
      'VI',
      'TỔ CHỨC THỰC HIỆN',
      { label: 'VI/' },
      who(
        '1',
        'Ban giám hiệu',
        ...all(duty, '+')(
          'Ban hành quy chế hoạt động của trang tin,phân công người quản trị; duyệt tin, bài trước khi đăng.',
          'Tiếp nhận, xử lí các ý kiến phản ánh của phụ huynh; báo cáo UBND xã và Sở Giáo dục và Đào tạo những vấn đề phức tạp.',
        ),
      ),
      who(
        '2',
        'Tổ khối tiểu học, tổ khối THCS',
        ...all(duty, '+')(
          'Mỗi tháng viết ít nhất 2 bài về hoạt động của tổ gửi về bộ phận quản trị trang tin.',
          'Cuối mỗi học kì nộp ảnh tư liệu các hoạt động của tổ về thư viện nhà trường.',
        ),
      ),
      who(
        '3',
        'Tổng phụ trách Đội',
        ...all(duty, '+')(
          'Phụ trách chương trình phát thanh măng non,mỗi tuần ít nhất 02 buổi.',
          'Hướng dẫn học sinh viết tin,làm báo tường ; tập huấn kĩ năng an toàn trên mạng cho học sinh.',
        ),
      ),
      who(
        '4',
        'Giáo viên chủ nhiệm',
        ...all(duty, '+')(
          'Quản lí nhóm Zalo của lớp, không để lộ thông tin cá nhân của học sinh ;thông báo kịp thời các khoản thu, chi đến phụ huynh.',
          'Phát hiện, giới thiệu gương người tốt việc tốt của lớp. Báo cáo Ban giám hiệu kết quả tuyên truyền trước ngày 25/5/2026.',
        ),
      ),
    ),
  ],
  closing:
    'Trên đây là kế hoạch công tác truyền thông năm học 2025 - 2026 của trường TH & THCS Suối Lềnh,yêu cầu các tổ, cá nhân nghiêm túc thực hiện ./.',
  recipientsTitle: 'Nơi nhận :',
  recipients: [
    to('Sở GD&ĐT ( b/c)', 'b/c'),
    to('UBND xã (B/c )', 'b/c'),
    to('Các tổ, bộ phận( t/h)', 't/h'),
    to('Lưu : VT', 'archive'),
  ],
  signer: {
    lines: ['KT.HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG'],
    mode: 'KT.',
    onBehalfOf: 'HIỆU TRƯỞNG',
    position: 'PHÓ HIỆU TRƯỞNG',
    name: 'Lò Văn Thuỷ',
  },
  labels: {
    quotas: [
      quota(
        'Tổ khối tiểu học, tổ khối THCS',
        'product',
        2,
        'month',
        'bài',
        'Mỗi tháng viết ít nhất 2 bài về hoạt động của tổ',
        'bộ phận quản trị trang tin',
      ),
      quota(
        'Tổ khối tiểu học, tổ khối THCS',
        'product',
        null,
        'semester',
        'ảnh tư liệu',
        'Cuối mỗi học kì nộp ảnh tư liệu các hoạt động của tổ',
        'thư viện nhà trường',
        'cuối mỗi học kì',
      ),
      quota('Tổng phụ trách Đội', 'product', 2, 'week', 'buổi', 'mỗi tuần ít nhất 02 buổi'),
    ],
    deliverables: [],
    reporting: [
      report(
        'Giáo viên chủ nhiệm',
        'Ban giám hiệu',
        'kết quả tuyên truyền',
        '2026-05-25',
        'Báo cáo Ban giám hiệu kết quả tuyên truyền trước ngày 25/5/2026',
      ),
    ],
    channels: [
      channel('portal', 'Cổng thông tin điện tử của nhà trường', 'main', 'Công thông tin điện tử của nhà trường'),
      channel('fanpage', 'trang Facebook của nhà trường'),
      channel('zalo', 'nhóm Zalo của từng lớp'),
      channel('radio', 'chương trình phát thanh măng non'),
      channel('publication', 'báo tường', 'mention'),
    ],
    cited: [
      ref(
        'Thông tư',
        '09/2024/TT-BGDĐT',
        '2024-06-03',
        'Bộ Giáo dục và Đào tạo',
        null,
        'Thông tư số 09 /2024/TT- BGDĐT ngày 03/6/2024',
      ),
      ref('Nghị định', '66/2025/NĐ-CP', null, 'Chính phủ', null, 'Nghị định 66/2025/NĐ – CP'),
    ],
    budget: {
      source: 'nguồn ngân sách chi thường xuyên của nhà trường năm 2025 và năm 2026',
      amount: null,
      year: null,
    },
    noise: [
      { kind: 'numbering', what: 'I/ 1/ 1) and the bullets + • -, section IV is missing' },
      { kind: 'spacing', what: 'spaces missing after commas and marks, spaces before commas, colons and semicolons' },
      {
        kind: 'spacedSymbol',
        what: '1120/ SGDĐT – VP, 58 /KH – UBND, 09 /2024/TT- BGDĐT, 66/2025/NĐ – CP, KH - TH&THCS',
      },
      { kind: 'lostAccent', what: 'Đây mạnh, Công thông tin điện tử, công tác viên' },
      { kind: 'toneMarks', what: 'văn hoá, Thuỷ beside hóa-style words; quản lí, kĩ năng, học kì' },
      {
        kind: 'hardWraps',
        what: 'lines cut at 86 characters, page numbers in lines of their own, every fourth line NFD',
      },
    ],
  },
  layout: { numbering: 'typed', header: 'spaces', signature: 'stacked', blankLines: false, spoil },
};

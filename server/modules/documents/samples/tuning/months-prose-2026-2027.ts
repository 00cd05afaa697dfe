import {
  all,
  areaLine,
  base,
  channel,
  deliverable,
  duty,
  intro,
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

const who = (number: string, title: string, text: string): Heading =>
  part(number, title, { label: `${number}-`, tail: ':', runIn: duty(text), actor: {} });

/** Lines cut at a width, as a paste from a PDF reader leaves them, with 'Trang 2' between the pages. */
function wrap(text: string): string {
  const lines = text.split('\n').flatMap((line) => line.replace(/(?=.{93})(.{1,93}) /g, '$1\n').split('\n'));
  return lines.flatMap((line, i) => (i % 41 === 40 ? [line, `Trang ${(i + 1) / 41 + 1}`] : [line])).join('\n');
}

const commune =
  'Thực hiện Kế hoạch số 71/KH-UBND ngày 01/9/2026 của UBND xã Kim Phú Thượng về truyền thông giáo dục năm học 2026-2027;';

export const plan: SamplePlan = {
  name: 'months-prose-2026-2027',
  level: 'primary',
  shape:
    'A primary school’s year told month by month in prose, no table; pasted from a PDF: hard wraps and page numbers inside paragraphs',
  header: {
    parent: ['UBND XÃ KIM PHÚ THƯỢNG'],
    body: ['TRƯỜNG TIỂU HỌC KIM PHÚ'],
    number: 'Số: 29/KH-THKP',
    placeDate: 'Kim Phú Thượng, ngày 07 tháng 9 năm 2026',
    gold: {
      parentBody: { value: 'UBND xã Kim Phú Thượng', stated: true, inferred: null },
      issuingBody: { value: 'Trường Tiểu học Kim Phú', short: 'Trường TH Kim Phú', stated: true },
      number: '29',
      symbol: 'KH-THKP',
      place: 'Kim Phú Thượng',
      date: { day: 7, month: 9, year: 2026, iso: '2026-09-07', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Công tác thông tin, truyền thông', 'Năm học 2026-2027'],
  titleNorm: 'Công tác thông tin, truyền thông năm học 2026-2027',
  period: { kind: 'schoolYear', from: 2026, to: 2027, statedIn: 'title' },
  preamble: [
    base(
      'Căn cứ',
      'Thông tư',
      '28/2020/TT-BGDĐT',
      '04/9/2020',
      'Bộ trưởng Bộ Giáo dục và Đào tạo',
      'ban hành Điều lệ trường tiểu học',
    ),
    base(
      'Căn cứ',
      'Thông tư',
      '37/2020/TT-BGDĐT',
      '05/10/2020',
      'Bộ trưởng Bộ Giáo dục và Đào tạo',
      'quy định về tổ chức hoạt động, sử dụng thư điện tử và cổng thông tin điện tử',
    ),
    preambleLine(commune, {
      lead: 'Thực hiện',
      type: 'Kế hoạch',
      ref: '71/KH-UBND',
      issuer: 'UBND xã Kim Phú Thượng',
      date: '2026-09-01',
      title: 'về truyền thông giáo dục năm học 2026-2027',
      text: commune,
    }),
    preambleLine('Xét điều kiện đội ngũ và cơ sở vật chất của đơn vị;'),
  ],
  opening:
    'Trường Tiểu học Kim Phú xây dựng Kế hoạch công tác thông tin, truyền thông năm học 2026-2027 với những nội dung cụ thể sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH',
      { label: 'I -' },
      ...all(purpose)(
        'Để cha mẹ học sinh biết con học gì, chơi gì, ăn gì ở trường; từ đó cùng thầy cô chăm lo, dạy dỗ các em.',
        'Ghi lại những việc tốt, những tiến bộ nhỏ của học sinh và những sáng kiến của giáo viên để động viên, nhân rộng.',
      ),
    ),
    section(
      'II',
      'YÊU CẦU',
      { label: 'II -' },
      ...all(requirement)(
        'Tin, bài viết ngắn, dùng từ trong sáng, đúng sự thật; mỗi hoạt động lớn đều có ảnh và có người ghi chép.',
        'Không đăng điểm số, hoàn cảnh riêng của học sinh; ảnh chụp rõ mặt học sinh phải được cha mẹ đồng ý bằng văn bản.',
      ),
    ),
    section(
      'III',
      'NỘI DUNG TRUYỀN THÔNG TỪNG THÁNG',
      { label: 'III -' },
      intro(
        'Nội dung của từng tháng bám theo nhiệm vụ năm học, các ngày lễ lớn và mùa vụ ở địa phương; khi có việc đột xuất, Hiệu trưởng điều chỉnh cho phù hợp.',
      ),
      areaLine(
        null,
        'Tháng 9/2026',
        'Tuần 1 đưa tin Lễ khai giảng và ngày đầu đến trường của học sinh lớp 1. Tuần 2 và tuần 3 phổ biến nội quy, lịch học hai buổi, danh mục sách giáo khoa, các khoản thu theo quy định. Tuần 4 phản ánh hội nghị cha mẹ học sinh đầu năm.',
      ),
      areaLine(
        null,
        'Tháng 10/2026',
        'Giới thiệu thư viện xanh và tuần lễ học tập suốt đời; hướng dẫn phòng bệnh mùa mưa, an toàn khi qua suối, qua đường; biểu dương những học sinh giúp bạn đến trường.',
      ),
      areaLine(
        null,
        'Tháng 11/2026',
        'Loạt bài viết về thầy cô giáo cũ của trường nhân ngày Nhà giáo Việt Nam 20/11; hội thi viết chữ đẹp; kết quả thi đua giữa các lớp.',
      ),
      areaLine(
        null,
        'Tháng 12/2026 và tháng 01/2027',
        'Hoạt động tìm hiểu chú bộ đội; kết quả học kỳ I và cách nhận xét học sinh theo hướng tiến bộ; chương trình áo ấm cho học sinh ở các điểm trường.',
      ),
      areaLine(
        null,
        'Tháng 02/2027',
        'Phiên chợ Tết của học sinh, trò chơi dân gian; nhắc nhở nền nếp, sĩ số trước và sau kỳ nghỉ Tết Nguyên đán; không đốt pháo, không chơi trò chơi nguy hiểm.',
      ),
      areaLine(
        null,
        'Tháng 3/2027',
        'Ngày hội đọc sách và sân chơi toán học; câu lạc bộ tiếng Anh, nghệ thuật; hình ảnh người mẹ, người bà trong bài viết của học sinh.',
      ),
      areaLine(
        null,
        'Tháng 4/2027',
        'Thông báo kế hoạch tuyển sinh lớp 1 năm học 2027-2028, hướng dẫn đăng ký trực tuyến; ngày hội “Em yêu tiếng Việt” dành cho trẻ 5 tuổi sắp vào lớp 1.',
      ),
      areaLine(
        null,
        'Tháng 5/2027',
        'Lễ tổng kết, chia tay học sinh lớp 5; bàn giao học sinh về sinh hoạt hè tại thôn, xóm; cao điểm tuyên truyền phòng, chống đuối nước.',
      ),
    ),
    section(
      'IV',
      'HÌNH THỨC TUYÊN TRUYỀN',
      { label: 'IV -' },
      say(
        'Nhà trường sử dụng trang thông tin điện tử của trường, fanpage “Tiểu học Kim Phú”, nhóm Zalo các lớp, bảng tin ở cổng trường, buổi chào cờ đầu tuần và loa phát thanh giờ ra chơi; những bài hay gửi đăng Cổng thông tin điện tử của Sở.',
      ),
    ),
    section(
      'V',
      'BIỆN PHÁP',
      { label: 'V -' },
      ...all(solution, '*')(
        'Thành lập Tổ truyền thông 05 người do đồng chí Phó Hiệu trưởng làm tổ trưởng; phân công trực tin theo tuần.',
        'Mỗi lớp có một cuốn “Nhật ký lớp em” do học sinh tự viết; cuối tháng chọn trang hay nhất để đọc trên loa phát thanh.',
        'Khảo sát ý kiến cha mẹ học sinh về thông tin của nhà trường vào cuối mỗi học kỳ, điều chỉnh cách làm cho gần gũi hơn.',
      ),
    ),
    section(
      'VI',
      'PHÂN CÔNG NHIỆM VỤ',
      { label: 'VI -' },
      who(
        '1',
        'Hiệu trưởng',
        'Phụ trách chung, là người phát ngôn của nhà trường; duyệt các bài gửi ra ngoài. Báo cáo UBND xã kết quả thực hiện vào cuối học kỳ I và trước ngày 31/5/2027.',
      ),
      who(
        '2',
        'Phó Hiệu trưởng',
        'Lập lịch đăng tin hằng tuần, duyệt tin, bài trên trang thông tin điện tử của trường; bảo đảm fanpage có tối thiểu 03 tin/tuần.',
      ),
      who(
        '3',
        'Tổ chuyên môn',
        'Mỗi tổ 02 bài/học kỳ về đổi mới dạy học; nộp kèm ít nhất 05 ảnh cho Tổ truyền thông trước ngày 20 của tháng cuối học kỳ.',
      ),
      who(
        '4',
        'Giáo viên chủ nhiệm',
        'Quản lý nhóm Zalo của lớp; mỗi tháng gửi ít nhất một tin về hoạt động của lớp. Thu phiếu đồng ý sử dụng hình ảnh trong tháng 9/2026.',
      ),
      who(
        '5',
        'Tổng phụ trách Đội, nhân viên thư viện',
        'Điều hành chương trình phát thanh, mỗi tuần 02 buổi vào thứ Hai và thứ Năm; trang trí bảng tin theo chủ đề từng tháng.',
      ),
      who(
        '6',
        'Ban đại diện cha mẹ học sinh',
        'Cùng nhà trường chuyển thông tin đến gia đình các em ở xa; phản ánh những điều phụ huynh băn khoăn.',
      ),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch công tác thông tin, truyền thông năm học 2026-2027 của Trường Tiểu học Kim Phú, đề nghị các bộ phận thực hiện đầy đủ./.',
  recipients: [
    to('UBND xã (báo cáo)', 'b/c'),
    to('Phòng VH-XH xã (báo cáo)', 'b/c'),
    to('Chi ủy, BGH (chỉ đạo)', null),
    to('Các tổ CM, GVCN (thực hiện)', 't/h'),
    to('Ban ĐDCMHS (phối hợp)', 'p/h'),
    to('Lưu: VT', 'archive'),
  ],
  signer: {
    lines: ['HIỆU TRƯỞNG', '(Đã ký)'],
    mode: null,
    onBehalfOf: null,
    position: 'HIỆU TRƯỞNG',
    name: 'Mai Thị Ngọc Huyền Trang',
  },
  labels: {
    quotas: [
      quota('Phó Hiệu trưởng', 'product', 3, 'week', 'tin', 'bảo đảm fanpage có tối thiểu 03 tin/tuần'),
      quota('Tổ chuyên môn', 'product', 2, 'semester', 'bài', 'Mỗi tổ 02 bài/học kỳ', 'Tổ truyền thông'),
      quota(
        'Tổ chuyên môn',
        'product',
        5,
        'semester',
        'ảnh',
        'nộp kèm ít nhất 05 ảnh cho Tổ truyền thông trước ngày 20 của tháng cuối học kỳ',
        'Tổ truyền thông',
        'ngày 20 của tháng cuối học kỳ',
      ),
      quota('Giáo viên chủ nhiệm', 'product', 1, 'month', 'tin', 'mỗi tháng gửi ít nhất một tin về hoạt động của lớp'),
      quota('Tổng phụ trách Đội, nhân viên thư viện', 'product', 2, 'week', 'buổi', 'mỗi tuần 02 buổi'),
    ],
    deliverables: [
      deliverable(
        'Giáo viên chủ nhiệm',
        null,
        'phiếu đồng ý sử dụng hình ảnh',
        '2026-09',
        'Thu phiếu đồng ý sử dụng hình ảnh trong tháng 9/2026',
      ),
    ],
    reporting: [
      report(
        'Hiệu trưởng',
        'UBND xã',
        'kết quả thực hiện',
        'cuối học kỳ I; 2027-05-31',
        'Báo cáo UBND xã kết quả thực hiện vào cuối học kỳ I và trước ngày 31/5/2027',
      ),
    ],
    channels: [
      channel('website', 'trang thông tin điện tử của trường'),
      channel('fanpage', 'fanpage “Tiểu học Kim Phú”'),
      channel('zalo', 'nhóm Zalo các lớp'),
      channel('publication', 'bảng tin ở cổng trường'),
      channel('direct', 'buổi chào cờ đầu tuần'),
      channel('radio', 'loa phát thanh giờ ra chơi'),
      channel('portal', 'Cổng thông tin điện tử của Sở', 'other'),
    ],
    cited: [],
    budget: null,
    noise: [
      { kind: 'hardWraps', what: 'lines cut at 93 characters, "Trang 2" … in lines of their own' },
      { kind: 'signed', what: '(Đã ký) between position and name' },
    ],
  },
  layout: { numbering: 'typed', header: 'stacked', signature: 'stacked', blankLines: false, spoil: wrap },
};

import {
  actor,
  all,
  base,
  channel,
  duty,
  part,
  purpose,
  quota,
  report,
  requirement,
  say,
  section,
  solution,
  to,
} from '../authoring.ts';
import type { GoldQuota } from '../gold-format.ts';
import type { Heading, Leaf, SamplePlan } from '../source.ts';

/** A team and what it owes; the same sentence in the document and in the label. */
const teams: [string, string, number, number][] = [
  ['Tổ khối 1', 'viết chữ đẹp, làm quen trường lớp', 2, 1],
  ['Tổ khối 2, 3', 'đọc sách, kể chuyện', 3, 1],
  ['Tổ khối 4, 5', 'trải nghiệm, sáng tạo kỹ thuật', 4, 2],
  ['Tổ Văn phòng', 'bán trú, y tế, thư viện', 1, 1],
];
const two = (count: number): string => String(count).padStart(2, '0');
const perMonth = (articles: number): string => `mỗi tháng ít nhất ${two(articles)} tin, bài`;
const perSemester = (videos: number): string => `mỗi học kỳ ít nhất ${two(videos)} video`;

const team = (number: string, [name, about, articles, videos]: (typeof teams)[number]): Heading =>
  part(number, name, {
    tail: ':',
    runIn: duty(`Phụ trách nội dung ${about}; ${perMonth(articles)}; ${perSemester(videos)}.`),
    actor: {},
  });
const teamQuotas = ([name, , articles, videos]: (typeof teams)[number]): GoldQuota[] => [
  quota(name, 'product', articles, 'month', 'tin, bài', perMonth(articles)),
  quota(name, 'product', videos, 'semester', 'video', perSemester(videos)),
];

const starred = (make: (text: string, mark?: string) => Leaf, ...texts: string[]): Leaf[] => all(make, '*')(...texts);

export const plan: SamplePlan = {
  name: 'primary-2026-2027',
  level: 'primary',
  shape: 'A primary school’s short plan: quotas for each team in the line that names it, stars for bullets, no areas',
  header: {
    parent: ['UBND PHƯỜNG BẾN GẤM'],
    body: ['TRƯỜNG TIỂU HỌC CẦU NGÓI'],
    number: 'Số: 31/KH-THCN',
    placeDate: 'Bến Gấm, ngày 10 tháng 9 năm 2026',
    gold: {
      parentBody: { value: 'UBND phường Bến Gấm', stated: true, inferred: null },
      issuingBody: { value: 'Trường Tiểu học Cầu Ngói', short: 'Trường TH Cầu Ngói', stated: true },
      number: '31',
      symbol: 'KH-THCN',
      place: 'Bến Gấm',
      date: { day: 10, month: 9, year: 2026, iso: '2026-09-10', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Viết tin, bài và truyền thông năm học 2026 - 2027'],
  titleNorm: 'Viết tin, bài và truyền thông năm học 2026 - 2027',
  period: { kind: 'schoolYear', from: 2026, to: 2027, statedIn: 'title' },
  preamble: [
    base(
      'Căn cứ',
      'Kế hoạch',
      '63/KH-UBND',
      '25/8/2026',
      'UBND phường Bến Gấm',
      'về truyền thông giáo dục năm học 2026 - 2027',
    ),
  ],
  opening: 'Trường Tiểu học Cầu Ngói xây dựng Kế hoạch viết tin, bài và truyền thông năm học 2026 - 2027 như sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      part(
        '1',
        'Mục đích',
        {},
        ...starred(
          purpose,
          'Ghi lại những việc làm tốt, những giờ học hay của cô và trò; giữ nhịp cầu thông tin giữa nhà trường với gia đình.',
        ),
      ),
      part(
        '2',
        'Yêu cầu',
        {},
        ...starred(
          requirement,
          'Bài viết từ 150 đến 400 chữ, có ít nhất 01 ảnh rõ nét; nội dung trong sáng, đúng chính tả.',
          'Ảnh có học sinh phải được cha mẹ đồng ý; không ghi điểm số, địa chỉ của các em.',
        ),
      ),
    ),
    section(
      'II',
      'BIỆN PHÁP',
      {},
      ...starred(
        solution,
        'Bồi dưỡng cách viết tin, chụp ảnh cho giáo viên trong buổi sinh hoạt chuyên môn đầu năm học.',
        'Mở chuyên mục “Một ngày của lớp em” để học sinh tự kể, tự vẽ.',
        'Bình chọn bài viết được yêu thích, khen thưởng dịp 20/11 và cuối năm học.',
      ),
    ),
    section(
      'III',
      'NƠI ĐĂNG TẢI',
      {},
      say('Trang thông tin điện tử nhà trường, fanpage nhà trường; đọc trong buổi họp cha mẹ học sinh.'),
    ),
    section(
      'IV',
      'PHÂN CÔNG VÀ CHỈ TIÊU',
      {},
      actor(
        '1',
        'Ban Giám hiệu',
        ':',
        ...starred(duty, 'Duyệt tin, bài trong 02 ngày; chọn bài tốt gửi Phòng Văn hóa - Xã hội phường.'),
      ),
      ...teams.map((one, i) => team(String(i + 2), one)),
      actor(
        '6',
        'Tổng phụ trách Đội',
        ':',
        ...starred(
          duty,
          'Tổ chức phát thanh măng non; hướng dẫn đội tuyên truyền nhỏ của Liên đội.',
          'Tổng hợp số lượng tin, bài của các tổ, báo cáo Ban Giám hiệu trước ngày 20/5/2027.',
        ),
      ),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch viết tin, bài và truyền thông năm học 2026 - 2027, các tổ và cá nhân thực hiện nghiêm túc./.',
  recipients: [
    to('Phòng VHXH phường (b/c)', 'b/c'),
    to('Các tổ, Tổng phụ trách Đội (t/h)', 't/h'),
    to('Lưu: VP', 'archive'),
  ],
  signer: {
    lines: ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG'],
    mode: 'KT.',
    onBehalfOf: 'HIỆU TRƯỞNG',
    position: 'PHÓ HIỆU TRƯỞNG',
    name: 'Bùi Thị Kim Ngân',
  },
  labels: {
    quotas: teams.flatMap(teamQuotas),
    deliverables: [],
    reporting: [
      report(
        'Tổng phụ trách Đội',
        'Ban Giám hiệu',
        'số lượng tin, bài của các tổ',
        '2027-05-20',
        'báo cáo Ban Giám hiệu trước ngày 20/5/2027',
      ),
    ],
    channels: [
      channel('website', 'Trang thông tin điện tử nhà trường'),
      channel('fanpage', 'fanpage nhà trường'),
      channel('direct', 'họp cha mẹ học sinh'),
      channel('radio', 'phát thanh măng non', 'mention'),
    ],
    cited: [],
    budget: null,
  },
  layout: { numbering: 'automatic', header: 'stacked', signature: 'beside', blankLines: false },
};

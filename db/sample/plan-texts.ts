import type { Part } from '../../lib/plan-parts.ts';

/** Plans of the sample sector: our own fiction, worded as the sector words its plans. */
export interface SampleLine {
  part: Part;
  text: string;
  detail?: Record<string, unknown>;
  /** [product, total, months as 'MM' of the period] */
  targets?: [string, number, string[]][];
  children?: string[];
}

export interface SamplePlan {
  unit: string;
  kind: 'year' | 'school-year' | 'thematic';
  title: string;
  period: { kind: 'calendarYear' | 'schoolYear' | 'range'; from: number; to: number };
  /** Day it was drafted; later stops follow some days apart. */
  draftedOn: string;
  dueOn?: string;
  drafter: string;
  signer: string;
  initials?: string;
  clerk?: string;
  /** How far it has come. */
  upTo: 'draft' | 'consulting' | 'submitted' | 'signed' | 'issued' | 'closed' | 'returned';
  number?: string;
  reason?: string;
  opening: string;
  budgetSource?: string;
  budgetAmountVnd?: number;
  lines: SampleLine[];
}

const unit = (...names: string[]) => names.map((name) => ({ name, unitId: null }));

const departmentLines: SampleLine[] = [
  {
    part: 'basis',
    text: 'Căn cứ Nghị định số 244/2026/NĐ-CP của Chính phủ về phát ngôn, cung cấp thông tin cho báo chí',
    detail: { type: 'Nghị định', ref: '244/2026/NĐ-CP', issuer: 'Chính phủ' },
  },
  {
    part: 'basis',
    text: 'Căn cứ Thông tư số 37/2020/TT-BGDĐT ngày 05 tháng 10 năm 2020 của Bộ Giáo dục và Đào tạo',
    detail: { type: 'Thông tư', ref: '37/2020/TT-BGDĐT', issuer: 'Bộ Giáo dục và Đào tạo' },
  },
  {
    part: 'purpose',
    text: 'Giúp cha mẹ học sinh và Nhân dân hiểu đúng, ủng hộ các chủ trương đổi mới của ngành Giáo dục tỉnh Sông Trà.',
  },
  {
    part: 'purpose',
    text: 'Phát hiện, giới thiệu và lan tỏa những cách làm hay, tấm gương người tốt, việc tốt của thầy và trò trong toàn tỉnh.',
  },
  { part: 'requirement', text: 'Thông tin kịp thời, chính xác, có trọng tâm; mỗi nội dung có một đơn vị làm đầu mối.' },
  { part: 'requirement', text: 'Bảo đảm bí mật nhà nước, bí mật đời tư và hình ảnh của trẻ em theo quy định.' },
  { part: 'audience', text: 'Cha mẹ học sinh; cán bộ, giáo viên, nhân viên; học sinh; cơ quan báo chí.' },
  { part: 'message', text: 'Mỗi trường học một câu chuyện đẹp.' },
  {
    part: 'area',
    text: 'Tập trung truyền thông về trường học an toàn, bữa ăn bán trú, phổ cập giáo dục mầm non cho trẻ em 5 tuổi.',
    detail: { title: 'Giáo dục mầm non', focalUnits: unit('Phòng Giáo dục Mầm non') },
  },
  {
    part: 'area',
    text: 'Truyền thông về đổi mới phương pháp dạy học, giáo dục STEM, thư viện thân thiện và văn hóa đọc.',
    detail: { title: 'Giáo dục phổ thông', focalUnits: unit('Phòng Giáo dục Phổ thông') },
    children: [
      'Chuyên mục “Giờ học em yêu” trên Cổng thông tin điện tử của Sở.',
      'Ngày hội đọc sách tại các trường vùng cao.',
    ],
  },
  {
    part: 'area',
    text: 'Giới thiệu các lớp xóa mù chữ, mô hình học tập cộng đồng, chuyển đổi số trong giáo dục thường xuyên.',
    detail: {
      title: 'Giáo dục thường xuyên và chuyển đổi số',
      focalUnits: unit('Phòng Giáo dục Thường xuyên và Chuyển đổi số'),
    },
  },
  {
    part: 'solution',
    text: 'Tổ chức một lớp tập huấn kỹ năng viết tin, bài và chụp ảnh bằng điện thoại cho người phụ trách truyền thông của các trường.',
  },
  { part: 'solution', text: 'Duy trì điểm tin báo chí hằng tuần; xử lý thông tin phản ánh trong thời hạn quy định.' },
  {
    part: 'activity',
    text: 'Tuyến bài “Thầy cô trên đỉnh mây”',
    detail: {
      product: 'Tuyến bài và phóng sự về giáo viên cắm bản',
      leadUnits: unit('Văn phòng Sở'),
      coordinatingUnits: unit('Đài Phát thanh và Truyền hình tỉnh', 'Các trường vùng cao'),
      quarters: [2, 4],
      channels: ['Cổng thông tin điện tử của Sở', 'Báo tỉnh'],
      budgetVnd: 45_000_000,
    },
    targets: [
      ['bài báo', 6, ['04', '05', '10', '11']],
      ['phóng sự', 2, ['06', '11']],
    ],
  },
  {
    part: 'activity',
    text: 'Truyền thông tuyển sinh đầu cấp',
    detail: {
      product: 'Tin, bài hướng dẫn cha mẹ học sinh đăng ký trực tuyến',
      leadUnits: unit('Phòng Giáo dục Phổ thông'),
      coordinatingUnits: unit('Phòng Văn hóa - Xã hội các xã, phường'),
      quarters: [2, 3],
      channels: ['Zalo', 'Đài truyền thanh cơ sở'],
      budgetVnd: 12_000_000,
    },
    targets: [['tin, bài', 12, ['05', '06', '07']]],
  },
  {
    part: 'activity',
    text: 'Chào mừng ngày Nhà giáo Việt Nam 20-11',
    detail: {
      product: 'Bản tin điện tử số 42 và chuyên trang gương người tốt, việc tốt',
      leadUnits: unit('Văn phòng Sở'),
      coordinatingUnits: unit('Công đoàn ngành'),
      months: ['2026-11'],
      channels: ['Cổng thông tin điện tử của Sở', 'Fanpage của Sở'],
      budgetVnd: 20_000_000,
    },
    targets: [
      ['bản tin', 1, ['11']],
      ['bài gương người tốt, việc tốt', 15, ['10', '11']],
    ],
  },
  { part: 'channel', text: 'Cổng thông tin điện tử của Sở', detail: { kind: 'portal', role: 'main' } },
  { part: 'channel', text: 'Fanpage Giáo dục Sông Trà', detail: { kind: 'fanpage', role: 'main' } },
  { part: 'channel', text: 'Báo, Đài Phát thanh và Truyền hình tỉnh', detail: { kind: 'press', role: 'other' } },
  {
    part: 'actor',
    text: 'Văn phòng Sở',
    children: [
      'Là đầu mối tham mưu, theo dõi, đôn đốc và tổng hợp kết quả thực hiện.',
      'Biên tập, đăng tải tin, bài; lựa chọn bài tốt gửi Bộ Giáo dục và Đào tạo và các báo.',
    ],
  },
  {
    part: 'actor',
    text: 'Các phòng thuộc Sở',
    children: ['Cung cấp thông tin, duyệt nội dung chuyên môn thuộc lĩnh vực phụ trách.'],
  },
  {
    part: 'actor',
    text: 'Phòng Văn hóa - Xã hội các xã, phường; các trường',
    children: [
      'Phân công một người phụ trách truyền thông; duy trì trang thông tin điện tử của đơn vị.',
      'Chủ động viết bài về hoạt động tiêu biểu của đơn vị gửi về Văn phòng Sở.',
    ],
  },
  {
    part: 'quota',
    text: 'Mỗi tháng ít nhất 02 tin, bài được đăng trên Cổng thông tin điện tử của Sở',
    detail: { actor: 'Các trường trực thuộc Sở', product: 'tin, bài', minCount: 2, per: 'month', moment: 'published' },
  },
  {
    part: 'quota',
    text: 'Mỗi tháng ít nhất 01 bài gửi về Sở',
    detail: {
      actor: 'Phòng Văn hóa - Xã hội các xã, phường',
      product: 'bài',
      minCount: 1,
      per: 'month',
      moment: 'sent',
    },
  },
  {
    part: 'reporting',
    text: 'Báo cáo kết quả thực hiện cùng với báo cáo sơ kết, tổng kết năm học',
    detail: { per: 'semester', to: 'Văn phòng Sở' },
  },
  { part: 'recipient', text: 'Bộ Giáo dục và Đào tạo', detail: { mode: 'b/c' } },
  { part: 'recipient', text: 'Ủy ban nhân dân tỉnh', detail: { mode: 'b/c' } },
  { part: 'recipient', text: 'Các phòng, đơn vị thuộc Sở', detail: { mode: 't/h' } },
  { part: 'recipient', text: 'VT, VP', detail: { mode: 'archive' } },
];

const schoolLines: SampleLine[] = [
  { part: 'purpose', text: 'Đưa hình ảnh nhà trường đến gần hơn với cha mẹ học sinh và Nhân dân xã Suối Ngọc.' },
  {
    part: 'requirement',
    text: 'Tin, bài trung thực, ngắn gọn; ảnh có học sinh phải có sự đồng ý của cha mẹ và học sinh từ 7 tuổi.',
  },
  {
    part: 'area',
    text: '',
    detail: { title: 'Dạy và học' },
    children: ['Giờ học trải nghiệm, câu lạc bộ tiếng Anh, ngày hội STEM.'],
  },
  {
    part: 'area',
    text: '',
    detail: { title: 'Trường học hạnh phúc' },
    children: ['Bữa cơm bán trú, tư vấn tâm lý học đường, phòng chống đuối nước.'],
  },
  {
    part: 'activity',
    text: 'Chuyên mục “Mỗi tuần một câu chuyện đẹp”',
    detail: {
      product: 'Bài viết về thầy cô và học sinh',
      leadUnits: unit('Tổ Khoa học xã hội'),
      coordinatingUnits: unit('Đội Thiếu niên'),
      months: ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'],
      channels: ['Trang thông tin điện tử của trường'],
    },
    targets: [['bài', 18, ['09', '10', '11', '12', '01', '02', '03', '04', '05']]],
  },
  {
    part: 'activity',
    text: 'Ngày hội đọc sách “Trang sách bên suối”',
    detail: {
      product: 'Sự kiện, album ảnh và video ngắn',
      leadUnits: unit('Tổ Khoa học xã hội'),
      coordinatingUnits: unit('Thư viện', 'Ban đại diện cha mẹ học sinh'),
      months: ['2027-04'],
      channels: ['Trang thông tin điện tử của trường', 'Zalo lớp'],
    },
    targets: [
      ['sự kiện', 1, ['04']],
      ['album ảnh', 1, ['04']],
    ],
  },
  {
    part: 'actor',
    text: 'Ban Thông tin tuyên truyền',
    children: ['Biên tập, trình Hiệu trưởng duyệt tin, bài trước khi đăng.'],
  },
  {
    part: 'actor',
    text: 'Các tổ chuyên môn',
    children: ['Viết bài, chụp ảnh hoạt động của tổ; nộp ảnh tư liệu cuối mỗi học kỳ.'],
  },
  {
    part: 'quota',
    text: 'Mỗi tháng ít nhất 01 bài',
    detail: { actor: 'Các tổ chuyên môn', product: 'bài', minCount: 1, per: 'month', moment: 'approved' },
  },
  { part: 'recipient', text: 'Phòng Văn hóa - Xã hội xã Suối Ngọc', detail: { mode: 'b/c' } },
  { part: 'recipient', text: 'Các tổ chuyên môn', detail: { mode: 't/h' } },
  { part: 'recipient', text: 'VT', detail: { mode: 'archive' } },
];

const department = {
  drafter: 'lan.pham@so.songtra.example',
  initials: 'long.tran@so.songtra.example',
  clerk: 'sen.bui@so.songtra.example',
  signer: 'ha.nguyen@so.songtra.example',
};
const only = (lines: readonly SampleLine[], ...parts: Part[]) => lines.filter((l) => parts.includes(l.part));

export const samplePlans: readonly SamplePlan[] = [
  {
    ...department,
    unit: 'so',
    kind: 'school-year',
    title: 'Truyền thông về giáo dục và đào tạo năm học 2025-2026',
    period: { kind: 'schoolYear', from: 2025, to: 2026 },
    draftedOn: '2025-08-25',
    upTo: 'closed',
    number: '96',
    opening:
      'Sở Giáo dục và Đào tạo Sông Trà ban hành Kế hoạch truyền thông về giáo dục và đào tạo năm học 2025-2026 như sau:',
    lines: only(departmentLines, 'purpose', 'requirement', 'area', 'actor', 'quota', 'recipient'),
  },
  {
    ...department,
    unit: 'so',
    kind: 'year',
    title: 'Truyền thông về giáo dục và đào tạo năm 2026',
    period: { kind: 'calendarYear', from: 2026, to: 2026 },
    draftedOn: '2026-07-02',
    upTo: 'issued',
    number: '128',
    opening: 'Sở Giáo dục và Đào tạo Sông Trà ban hành Kế hoạch truyền thông về giáo dục và đào tạo năm 2026 như sau:',
    budgetSource: 'Nguồn kinh phí không thường xuyên của Sở Giáo dục và Đào tạo năm 2026 và các nguồn hợp pháp khác.',
    budgetAmountVnd: 77_000_000,
    lines: departmentLines,
  },
  {
    ...department,
    unit: 'so',
    kind: 'thematic',
    title: 'Truyền thông Kỳ thi tốt nghiệp trung học phổ thông năm 2027',
    period: { kind: 'range', from: 2026, to: 2027 },
    draftedOn: '2026-11-16',
    dueOn: '2026-11-30',
    upTo: 'submitted',
    opening:
      'Sở Giáo dục và Đào tạo Sông Trà ban hành Kế hoạch truyền thông Kỳ thi tốt nghiệp trung học phổ thông năm 2027 như sau:',
    lines: only(departmentLines, 'basis', 'purpose', 'requirement', 'solution', 'actor', 'recipient'),
  },
  {
    unit: 'cs2',
    kind: 'school-year',
    title: 'Truyền thông năm học 2026-2027',
    period: { kind: 'schoolYear', from: 2026, to: 2027 },
    draftedOn: '2026-09-07',
    drafter: 'anh.bach@thcssuoingoc.songtra.example',
    signer: 'ngoc.le@thcssuoingoc.songtra.example',
    clerk: 'lanh.thai@thcssuoingoc.songtra.example',
    upTo: 'issued',
    number: '21',
    opening: 'Trường THCS Suối Ngọc ban hành Kế hoạch truyền thông năm học 2026-2027 như sau:',
    lines: schoolLines,
  },
  {
    unit: 'xa.sn',
    kind: 'year',
    title: 'Truyền thông giáo dục trên địa bàn xã Suối Ngọc năm 2027',
    period: { kind: 'calendarYear', from: 2027, to: 2027 },
    draftedOn: '2026-11-10',
    dueOn: '2026-11-20',
    drafter: 'thom.quach@suoingoc.songtra.example',
    signer: 'vinh.ha@suoingoc.songtra.example',
    upTo: 'returned',
    reason: 'Bổ sung chỉ tiêu tin, bài cho từng trường và thời gian gửi bài về Sở.',
    opening:
      'Phòng Văn hóa - Xã hội xã Suối Ngọc xây dựng Kế hoạch truyền thông giáo dục trên địa bàn xã năm 2027 như sau:',
    lines: only(schoolLines, 'purpose', 'requirement', 'actor'),
  },
  {
    unit: 'mn1',
    kind: 'school-year',
    title: 'Truyền thông năm học 2026-2027 của Trường Mầm non Hoa Mai',
    period: { kind: 'schoolYear', from: 2026, to: 2027 },
    draftedOn: '2026-11-18',
    drafter: 'huong.phung@mnhoamai.songtra.example',
    signer: 'cuc.nguyen@mnhoamai.songtra.example',
    upTo: 'draft',
    opening: 'Trường Mầm non Hoa Mai xây dựng Kế hoạch truyền thông năm học 2026-2027 như sau:',
    lines: only(schoolLines, 'purpose', 'requirement', 'area'),
  },
];

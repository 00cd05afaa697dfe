import type { AnswerAct } from '../../server/modules/cascade/cascade.contract.ts';
import type { PieceKind } from '../../server/modules/cascade/toolkits.contract.ts';
import type { OutputRow } from '../../server/modules/outputs/outputs.contract.ts';

/** How units of the sample answered the Sở's plan: whole, with an exception, without saying who and when, or not at all. */
interface SampleAnswer {
  unit: string;
  by: string;
  on: string;
  answer?: AnswerAct;
  reason?: string;
  /** Mailbox of whoever does it. */
  owner?: string;
  byOn?: string;
  question?: string;
}

export const answers: readonly SampleAnswer[] = [
  {
    unit: 'cs2',
    by: 'ngoc.le@thcssuoingoc.songtra.example',
    on: '2026-10-14',
    answer: 'adopt',
    owner: 'anh.bach@thcssuoingoc.songtra.example',
    byOn: '2026-12-20',
    question: 'Ảnh học sinh ở ngày hội đọc sách có cần xin ý kiến từng cha mẹ không?',
  },
  {
    unit: 'mn2',
    by: 'loan.chu@mnsuoingoc.songtra.example',
    on: '2026-10-15',
    answer: 'not-ours',
    reason: 'Nhà trường báo cáo chung với Phòng Văn hóa - Xã hội xã, không gửi báo cáo riêng.',
    owner: 'linh.tong@mnsuoingoc.songtra.example',
    byOn: '2026-12-15',
  },
  {
    unit: 'xa.sn',
    by: 'thom.quach@suoingoc.songtra.example',
    on: '2026-10-16',
    answer: 'adopt',
  },
  {
    unit: 'th2',
    by: 'yen.khuc@thsuoingoc.songtra.example',
    on: '2026-10-19',
    answer: 'wants-change',
    reason: 'Trường có hai điểm lẻ chưa có mạng, đề nghị được gửi báo cáo bản giấy.',
    owner: 'yen.khuc@thsuoingoc.songtra.example',
    byOn: '2026-12-18',
  },
  {
    unit: 'pt1',
    by: 'dang.pham@thptsongtra.songtra.example',
    on: '2026-10-21',
    answer: 'adopt',
    owner: 'an.ton@thptsongtra.songtra.example',
    byOn: '2026-12-25',
  },
  {
    unit: 'cs1',
    by: 'dat.nguyen@thcsbinhtra.songtra.example',
    on: '2026-10-22',
    question: 'Bài đăng trên trang của trường có phải gửi lại về Sở bằng thư điện tử không?',
  },
  { unit: 'th1', by: 'trung.vuong@thbinhtra.songtra.example', on: '2026-11-02' },
];

export const pieces: readonly { kind: PieceKind; title: string; body: string }[] = [
  {
    kind: 'message',
    title: 'Thông điệp năm 2026',
    body: 'Mỗi trường học một câu chuyện đẹp.\n{đơn vị}: mỗi tuần kể một việc tốt.',
  },
  {
    kind: 'broadcast',
    title: 'Bài phát thanh: Cùng con đến trường',
    body: 'Kính thưa quý phụ huynh,\n\n{đơn vị} trân trọng thông báo: từ tháng 11, mỗi chiều thứ Sáu nhà trường mở cửa thư viện đến 18 giờ để phụ huynh cùng con đọc sách.\n\nSự có mặt của cha mẹ là món quà lớn nhất với các em. Rất mong quý phụ huynh {địa danh} sắp xếp thời gian.',
  },
  {
    kind: 'questions',
    title: 'Hỏi - đáp về tuyển sinh trực tuyến',
    body: 'Hỏi: Không có điện thoại thông minh thì đăng ký thế nào?\nĐáp: Phụ huynh đến {đơn vị} vào giờ hành chính, cán bộ nhà trường hỗ trợ đăng ký tại chỗ.',
  },
];

interface SampleOutput {
  unit: string;
  team?: string;
  by: string;
  author?: string;
  on: string;
  counts: OutputRow['counts'];
  title: string;
  outlet?: string;
  reached?: 'sent' | 'approved' | 'published';
  pickedBy?: { by: string; unit: string; on: string };
  /** Confirmed by nobody yet where `confirmedBy` is missing. */
  forPlan?: { unit: string; number: string; line: string; confirmedBy?: string; amount?: number };
}

const anh = 'anh.bach@thcssuoingoc.songtra.example';
const lan = 'lan.pham@so.songtra.example';
const waiting = { unit: 'cs2', number: '21', line: 'Mỗi tuần một câu chuyện đẹp' };
const story = { ...waiting, confirmedBy: 'ngoc.le@thcssuoingoc.songtra.example' };
const teachers = {
  unit: 'so',
  number: '128',
  line: 'Thầy cô trên đỉnh mây',
  confirmedBy: 'ha.nguyen@so.songtra.example',
};

const enrolment = { ...teachers, line: 'tuyển sinh đầu cấp', amount: 12 };
const teachersDay = { ...teachers, line: 'ngày Nhà giáo Việt Nam' };

/** What was made: our own fiction. */
export const made: readonly SampleOutput[] = [
  {
    unit: 'cs2',
    by: anh,
    author: 'Nông Thị Huyền',
    on: '2026-09-18',
    counts: 'unit-article',
    title: 'Chiếc cầu tre và lớp học đầu tuần',
    reached: 'published',
    forPlan: story,
  },
  {
    unit: 'cs2',
    by: anh,
    author: 'Nông Thị Huyền',
    on: '2026-10-09',
    counts: 'unit-article',
    title: 'Vườn rau của lớp 7A',
    reached: 'published',
    pickedBy: { by: lan, unit: 'so', on: '2026-10-13' },
    forPlan: story,
  },
  {
    unit: 'cs2',
    by: anh,
    author: 'Bạch Tuấn Anh',
    on: '2026-10-23',
    counts: 'unit-article',
    title: 'Người gác trống trường đã ba mươi năm',
    reached: 'published',
    forPlan: story,
  },
  {
    unit: 'cs2',
    by: anh,
    author: 'Nông Thị Huyền',
    on: '2026-11-13',
    counts: 'unit-article',
    title: 'Tấm thiệp gửi cô giáo cũ',
    reached: 'approved',
    forPlan: waiting,
  },
  {
    unit: 'mn2',
    by: 'linh.tong@mnsuoingoc.songtra.example',
    on: '2026-11-06',
    counts: 'photo-set',
    title: 'Bữa trưa ở lớp Mầm',
    reached: 'published',
  },
  {
    unit: 'th2',
    by: 'yen.khuc@thsuoingoc.songtra.example',
    on: '2026-11-10',
    counts: 'unit-article',
    title: 'Ngày hội chữ đẹp ở điểm trường Nà Lum',
    reached: 'sent',
  },
  {
    unit: 'so',
    by: lan,
    on: '2026-09-05',
    counts: 'broadcast',
    title: 'Phóng sự: Khai giảng trên đỉnh Mây',
    outlet: 'Đài Phát thanh - Truyền hình Sông Trà',
    reached: 'published',
    forPlan: teachers,
  },
  {
    unit: 'so',
    by: lan,
    on: '2026-10-20',
    counts: 'newspaper-article',
    title: 'Cô giáo cắm bản và mười bảy mùa hoa ban',
    outlet: 'Báo Sông Trà',
    reached: 'published',
    forPlan: teachers,
  },
  {
    unit: 'so',
    by: lan,
    on: '2026-07-24',
    counts: 'unit-article',
    title: 'Loạt 12 bài hướng dẫn đăng ký tuyển sinh trực tuyến',
    reached: 'published',
    forPlan: enrolment,
  },
  {
    unit: 'so',
    by: lan,
    on: '2026-11-16',
    counts: 'bulletin',
    title: 'Bản tin điện tử số 42: Gửi những người lái đò',
    reached: 'published',
    forPlan: teachersDay,
  },
  {
    unit: 'so',
    by: lan,
    on: '2026-11-18',
    counts: 'unit-article',
    title: 'Loạt 10 bài gương người tốt, việc tốt chào mừng 20-11',
    reached: 'published',
    forPlan: { ...teachersDay, amount: 10 },
  },
];

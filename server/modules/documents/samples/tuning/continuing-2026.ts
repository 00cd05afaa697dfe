import {
  actor,
  all,
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
import type { Heading, Node, SamplePlan } from '../source.ts';

/** A topic whose last line says who leads it: that line is no item. */
const topic = (
  number: string,
  title: string,
  line: string,
  focal: string[],
  support: string[],
  ...items: Node[]
): Heading => part(number, title, { area: { focal, with: support, raw: line }, tail: ':' }, ...items, say(line));

/** A basis in a line that the typist began with a dash; the dash is not part of it. */
const dashed = (...basis: Parameters<typeof base>): ReturnType<typeof base> => {
  const { text, bases } = base(...basis);
  return { text: `- ${text}`, bases };
};

const law = 'Căn cứ Luật Giáo dục nghề nghiệp số 124/2025/QH15;';

export const plan: SamplePlan = {
  name: 'continuing-2026',
  level: 'continuing',
  shape:
    'A centre for continuing education: topics that end in a line “Đầu mối: …”, duties by department with a line “Chỉ tiêu: …”; the day is left blank',
  header: {
    parent: ['SỞ GD&ĐT TRƯỜNG KHÊ'],
    body: ['TRUNG TÂM GDNN-GDTX', 'VÙNG CAO TRƯỜNG KHÊ'],
    number: 'Số: 15/KH-TTVC',
    placeDate: 'Trường Khê, ngày    tháng 01 năm 2026',
    gold: {
      parentBody: { value: 'Sở GD&ĐT Trường Khê', stated: true, inferred: null },
      issuingBody: {
        value: 'Trung tâm GDNN-GDTX Vùng cao Trường Khê',
        full: 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Vùng cao Trường Khê',
        stated: true,
      },
      number: '15',
      symbol: 'KH-TTVC',
      place: 'Trường Khê',
      date: { day: null, month: 1, year: 2026, iso: null, complete: false },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['TRUYỀN THÔNG VÀ TƯ VẤN TUYỂN SINH', 'NĂM 2026'],
  titleNorm: 'Truyền thông và tư vấn tuyển sinh năm 2026',
  period: { kind: 'calendarYear', from: 2026, to: 2026, statedIn: 'title' },
  preamble: [
    preambleLine(`- ${law}`, {
      lead: 'Căn cứ',
      type: 'Luật',
      ref: '124/2025/QH15',
      issuer: null,
      date: null,
      title: 'Giáo dục nghề nghiệp',
      text: law,
    }),
    dashed(
      'Căn cứ',
      'Thông tư',
      '36/2017/TT-BGDĐT',
      '28/12/2017',
      'Bộ trưởng Bộ GD&ĐT',
      'ban hành Quy chế thực hiện công khai đối với cơ sở giáo dục và đào tạo thuộc hệ thống giáo dục quốc dân',
    ),
    dashed(
      'Căn cứ',
      'Quyết định',
      '522/QĐ-TTg',
      '14/5/2018',
      'Thủ tướng Chính phủ',
      'phê duyệt Đề án “Giáo dục hướng nghiệp và định hướng phân luồng học sinh trong giáo dục phổ thông giai đoạn 2018 - 2025”',
    ),
    dashed(
      'Thực hiện',
      'Kế hoạch',
      '2988/KH-SGD&ĐT',
      '19/12/2025',
      'Sở GD&ĐT Trường Khê',
      'về công tác truyền thông năm 2026',
    ),
  ],
  opening:
    'Trung tâm GDNN-GDTX Vùng cao Trường Khê (sau đây viết tắt là Trung tâm) lập Kế hoạch truyền thông và tư vấn tuyển sinh năm 2026 với các nội dung sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH',
      {},
      ...all(purpose, '-')(
        'Để thanh niên, người lao động vùng cao biết các lớp văn hóa, lớp nghề của Trung tâm; học xong có việc, có thể học tiếp.',
        'Tuyển đủ 180 học viên chương trình giáo dục thường xuyên cấp trung học phổ thông và 240 học viên sơ cấp nghề trong năm 2026.',
      ),
    ),
    section(
      'II',
      'YÊU CẦU',
      {},
      ...all(requirement, '-')(
        'Tư vấn đúng năng lực, nguyện vọng; không hứa hẹn quá khả năng bố trí việc làm.',
        'Dùng cả tiếng phổ thông và tiếng dân tộc; tài liệu ít chữ, nhiều hình.',
      ),
    ),
    section(
      'III',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      topic(
        '1',
        'Tuyển sinh lớp 10 chương trình giáo dục thường xuyên',
        'Đầu mối: Phòng Đào tạo; phối hợp: Tổ Văn hóa.',
        ['Phòng Đào tạo'],
        ['Tổ Văn hóa'],
        ...all(item, '-')(
          'Chỉ tiêu, hồ sơ, chế độ miễn học phí và hỗ trợ chỗ ở nội trú.',
          'Kết quả thi tốt nghiệp, con đường học tiếp của cựu học viên.',
        ),
      ),
      topic(
        '2',
        'Đào tạo nghề gắn với việc làm tại chỗ',
        'Đầu mối: Phòng Đào tạo, Tổ Nghề.',
        ['Phòng Đào tạo', 'Tổ Nghề'],
        [],
        ...all(item, '-')(
          'Các nghề trồng dược liệu, du lịch cộng đồng, sửa chữa máy nông nghiệp, thêu thổ cẩm.',
          'Ký kết với hợp tác xã, doanh nghiệp nhận học viên sau đào tạo.',
        ),
      ),
      topic(
        '3',
        'Xóa mù chữ và học tập suốt đời',
        'Đầu mối: Tổ Văn hóa.',
        ['Tổ Văn hóa'],
        [],
        ...all(item, '-')(
          'Lớp xóa mù chữ buổi tối ở bản; bài học kỹ năng số, giao dịch không dùng tiền mặt.',
          'Gương người lớn tuổi vượt khó đi học.',
        ),
      ),
    ),
    section(
      'IV',
      'HÌNH THỨC, GIẢI PHÁP',
      {},
      part(
        '1',
        'Hình thức',
        {},
        say(
          'Website Trung tâm, fanpage “GDNN-GDTX Vùng cao”, nhóm Zalo các bản; loa truyền thanh xã; pa nô đặt tại trung tâm các xã; tờ gấp tuyển sinh; tư vấn trực tiếp tại chợ phiên và tại các trường THCS.',
        ),
      ),
      part(
        '2',
        'Giải pháp',
        {},
        ...all(solution, '-')(
          'Mỗi viên chức nhận một bản để bám nắm, vận động; cựu học viên thành đạt làm người kể chuyện.',
          'Lịch tư vấn gắn với chợ phiên, ngày hội của đồng bào; không tư vấn vào mùa gặt.',
        ),
      ),
    ),
    section(
      'V',
      'NHIỆM VỤ CỦA CÁC PHÒNG, TỔ',
      {},
      actor(
        '1',
        'Phòng Đào tạo',
        '',
        ...all(duty, '-')(
          'Tham mưu Giám đốc tổ chức 06 đợt tư vấn tại các xã trước ngày 30/6/2026; in 3.000 tờ gấp tuyển sinh.',
          'Chỉ tiêu: 02 bài/tháng, 04 video/năm.',
        ),
      ),
      actor(
        '2',
        'Phòng Tổ chức - Hành chính',
        '',
        ...all(duty, '-')(
          'Quản trị website, fanpage; kiểm duyệt bài trước khi trình Giám đốc; báo cáo Sở GD&ĐT ngày 20/6 và ngày 10/12/2026.',
          'Chỉ tiêu: ít nhất 01 tin/tuần.',
        ),
      ),
      actor(
        '3',
        'Tổ Văn hóa',
        '',
        ...all(duty, '-')(
          'Biên soạn bài phát thanh bằng tiếng Mông, tiếng Thái gửi các xã.',
          'Chỉ tiêu: mỗi quý 03 bài phát thanh; mỗi giáo viên 01 bài/học kỳ.',
        ),
      ),
      actor(
        '4',
        'Tổ Nghề',
        '',
        ...all(duty, '-')(
          'Giới thiệu sản phẩm của học viên tại hội chợ; mời doanh nghiệp dự lễ bế giảng các lớp nghề.',
          'Chỉ tiêu: ít nhất 10 tin, bài/năm.',
        ),
      ),
      actor(
        '5',
        'Đoàn Thanh niên Trung tâm',
        '',
        duty(
          'Thành lập đội “Tiếp bước đến trường”, cử 05 đoàn viên biết tiếng dân tộc tham gia tư vấn tại chợ phiên.',
          '-',
        ),
      ),
    ),
    section(
      'VI',
      'KINH PHÍ',
      {},
      budget(
        'Dự kiến 85.000.000 đồng, chi từ nguồn thu dịch vụ đào tạo và kinh phí chi thường xuyên năm 2026 của Trung tâm.',
      ),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch truyền thông và tư vấn tuyển sinh năm 2026. Giám đốc Trung tâm yêu cầu các phòng, tổ và viên chức, người lao động thực hiện nghiêm túc./.',
  recipients: [
    to('Sở GD&ĐT (Văn phòng) (b/cáo)', 'b/c'),
    to('UBND các xã: Nậm Khoáng, Pú Mây, Mường Hạ (p/hợp)', 'p/h'),
    to('Các trường THCS trên địa bàn (p/hợp)', 'p/h'),
    to('Ban Giám đốc; các phòng, tổ (t/hiện)', 't/h'),
    to('Website Trung tâm', null),
    to('Lưu: VT, ĐT', 'archive'),
  ],
  signer: {
    lines: ['GIÁM ĐỐC'],
    mode: null,
    onBehalfOf: null,
    position: 'GIÁM ĐỐC',
    name: 'Giàng A Sùng Phong',
  },
  labels: {
    quotas: [
      quota('Phòng Đào tạo', 'product', 2, 'month', 'bài', '02 bài/tháng'),
      quota('Phòng Đào tạo', 'product', 4, 'year', 'video', '04 video/năm'),
      quota('Phòng Tổ chức - Hành chính', 'product', 1, 'week', 'tin', 'ít nhất 01 tin/tuần'),
      quota('Tổ Văn hóa', 'product', 3, 'quarter', 'bài phát thanh', 'mỗi quý 03 bài phát thanh'),
      quota('Tổ Văn hóa', 'product', 1, 'semester', 'bài', 'mỗi giáo viên 01 bài/học kỳ'),
      quota('Tổ Nghề', 'product', 10, 'year', 'tin, bài', 'ít nhất 10 tin, bài/năm'),
      quota(
        'Đoàn Thanh niên Trung tâm',
        'person',
        5,
        null,
        'đoàn viên',
        'cử 05 đoàn viên biết tiếng dân tộc tham gia tư vấn tại chợ phiên',
      ),
    ],
    deliverables: [
      deliverable(
        'Phòng Đào tạo',
        6,
        'đợt tư vấn',
        '2026-06-30',
        'tổ chức 06 đợt tư vấn tại các xã trước ngày 30/6/2026',
      ),
      deliverable('Phòng Đào tạo', 3000, 'tờ gấp tuyển sinh', null, 'in 3.000 tờ gấp tuyển sinh'),
    ],
    reporting: [
      report(
        'Phòng Tổ chức - Hành chính',
        'Sở GD&ĐT',
        'kết quả',
        '2026-06-20, 2026-12-10',
        'báo cáo Sở GD&ĐT ngày 20/6 và ngày 10/12/2026',
      ),
    ],
    channels: [
      channel('website', 'Website Trung tâm'),
      channel('fanpage', 'fanpage “GDNN-GDTX Vùng cao”'),
      channel('zalo', 'nhóm Zalo các bản'),
      channel('radio', 'loa truyền thanh xã'),
      channel('publication', 'pa nô đặt tại trung tâm các xã'),
      channel('publication', 'tờ gấp tuyển sinh'),
      channel('direct', 'tư vấn trực tiếp tại chợ phiên và tại các trường THCS'),
    ],
    cited: [],
    budget: {
      source: 'nguồn thu dịch vụ đào tạo và kinh phí chi thường xuyên năm 2026 của Trung tâm',
      amount: 85_000_000,
      year: 2026,
    },
  },
  layout: { numbering: 'automatic', header: 'cells', signature: 'beside', blankLines: false },
};

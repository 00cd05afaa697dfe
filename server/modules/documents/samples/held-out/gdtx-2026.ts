import {
  act,
  actor,
  all,
  area,
  base,
  budget,
  channel,
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
  solution,
  to,
} from '../authoring.ts';
import type { SamplePlan } from '../source.ts';

const deadline = (day: string) => ({ deadline: day, year: 2026 });

export const plan: SamplePlan = {
  name: 'gdtx-2026',
  level: 'centre',
  shape: 'A vocational and continuing education centre’s plan: sections 1., 2. with 1.1., 1.2., bare days as deadlines',
  header: {
    parent: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO TRƯỜNG KHÊ'],
    body: ['TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP -', 'GIÁO DỤC THƯỜNG XUYÊN BẮC LĨNH'],
    number: 'Số: 34/KH-TTGDNN-GDTX',
    placeDate: 'Bắc Lĩnh, ngày 16 tháng 3 năm 2026',
    gold: {
      parentBody: { value: 'Sở Giáo dục và Đào tạo Trường Khê', stated: true, inferred: null },
      issuingBody: {
        value: 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Bắc Lĩnh',
        short: 'Trung tâm GDNN-GDTX Bắc Lĩnh',
        stated: true,
      },
      number: '34',
      symbol: 'KH-TTGDNN-GDTX',
      place: 'Bắc Lĩnh',
      date: { day: 16, month: 3, year: 2026, iso: '2026-03-16', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Truyền thông và tư vấn tuyển sinh năm 2026'],
  titleNorm: 'Truyền thông và tư vấn tuyển sinh năm 2026',
  period: { kind: 'calendarYear', from: 2026, to: 2026, statedIn: 'title' },
  preamble: [
    base(
      'Căn cứ',
      'Thông tư',
      '01/2023/TT-BGDĐT',
      '06/01/2023',
      'Bộ trưởng Bộ Giáo dục và Đào tạo',
      'ban hành Quy chế tổ chức và hoạt động của trung tâm giáo dục thường xuyên',
    ),
    base(
      'Căn cứ',
      'Công văn',
      '402/SGDĐT-GDTX',
      '02/3/2026',
      'Sở Giáo dục và Đào tạo tỉnh Trường Khê',
      'về việc hướng dẫn công tác truyền thông, tuyển sinh đối với các trung tâm',
    ),
    preambleLine('Căn cứ chỉ tiêu tuyển sinh được giao,'),
  ],
  opening:
    'Trung tâm GDNN-GDTX Bắc Lĩnh xây dựng Kế hoạch truyền thông và tư vấn tuyển sinh năm 2026 với các nội dung chủ yếu sau đây:',
  body: [
    section(
      '1',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      part(
        '1.1',
        'Mục đích',
        {},
        ...all(purpose, '-')(
          'Giúp học sinh, phụ huynh hiểu rõ mô hình vừa học văn hóa vừa học nghề; thay đổi định kiến về giáo dục thường xuyên.',
          'Hoàn thành chỉ tiêu tuyển sinh lớp 10 và các lớp nghề ngắn hạn cho lao động nông thôn.',
        ),
      ),
      part(
        '1.2',
        'Yêu cầu',
        {},
        ...all(requirement, '-')(
          'Thông tin tư vấn đúng sự thật về ngành nghề, học phí, việc làm; không hứa hẹn quá khả năng.',
          'Huy động được đội ngũ giáo viên, học viên cũ và doanh nghiệp cùng tham gia.',
        ),
      ),
    ),
    section(
      '2',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      area(
        '2.1',
        'Chương trình đào tạo và quyền lợi của học viên',
        true,
        ...all(item, '-')(
          'Chương trình giáo dục thường xuyên cấp THPT kết hợp trung cấp nghề; chính sách miễn học phí học nghề.',
          'Các nghề điện, may, chế biến món ăn, nuôi trồng thủy sản; học bổng của doanh nghiệp.',
        ),
      ),
      area(
        '2.2',
        'Gương học viên thành công',
        true,
        ...all(item, '-')(
          'Học viên có việc làm ổn định, khởi nghiệp tại quê hương; học viên lớn tuổi ham học.',
          'Thầy, cô giáo tâm huyết với người học; thành tích tại hội thi tay nghề.',
        ),
      ),
      area(
        '2.3',
        'Xã hội học tập',
        true,
        item(
          'Lớp xóa mù chữ, lớp kỹ năng số cho người cao tuổi; mô hình công dân học tập theo Quyết định số 677/QĐ-TTg ngày 03/6/2022 của Thủ tướng Chính phủ.',
          '-',
        ),
      ),
    ),
    section(
      '3',
      'HÌNH THỨC VÀ GIẢI PHÁP',
      {},
      part(
        '3.1',
        'Hình thức truyền thông',
        {},
        say(
          'Đăng tin, bài, video trên trang web của Trung tâm, trang Facebook của Trung tâm và tài khoản TikTok của Trung tâm; phát tờ gấp tuyển sinh đến từng trường THCS; phát thanh trên đài truyền thanh các xã.',
        ),
      ),
      part(
        '3.2',
        'Giải pháp',
        {},
        ...all(solution, '-')(
          'Thành lập tổ tư vấn tuyển sinh lưu động, đến từng trường, từng thôn vào ngày nghỉ.',
          'Mời học viên cũ kể câu chuyện nghề nghiệp của mình; tổ chức ngày trải nghiệm nghề cho học sinh lớp 9.',
          'Ký kết thỏa thuận truyền thông với Hội Nông dân, Hội Phụ nữ và các doanh nghiệp trên địa bàn.',
        ),
      ),
    ),
    section(
      '4',
      'TIẾN ĐỘ CÔNG VIỆC',
      {},
      {
        node: 'table',
        head: [['STT', 'Công việc', 'Sản phẩm, kết quả', 'Bộ phận thực hiện', 'Hoàn thành']],
        fields: ['no', 'content', 'product', 'lead', 'time'],
        widths: [8, 34, 26, 18, 14],
        rows: [
          act(
            [
              '1',
              'Thiết kế bộ nhận diện và tờ gấp tuyển sinh',
              '01 bộ nhận diện, 01 mẫu tờ gấp',
              'Phòng Hành chính - Tổng hợp',
              '31/3/2026',
            ],
            '1 bộ nhận diện, 1 mẫu tờ gấp',
            deadline('2026-03-31'),
          ),
          act(
            [
              '2',
              'Sản xuất video giới thiệu các nghề đào tạo',
              '05 video',
              'Tổ Giáo dục nghề nghiệp; Tổ tư vấn tuyển sinh',
              '20/4/2026',
            ],
            '5 video',
            deadline('2026-04-20'),
          ),
          act(
            [
              { text: '3', rows: 2 },
              { text: 'Tư vấn trực tiếp tại các trường THCS', rows: 2 },
              '12 buổi tư vấn',
              'Tổ tư vấn tuyển sinh',
              '15/5/2026',
            ],
            '12 buổi tư vấn',
            deadline('2026-05-15'),
          ),
          act(
            [null, null, '01 ngày trải nghiệm nghề', 'Tổ Giáo dục nghề nghiệp', '30/5/2026'],
            '1 ngày trải nghiệm nghề',
            deadline('2026-05-30'),
          ),
          act(
            ['4', 'Viết bài về gương học viên thành công', '08 bài viết', 'Tổ Giáo dục thường xuyên', 'Tháng 10/2026'],
            '8 bài viết',
            deadline('2026-10'),
          ),
        ],
      },
    ),
    section(
      '5',
      'KINH PHÍ',
      {},
      budget('Kinh phí dự kiến 32.000.000 đồng, chi từ nguồn thu sự nghiệp của Trung tâm năm 2026.'),
    ),
    section(
      '6',
      'PHÂN CÔNG THỰC HIỆN',
      {},
      actor(
        '6.1',
        'Phòng Hành chính - Tổng hợp',
        '',
        ...all(duty, '-')(
          'Quản trị trang web của Trung tâm, cập nhật thông tin tuyển sinh; thanh quyết toán kinh phí theo quy định.',
          'Tổng hợp kết quả, báo cáo Giám đốc và Sở Giáo dục và Đào tạo trước ngày 15/11/2026.',
        ),
      ),
      actor(
        '6.2',
        'Tổ tư vấn tuyển sinh',
        '',
        ...all(duty, '-')(
          'Lập lịch tư vấn, liên hệ các trường THCS; trả lời câu hỏi của phụ huynh trên trang Facebook của Trung tâm.',
          'Mỗi tuần đăng ít nhất 03 tin, 01 video ngắn.',
        ),
      ),
      actor(
        '6.3',
        'Tổ Giáo dục thường xuyên, Tổ Giáo dục nghề nghiệp',
        '',
        ...all(duty, '-')(
          'Mỗi tháng viết ít nhất 02 bài giới thiệu hoạt động dạy học, hoạt động nghề gửi Phòng Hành chính - Tổng hợp.',
          'Cử 02 giáo viên tham gia Tổ tư vấn tuyển sinh.',
        ),
      ),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch truyền thông và tư vấn tuyển sinh năm 2026 của Trung tâm GDNN-GDTX Bắc Lĩnh; các phòng, tổ và toàn thể viên chức, người lao động căn cứ nhiệm vụ được giao nghiêm túc thực hiện./.',
  recipients: [
    to('Sở Giáo dục và Đào tạo (để b/c)', 'b/c'),
    to('UBND các xã trên địa bàn (để p/h)', 'p/h'),
    to('Các trường THCS trên địa bàn (để p/h)', 'p/h'),
    to('Các phòng, tổ (để t/h)', 't/h'),
    to('Website Trung tâm (để đăng tin)', null),
    to('Lưu: VT', 'archive'),
  ],
  signer: {
    lines: ['GIÁM ĐỐC'],
    mode: null,
    onBehalfOf: null,
    position: 'GIÁM ĐỐC',
    name: 'Tạ Đình Nguyên',
  },
  labels: {
    quotas: [
      quota('Tổ tư vấn tuyển sinh', 'product', 3, 'week', 'tin', 'Mỗi tuần đăng ít nhất 03 tin'),
      quota('Tổ tư vấn tuyển sinh', 'product', 1, 'week', 'video ngắn', 'Mỗi tuần đăng ít nhất 03 tin, 01 video ngắn'),
      quota(
        'Tổ Giáo dục thường xuyên, Tổ Giáo dục nghề nghiệp',
        'product',
        2,
        'month',
        'bài',
        'Mỗi tháng viết ít nhất 02 bài',
        'Phòng Hành chính - Tổng hợp',
      ),
      quota(
        'Tổ Giáo dục thường xuyên, Tổ Giáo dục nghề nghiệp',
        'person',
        2,
        null,
        'giáo viên',
        'Cử 02 giáo viên tham gia Tổ tư vấn tuyển sinh',
      ),
    ],
    deliverables: [],
    reporting: [
      report(
        'Phòng Hành chính - Tổng hợp',
        'Giám đốc và Sở Giáo dục và Đào tạo',
        'kết quả',
        '2026-11-15',
        'báo cáo Giám đốc và Sở Giáo dục và Đào tạo trước ngày 15/11/2026',
      ),
    ],
    channels: [
      channel('website', 'trang web của Trung tâm'),
      channel('fanpage', 'trang Facebook của Trung tâm'),
      channel('social', 'tài khoản TikTok của Trung tâm'),
      channel('publication', 'tờ gấp tuyển sinh'),
      channel('radio', 'đài truyền thanh các xã'),
    ],
    cited: [
      ref(
        'Quyết định',
        '677/QĐ-TTg',
        '2022-06-03',
        'Thủ tướng Chính phủ',
        null,
        'Quyết định số 677/QĐ-TTg ngày 03/6/2022',
      ),
    ],
    budget: { source: 'nguồn thu sự nghiệp của Trung tâm năm 2026', amount: 32_000_000, year: 2026 },
  },
  layout: { numbering: 'typed', header: 'rows', signature: 'beside', blankLines: false, extra: ['web'] },
};

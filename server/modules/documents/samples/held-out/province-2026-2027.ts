import {
  actor,
  all,
  areaLine,
  base,
  budget,
  channel,
  deliverable,
  duty,
  intro,
  part,
  purpose,
  quota,
  ref,
  report,
  requirement,
  say,
  section,
  to,
} from '../authoring.ts';
import type { AreaLabel, SamplePlan } from '../source.ts';

const focal = (units: string[], support: string[] = []): AreaLabel => ({
  focal: units,
  with: support,
  raw: `(Đầu mối: ${units.join(', ')}${support.length ? `; phối hợp: ${support.join(', ')}` : ''})`,
});

const primary = focal(['Phòng Giáo dục Mầm non - Tiểu học'], ['Văn phòng Sở']);
const general = focal(['Phòng Giáo dục Trung học'], ['Phòng Khảo thí và Quản lý chất lượng']);
const vocational = focal(['Phòng Giáo dục nghề nghiệp - Thường xuyên']);
const staff = focal(['Phòng Tổ chức cán bộ'], ['Công đoàn ngành']);
const students = focal(['Phòng Chính trị tư tưởng, Học sinh, sinh viên'], ['Tỉnh đoàn']);
const digital = focal(['Văn phòng Sở']);

export const plan: SamplePlan = {
  name: 'province-2026-2027',
  level: 'province',
  shape:
    'A province department’s plan for a school year: number and day left blank, areas in one paragraph with the focal unit in brackets, quotas per kind of unit',
  header: {
    parent: ['UBND TỈNH TRƯỜNG KHÊ'],
    body: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    number: 'Số:           /KH-SGDĐT',
    placeDate: 'Trường Khê, ngày      tháng 9 năm 2026',
    gold: {
      parentBody: { value: 'UBND tỉnh Trường Khê', stated: true, inferred: null },
      issuingBody: {
        value: 'Sở Giáo dục và Đào tạo',
        full: 'Sở Giáo dục và Đào tạo tỉnh Trường Khê',
        short: 'Sở GDĐT Trường Khê',
        stated: true,
      },
      number: null,
      symbol: 'KH-SGDĐT',
      place: 'Trường Khê',
      date: { day: null, month: 9, year: 2026, iso: null, complete: false },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Công tác truyền thông ngành Giáo dục và Đào tạo', 'năm học 2026-2027'],
  titleNorm: 'Công tác truyền thông ngành Giáo dục và Đào tạo năm học 2026-2027',
  period: { kind: 'schoolYear', from: 2026, to: 2027, statedIn: 'title' },
  preamble: [
    base(
      'Thực hiện',
      'Chỉ thị',
      '1215/CT-BGDĐT',
      '12 tháng 8 năm 2026',
      'Bộ trưởng Bộ Giáo dục và Đào tạo',
      'về nhiệm vụ trọng tâm năm học 2026-2027',
    ),
    base(
      'Thực hiện',
      'Quyết định',
      '2310/QĐ-UBND',
      '05 tháng 8 năm 2026',
      'Chủ tịch UBND tỉnh Trường Khê',
      'ban hành Kế hoạch thời gian năm học 2026-2027',
    ),
  ],
  opening:
    'Sở Giáo dục và Đào tạo (sau đây viết tắt là Sở GDĐT) xây dựng Kế hoạch công tác truyền thông ngành Giáo dục và Đào tạo năm học 2026-2027 như sau:',
  body: [
    section(
      'I',
      'MỤC ĐÍCH, YÊU CẦU',
      {},
      part(
        '1',
        'Mục đích',
        {},
        purpose(
          'Tuyên truyền sâu rộng các chủ trương của Đảng, chính sách của Nhà nước về đổi mới giáo dục; tạo chuyển biến về nhận thức, sự đồng thuận của nhân dân trong tỉnh đối với các nhiệm vụ của năm học.',
        ),
        purpose(
          'Tôn vinh nhà giáo, học sinh, tập thể tiêu biểu; lan tỏa những mô hình dạy học hiệu quả từ cơ sở, nhất là vùng biên giới và ven biển.',
        ),
        purpose(
          'Nâng cao năng lực cung cấp thông tin của các đơn vị; phòng ngừa, xử lý kịp thời sự cố truyền thông trong trường học.',
        ),
      ),
      part(
        '2',
        'Yêu cầu',
        {},
        requirement(
          'Thông tin phải trung thực, có kiểm chứng, bảo đảm định hướng; thủ trưởng đơn vị chịu trách nhiệm về nội dung do đơn vị mình cung cấp.',
        ),
        requirement(
          'Bám sát nhiệm vụ năm học, có trọng tâm theo từng tháng, từng sự kiện; kết hợp kênh truyền thống với nền tảng số.',
        ),
      ),
    ),
    section(
      'II',
      'NỘI DUNG TRUYỀN THÔNG',
      {},
      intro('Trong năm học 2026-2027, toàn ngành tập trung truyền thông các lĩnh vực sau:'),
      areaLine(
        '1',
        'Giáo dục mầm non, tiểu học',
        `Phổ cập giáo dục mầm non cho trẻ mẫu giáo; chất lượng bữa ăn bán trú; xây dựng môi trường giáo dục lấy trẻ làm trung tâm; dạy học hai buổi một ngày, giáo dục kỹ năng sống và văn hóa đọc ở tiểu học; thực hiện Đề án số 14/ĐA-UBND ngày 20/4/2026 của UBND tỉnh về kiên cố hóa trường lớp ${primary.raw}.`,
        primary,
      ),
      areaLine(
        '2',
        'Giáo dục trung học',
        `Đổi mới phương pháp dạy học, giáo dục STEM, nghiên cứu khoa học của học sinh; tổ chức kỳ thi chọn học sinh giỏi, kỳ thi tốt nghiệp THPT năm 2027 và tuyển sinh lớp 10; quản lý dạy thêm, học thêm theo Thông tư số 29/2024/TT-BGDĐT ngày 30/12/2024 của Bộ GDĐT ${general.raw}.`,
        general,
      ),
      areaLine(
        '3',
        'Giáo dục nghề nghiệp, giáo dục thường xuyên',
        `Phân luồng học sinh sau THCS; gắn kết nhà trường với doanh nghiệp; xóa mù chữ, học tập suốt đời; hoạt động của các trung tâm ngoại ngữ, tin học, kỹ năng sống ${vocational.raw}.`,
        vocational,
      ),
      areaLine(
        '4',
        'Đội ngũ nhà giáo',
        `Chính sách mới đối với nhà giáo; tuyển dụng, điều động, bồi dưỡng giáo viên; gương nhà giáo tận tụy, sáng tạo; xây dựng văn hóa công sở, đạo đức nhà giáo ${staff.raw}.`,
        staff,
      ),
      areaLine(
        '5',
        'Học sinh, sinh viên và an toàn trường học',
        `Giáo dục lý tưởng, đạo đức, lối sống; phòng, chống đuối nước, ma túy, thuốc lá điện tử, bạo lực học đường; chăm sóc sức khỏe tâm thần học sinh; phong trào thiện nguyện của tuổi trẻ học đường ${students.raw}.`,
        students,
      ),
      areaLine(
        '6',
        'Chuyển đổi số, cải cách hành chính',
        `Học bạ số, tuyển sinh trực tuyến, thanh toán không dùng tiền mặt; công khai thủ tục hành chính; kết quả tiếp nhận và trả lời phản ánh của người dân ${digital.raw}.`,
        digital,
      ),
    ),
    section(
      'III',
      'HÌNH THỨC TRUYỀN THÔNG',
      {},
      ...all(say, '-')(
        'Trên nền tảng số: Cổng thông tin điện tử của Sở GDĐT, website của các trường, fanpage “Giáo dục Trường Khê”, nhóm Zalo đầu mối truyền thông của ngành.',
        'Trên báo chí: Báo và Phát thanh, Truyền hình Trường Khê, các báo Trung ương thường trú tại tỉnh.',
        'Ấn phẩm: Bản tin Giáo dục Trường Khê phát hành theo chuyên đề.',
      ),
    ),
    section(
      'IV',
      'KINH PHÍ THỰC HIỆN',
      {},
      budget(
        'Kinh phí thực hiện được sử dụng từ nguồn chi sự nghiệp giáo dục giao cho các đơn vị và các nguồn huy động hợp pháp khác.',
      ),
    ),
    section(
      'V',
      'TỔ CHỨC THỰC HIỆN',
      {},
      actor(
        '1',
        'Văn phòng Sở',
        '',
        duty(
          'Đầu mối tham mưu, hướng dẫn, đôn đốc thực hiện Kế hoạch; quản trị Cổng thông tin điện tử của Sở GDĐT và fanpage “Giáo dục Trường Khê”. Biên tập, phát hành Bản tin Giáo dục Trường Khê.',
        ),
        duty(
          'Chuẩn bị nội dung họp báo, trả lời báo chí; hằng ngày điểm tin, kịp thời báo cáo Giám đốc Sở những vấn đề phát sinh. Tham mưu tổ chức 02 lớp tập huấn kỹ năng truyền thông trong tháng 10/2026.',
        ),
      ),
      actor(
        '2',
        'Các phòng thuộc Sở',
        '',
        duty(
          'Chủ trì truyền thông lĩnh vực được giao làm đầu mối; mỗi phòng cung cấp ít nhất 02 tin, bài mỗi tháng cho Văn phòng Sở.',
        ),
        duty('Cử 01 công chức tham gia Tổ biên tập của Sở; phối hợp rà soát tin, bài trước khi đăng.'),
      ),
      actor(
        '3',
        'Các trường THPT, trung tâm GDNN-GDTX',
        '',
        duty(
          'Xây dựng kế hoạch của đơn vị, phân công 01 lãnh đạo phụ trách; bảo đảm thông tin của đơn vị được cập nhật thường xuyên.',
        ),
        duty(
          'Mỗi đơn vị gửi ít nhất 03 tin, bài/tháng và 01 phóng sự ảnh/học kỳ về Văn phòng Sở; giới thiệu ít nhất 01 gương người tốt, việc tốt trong năm học.',
        ),
      ),
      actor(
        '4',
        'Phòng Văn hóa - Xã hội các xã, phường, đặc khu',
        '',
        duty(
          'Tham mưu UBND cấp xã chỉ đạo các trường mầm non, tiểu học, THCS trên địa bàn thực hiện Kế hoạch; tuyển chọn, gửi về Sở GDĐT ít nhất 02 tin, bài mỗi tháng.',
        ),
        duty('Phối hợp với nhà trường theo dõi, xử lý thông tin phản ánh về giáo dục trên địa bàn.'),
      ),
    ),
    section(
      'VI',
      'CHẾ ĐỘ BÁO CÁO',
      {},
      ...all(say, '-')(
        'Báo cáo kết quả học kỳ I: gửi về Sở GDĐT (qua Văn phòng) trước ngày 15/01/2027.',
        'Báo cáo tổng kết năm học: gửi về Sở GDĐT (qua Văn phòng) trước ngày 31/5/2027.',
      ),
    ),
  ],
  closing:
    'Trên đây là Kế hoạch công tác truyền thông ngành Giáo dục và Đào tạo năm học 2026-2027. Đề nghị các đơn vị nghiêm túc thực hiện, kịp thời phản ánh vướng mắc về Sở GDĐT để xem xét, giải quyết./.',
  recipients: [
    to('Văn phòng Bộ GDĐT (để b/c)', 'b/c'),
    to('UBND tỉnh (để b/c)', 'b/c'),
    to('Ban Tuyên giáo và Dân vận Tỉnh ủy (để p/h)', 'p/h'),
    to('Lãnh đạo Sở', null),
    to('Các phòng thuộc Sở (để t/h)', 't/h'),
    to('UBND các xã, phường, đặc khu (để p/h)', 'p/h'),
    to('Các trường THPT, trung tâm GDNN-GDTX (để t/h)', 't/h'),
    to('Lưu: VT, VP', 'archive'),
  ],
  signer: {
    lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    mode: 'KT.',
    onBehalfOf: 'GIÁM ĐỐC',
    position: 'PHÓ GIÁM ĐỐC',
    name: 'Hoàng Thị Minh Khuê',
  },
  labels: {
    quotas: [
      quota(
        'Các phòng thuộc Sở',
        'product',
        2,
        'month',
        'tin, bài',
        'mỗi phòng cung cấp ít nhất 02 tin, bài mỗi tháng',
        'Văn phòng Sở',
      ),
      quota('Các phòng thuộc Sở', 'person', 1, null, 'công chức', 'Cử 01 công chức tham gia Tổ biên tập của Sở'),
      quota('Các trường THPT, trung tâm GDNN-GDTX', 'person', 1, null, 'lãnh đạo', 'phân công 01 lãnh đạo phụ trách'),
      quota(
        'Các trường THPT, trung tâm GDNN-GDTX',
        'product',
        3,
        'month',
        'tin, bài',
        'ít nhất 03 tin, bài/tháng',
        'Văn phòng Sở',
      ),
      quota(
        'Các trường THPT, trung tâm GDNN-GDTX',
        'product',
        1,
        'semester',
        'phóng sự ảnh',
        '01 phóng sự ảnh/học kỳ',
        'Văn phòng Sở',
      ),
      quota(
        'Các trường THPT, trung tâm GDNN-GDTX',
        'product',
        1,
        'schoolYear',
        'gương người tốt, việc tốt',
        'giới thiệu ít nhất 01 gương người tốt, việc tốt trong năm học',
      ),
      quota(
        'Phòng Văn hóa - Xã hội các xã, phường, đặc khu',
        'product',
        2,
        'month',
        'tin, bài',
        'gửi về Sở GDĐT ít nhất 02 tin, bài mỗi tháng',
        'Sở GDĐT',
      ),
    ],
    deliverables: [
      deliverable(
        'Văn phòng Sở',
        2,
        'lớp tập huấn',
        '2026-10',
        'tổ chức 02 lớp tập huấn kỹ năng truyền thông trong tháng 10/2026',
      ),
    ],
    reporting: [
      report(
        null,
        'Sở GDĐT (qua Văn phòng)',
        'kết quả học kỳ I',
        '2027-01-15',
        'Báo cáo kết quả học kỳ I: gửi về Sở GDĐT (qua Văn phòng) trước ngày 15/01/2027',
      ),
      report(
        null,
        'Sở GDĐT (qua Văn phòng)',
        'tổng kết năm học',
        '2027-05-31',
        'Báo cáo tổng kết năm học: gửi về Sở GDĐT (qua Văn phòng) trước ngày 31/5/2027',
      ),
    ],
    channels: [
      channel('portal', 'Cổng thông tin điện tử của Sở GDĐT'),
      channel('website', 'website của các trường'),
      channel('fanpage', 'fanpage “Giáo dục Trường Khê”'),
      channel('zalo', 'nhóm Zalo đầu mối truyền thông của ngành'),
      channel('press', 'Báo và Phát thanh, Truyền hình Trường Khê'),
      channel('press', 'các báo Trung ương thường trú tại tỉnh'),
      channel('bulletin', 'Bản tin Giáo dục Trường Khê'),
    ],
    cited: [
      ref(
        'Đề án',
        '14/ĐA-UBND',
        '2026-04-20',
        'UBND tỉnh',
        'về kiên cố hóa trường lớp',
        'Đề án số 14/ĐA-UBND ngày 20/4/2026',
      ),
      ref(
        'Thông tư',
        '29/2024/TT-BGDĐT',
        '2024-12-30',
        'Bộ GDĐT',
        null,
        'Thông tư số 29/2024/TT-BGDĐT ngày 30/12/2024',
      ),
    ],
    abbreviations: [],
    budget: {
      source: 'nguồn chi sự nghiệp giáo dục giao cho các đơn vị và các nguồn huy động hợp pháp khác',
      amount: null,
      year: null,
    },
    noise: [{ kind: 'blankNumber', what: 'number and day are left blank for the register' }],
  },
  layout: { numbering: 'automatic', header: 'cells', signature: 'stacked', blankLines: true, extra: ['vni'] },
};

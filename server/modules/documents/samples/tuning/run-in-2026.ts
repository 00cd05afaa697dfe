import {
  base,
  budget,
  channel,
  deliverable,
  duty,
  intro,
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
import type { AreaLabel, Heading, Leaf, Node, SamplePlan } from '../source.ts';

/** A bold title that its paragraph follows in the same line; nothing is numbered. */
const about = (title: string, runIn: Leaf, ...more: Node[]): Heading =>
  section(null, title, { tail: ':', runIn }, ...more);
const topic = (title: string, text: string, area: AreaLabel | true): Heading =>
  part(null, title, { tail: ':', runIn: item(text), area });
const who = (title: string, text: string): Heading => part(null, title, { tail: ':', runIn: duty(text), actor: {} });

const council = 'Theo Nghị quyết số 05/NQ-HĐT ngày 08/01/2026 của Hội đồng trường về phương hướng, nhiệm vụ năm 2026;';

export const plan: SamplePlan = {
  name: 'run-in-2026',
  level: 'college',
  shape:
    'A teacher-training college in continuous paragraphs: bold run-in headings (“Về mục đích:”) that the text loses, nothing numbered, few figures',
  header: {
    parent: ['UBND TỈNH ĐÔNG HẢI'],
    body: ['TRƯỜNG CAO ĐẲNG SƯ PHẠM', 'ĐÔNG HẢI'],
    number: 'Số:      /KH-CĐSP',
    placeDate: 'Đông Hải, ngày 27 tháng 01 năm 2026',
    gold: {
      parentBody: { value: 'UBND tỉnh Đông Hải', stated: true, inferred: null },
      issuingBody: { value: 'Trường Cao đẳng Sư phạm Đông Hải', short: 'Trường CĐSP Đông Hải', stated: true },
      number: null,
      symbol: 'KH-CĐSP',
      place: 'Đông Hải',
      date: { day: 27, month: 1, year: 2026, iso: '2026-01-27', complete: true },
    },
  },
  docType: 'KẾ HOẠCH',
  titleLines: ['Về công tác truyền thông của Trường Cao đẳng Sư phạm Đông Hải năm 2026'],
  titleNorm: 'Về công tác truyền thông của Trường Cao đẳng Sư phạm Đông Hải năm 2026',
  period: { kind: 'calendarYear', from: 2026, to: 2026, statedIn: 'title' },
  preamble: [
    base('Căn cứ', 'Nghị định', '13/2023/NĐ-CP', '17/4/2023', 'Chính phủ', 'về bảo vệ dữ liệu cá nhân'),
    base(
      'Căn cứ',
      'Quyết định',
      '1460/QĐ-UBND',
      '11/7/2025',
      'Ủy ban nhân dân tỉnh Đông Hải',
      'về việc sắp xếp, tổ chức lại Trường Cao đẳng Sư phạm Đông Hải',
    ),
    preambleLine(council, {
      lead: 'Theo',
      type: 'Nghị quyết',
      ref: '05/NQ-HĐT',
      issuer: 'Hội đồng trường',
      date: '2026-01-08',
      title: 'về phương hướng, nhiệm vụ năm 2026',
      text: council,
    }),
  ],
  opening:
    'Nhà trường ban hành Kế hoạch về công tác truyền thông năm 2026 để các phòng, khoa, tổ chức đoàn thể, viên chức và sinh viên thống nhất thực hiện như sau:',
  body: [
    about(
      'Về mục đích',
      purpose(
        'Năm 2026 là năm đầu nhà trường hoạt động theo mô hình mới sau sắp xếp; công tác truyền thông nhằm giúp xã hội hiểu rõ sứ mạng đào tạo, bồi dưỡng giáo viên của nhà trường, thu hút học sinh giỏi vào ngành sư phạm và giữ vững niềm tin của các trường thực hành, của cựu sinh viên.',
      ),
    ),
    about(
      'Về yêu cầu',
      requirement(
        'Mỗi thông tin đưa ra phải có người chịu trách nhiệm, có số liệu kiểm chứng được và phù hợp với chuẩn mực nhà giáo; tuyệt đối không đăng tải hình ảnh trẻ em tại trường mầm non thực hành khi chưa có sự đồng ý của gia đình.',
      ),
    ),
    about(
      'Về nội dung',
      intro('Nhà trường tập trung vào bốn mảng việc sau đây.'),
      topic(
        'Tuyển sinh và việc làm',
        'giới thiệu các ngành Giáo dục Mầm non, Giáo dục Tiểu học, chính sách hỗ trợ tiền đóng học phí, chi phí sinh hoạt cho sinh viên sư phạm; tỷ lệ sinh viên có việc làm sau tốt nghiệp. Giao Phòng Đào tạo chủ trì mảng này.',
        { focal: ['Phòng Đào tạo'], raw: 'Giao Phòng Đào tạo chủ trì mảng này' },
      ),
      topic(
        'Bồi dưỡng giáo viên',
        'thông tin về các khóa bồi dưỡng thường xuyên, bồi dưỡng dạy học hai buổi một ngày và sử dụng trí tuệ nhân tạo cho giáo viên trong tỉnh (Trung tâm Bồi dưỡng nhà giáo làm đầu mối, các khoa phối hợp).',
        {
          focal: ['Trung tâm Bồi dưỡng nhà giáo'],
          with: ['các khoa'],
          raw: '(Trung tâm Bồi dưỡng nhà giáo làm đầu mối, các khoa phối hợp)',
        },
      ),
      topic(
        'Nghiên cứu khoa học',
        'phổ biến kết quả đề tài, sáng kiến có thể áp dụng ngay tại trường mầm non, tiểu học; tôn vinh giảng viên trẻ. Đầu mối: Phòng Khoa học và Hợp tác.',
        { focal: ['Phòng Khoa học và Hợp tác'], raw: 'Đầu mối: Phòng Khoa học và Hợp tác' },
      ),
      topic(
        'Đời sống sinh viên',
        'phản ánh thực tập sư phạm ở xã đảo, phong trào tình nguyện, văn hóa giao tiếp; hỗ trợ tâm lý cho sinh viên xa nhà.',
        true,
      ),
    ),
    about(
      'Về kênh thông tin',
      say(
        'Các nội dung trên được đăng trước hết trên cổng thông tin điện tử của nhà trường và fanpage “Sư phạm Đông Hải”, sau đó chia sẻ lên kênh YouTube của khoa Giáo dục Mầm non; những vấn đề lớn gửi Báo và Phát thanh, Truyền hình Đông Hải. Với học sinh lớp 12, nhà trường tổ chức ngày hội tư vấn tuyển sinh và phát tờ rơi tại các trường THPT; với cựu sinh viên, nhà trường gửi thư điện tử theo danh sách của từng khóa.',
      ),
    ),
    about(
      'Về giải pháp',
      solution(
        'Thành lập Ban Biên tập do Phó Hiệu trưởng làm Trưởng ban; ban hành quy trình biên tập, trong đó bài về tuyển sinh phải qua hai lần kiểm tra số liệu.',
      ),
      solution(
        'Huy động sinh viên các khoa tham gia câu lạc bộ truyền thông; coi sản phẩm truyền thông tốt là một nội dung đánh giá rèn luyện.',
      ),
      solution(
        'Định kỳ đo mức độ hài lòng của người học về thông tin của nhà trường, lấy kết quả đó để điều chỉnh nội dung.',
      ),
    ),
    about('Về kinh phí', budget('Kinh phí lấy từ nguồn thu hợp pháp của nhà trường năm 2026.')),
    about(
      'Về phân công thực hiện',
      say('Các đơn vị và cá nhân có trách nhiệm như sau.'),
      who(
        'Phòng Hành chính - Tổng hợp',
        'là đầu mối giúp Hiệu trưởng theo dõi Kế hoạch; quản trị cổng thông tin điện tử, mỗi tuần đăng ít nhất ba tin; xuất bản nội san “Nghề giáo” hai số trong năm; báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026.',
      ),
      who(
        'Phòng Đào tạo và Phòng Khoa học và Hợp tác',
        'cung cấp số liệu, mỗi phòng gửi Ban Biên tập tối thiểu một bài mỗi tháng; cử một viên chức trực tư vấn tuyển sinh trong mùa thi.',
      ),
      who(
        'Các khoa, trường mầm non thực hành',
        'mỗi đơn vị gửi ít nhất 08 tin, bài/năm học về Ban Biên tập; giới thiệu giảng viên trả lời phỏng vấn khi báo chí có yêu cầu.',
      ),
      who(
        'Đoàn Thanh niên, Hội Sinh viên',
        'phụ trách fanpage và câu lạc bộ truyền thông; tổ chức cuộc thi video “Em chọn nghề giáo”, công bố kết quả trước ngày 15/5/2026.',
      ),
    ),
  ],
  closing:
    'Nhận được Kế hoạch này, đề nghị trưởng các đơn vị phổ biến đến từng viên chức, sinh viên và tổ chức thực hiện; có gì vướng mắc, báo cáo Hiệu trưởng qua Phòng Hành chính - Tổng hợp./.',
  recipients: [
    to('UBND tỉnh (thay báo cáo)', 'b/c'),
    to('Sở GDĐT (để phối hợp)', 'p/h'),
    to('Đảng ủy, Hội đồng trường, Ban Giám hiệu (để chỉ đạo)', null),
    to('Các đơn vị trong trường (để thực hiện)', 't/h'),
    to('Cổng TTĐT', null),
    to('Lưu: VT, HCTH', 'archive'),
  ],
  signer: {
    lines: ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG'],
    mode: 'KT.',
    onBehalfOf: 'HIỆU TRƯỞNG',
    position: 'PHÓ HIỆU TRƯỞNG',
    name: 'Tôn Nữ Diễm Khuê',
  },
  labels: {
    quotas: [
      quota('Phòng Hành chính - Tổng hợp', 'product', 3, 'week', 'tin', 'mỗi tuần đăng ít nhất ba tin'),
      quota(
        'Phòng Đào tạo và Phòng Khoa học và Hợp tác',
        'product',
        1,
        'month',
        'bài',
        'mỗi phòng gửi Ban Biên tập tối thiểu một bài mỗi tháng',
        'Ban Biên tập',
      ),
      quota(
        'Phòng Đào tạo và Phòng Khoa học và Hợp tác',
        'person',
        1,
        null,
        'viên chức',
        'cử một viên chức trực tư vấn tuyển sinh trong mùa thi',
      ),
      quota(
        'Các khoa, trường mầm non thực hành',
        'product',
        8,
        'schoolYear',
        'tin, bài',
        'mỗi đơn vị gửi ít nhất 08 tin, bài/năm học về Ban Biên tập',
        'Ban Biên tập',
      ),
    ],
    deliverables: [
      deliverable(
        'Phòng Hành chính - Tổng hợp',
        2,
        'số nội san “Nghề giáo”',
        '2026',
        'xuất bản nội san “Nghề giáo” hai số trong năm',
      ),
      deliverable(
        'Đoàn Thanh niên, Hội Sinh viên',
        null,
        'cuộc thi video',
        '2026-05-15',
        'tổ chức cuộc thi video “Em chọn nghề giáo”, công bố kết quả trước ngày 15/5/2026',
      ),
    ],
    reporting: [
      report(
        'Phòng Hành chính - Tổng hợp',
        'Ủy ban nhân dân tỉnh',
        'kết quả',
        '2026-12-20',
        'báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026',
      ),
    ],
    channels: [
      channel('portal', 'cổng thông tin điện tử của nhà trường'),
      channel('fanpage', 'fanpage “Sư phạm Đông Hải”'),
      channel('social', 'kênh YouTube của khoa Giáo dục Mầm non'),
      channel('press', 'Báo và Phát thanh, Truyền hình Đông Hải'),
      channel('event', 'ngày hội tư vấn tuyển sinh'),
      channel('publication', 'tờ rơi', 'main', 'tờ rơi tại các trường THPT'),
      channel('email', 'thư điện tử', 'main', 'thư điện tử theo danh sách của từng khóa'),
      channel('publication', 'nội san “Nghề giáo”', 'other'),
    ],
    cited: [],
    budget: {
      source: 'nguồn thu hợp pháp của nhà trường năm 2026',
      amount: null,
      year: 2026,
    },
    noise: [{ kind: 'boldLost', what: 'the run-in headings are bold in the file and plain in the text' }],
  },
  layout: { numbering: 'typed', extra: ['web'], header: 'rows', signature: 'stacked', blankLines: true },
};

import type { DocumentBlock, DocumentCell, DocumentTable, PlanDocument } from '#lib/plan-document.ts';

/*
 * Three plans of our own fiction, in the three shapes that officials write: a province's department with a matrix over
 * two pages, a nursery's short plan, a ministry's with a wide matrix and numbers that no automatic list would print.
 * Tests and the bench print them; bodies, places and persons do not exist.
 */

const cells = (...texts: (string | DocumentCell)[]): DocumentCell[] =>
  texts.map((text) => (typeof text === 'string' ? { text } : text));
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (number: string | null, text: string): DocumentBlock => ({ kind: 'heading', number, text });
const dash = (text: string): DocumentBlock => ({ kind: 'dash', text });
const lead = (number: string | null, title: string, text: string): DocumentBlock => ({
  kind: 'lead',
  number,
  lead: title,
  text,
});

const departmentMatrix: DocumentTable = {
  columns: [
    { title: 'TT', width: 6, align: 'center' },
    { title: 'Nội dung', width: 30 },
    { title: 'Sản phẩm', width: 24 },
    { title: 'Đơn vị chủ trì', width: 18 },
    { title: 'Thời gian', width: 14, align: 'center' },
    { title: 'Đơn vị phối hợp', width: 22 },
  ],
  rows: [
    cells({ text: 'I', bold: true }, { text: 'Truyền thông chính sách', bold: true, colSpan: 5 }),
    cells(
      '1',
      { text: 'Tuyên truyền Luật Nhà giáo và các văn bản hướng dẫn thi hành', rowSpan: 3 },
      '02 bài trên Báo Thanh Hà',
      { text: 'Văn phòng Sở', rowSpan: 3 },
      'Quý I',
      'Báo Thanh Hà',
    ),
    cells('2', '01 phóng sự truyền hình', 'Quý II', 'Đài Phát thanh và Truyền hình tỉnh'),
    cells('3', '12 tin trên Cổng thông tin điện tử của Sở', 'Hằng tháng', 'Các phòng thuộc Sở'),
    cells(
      '4',
      'Giới thiệu chương trình giáo dục mầm non sửa đổi',
      '04 bài, 02 đồ họa thông tin',
      'Phòng Giáo dục Mầm non',
      'Quý I, Quý III',
      'Các trường mầm non thí điểm; UBND các xã, phường',
    ),
    cells(
      '5',
      'Hướng nghiệp, phân luồng học sinh sau trung học cơ sở',
      '01 chuyên đề gồm 03 bài báo; 01 tọa đàm trực tuyến',
      'Phòng Giáo dục Phổ thông',
      'Tháng 3 - Tháng 5',
      'Các trung tâm GDNN-GDTX; Tỉnh đoàn; Báo Thanh Hà',
    ),
    cells(
      '6',
      'Kỳ thi tốt nghiệp trung học phổ thông năm 2026',
      '20 tin, bài; 01 buổi họp báo; đường dây nóng',
      'Phòng Quản lý chất lượng',
      'Tháng 5 - Tháng 7',
      'Công an tỉnh; Sở Y tế; Đài Phát thanh và Truyền hình tỉnh',
    ),
    cells({ text: 'II', bold: true }, { text: 'Truyền thông nội bộ', bold: true, colSpan: 5 }),
    cells(
      '7',
      'Phổ biến nhiệm vụ trọng tâm năm học đến từng cán bộ, giáo viên, nhân viên',
      'Bộ tài liệu hỏi - đáp; 100 % đơn vị xác nhận đã phổ biến',
      'Văn phòng Sở',
      'Tháng 8 - Tháng 9',
      'Công đoàn ngành Giáo dục',
    ),
    cells('8', 'Bản tin điện tử của Ngành', '04 số/năm', 'Văn phòng Sở', 'Hằng quý', 'Tất cả đơn vị trực thuộc'),
    cells(
      '9',
      'Tập huấn kỹ năng viết tin, chụp ảnh và xử lý thông tin trên mạng xã hội',
      '03 lớp, 180 học viên',
      'Phòng Tổ chức cán bộ',
      'Quý II',
      'Hội Nhà báo tỉnh',
    ),
    cells({ text: 'III', bold: true }, { text: 'Gương người tốt, việc tốt', bold: true, colSpan: 5 }),
    cells(
      '10',
      'Cuộc thi viết “Người lái đò thầm lặng” năm 2026',
      'Từ 300 bài dự thi trở lên; trao 25 giải',
      'Công đoàn ngành Giáo dục',
      'Tháng 9 - Tháng 11',
      'Báo Thanh Hà; Hội Văn học nghệ thuật tỉnh',
    ),
    cells(
      '11',
      'Phóng sự về giáo viên cắm bản',
      '05 phóng sự ngắn, mỗi phóng sự từ 03 đến 05 phút',
      'Văn phòng Sở',
      'Quý IV',
      'Các xã Nậm Lung, Tà Sín, Mường Khoa',
    ),
    cells(
      '12',
      'Chuyên mục “Trường học hạnh phúc”',
      'Mỗi tuần 01 bài',
      'Phòng Giáo dục Phổ thông',
      'Cả năm',
      'Các trường tiểu học, trung học cơ sở, trung học phổ thông',
    ),
    cells({ text: 'IV', bold: true }, { text: 'Tiếp nhận, xử lý thông tin', bold: true, colSpan: 5 }),
    cells(
      '13',
      'Điểm báo về giáo dục của tỉnh',
      'Bản điểm tin hằng ngày',
      'Văn phòng Sở',
      'Ngày làm việc',
      'Các phòng thuộc Sở',
    ),
    cells(
      '14',
      'Diễn tập xử lý sự cố truyền thông',
      '02 cuộc diễn tập, 01 bộ quy trình',
      'Văn phòng Sở',
      'Quý I, Quý III',
      'Công an tỉnh; Sở Văn hóa, Thể thao và Du lịch',
    ),
    cells(
      '15',
      'Hộp thư góp ý của phụ huynh',
      'Trả lời trong 05 ngày làm việc',
      'Thanh tra, pháp chế',
      'Cả năm',
      'Hiệu trưởng các trường',
    ),
  ],
};

export const departmentPlan: PlanDocument = {
  upperBody: 'Ủy ban nhân dân tỉnh Thanh Hà',
  issuingBody: 'Sở Giáo dục và Đào tạo',
  number: '7',
  symbol: 'KH-SGDĐT',
  place: 'Thanh Hà',
  date: '2026-02-05',
  year: 2026,
  docType: 'Kế hoạch',
  title: 'Truyền thông về giáo dục và đào tạo trên địa bàn tỉnh Thanh Hà năm 2026',
  bases: [
    'Căn cứ Luật Nhà giáo ngày 16 tháng 6 năm 2025',
    'Căn cứ Kế hoạch số 12/KH-BGDĐT ngày 08 tháng 01 năm 2026 của Bộ Giáo dục và Đào tạo về truyền thông giáo dục năm 2026;',
    'Căn cứ Quyết định số 45/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Thanh Hà về việc giao nhiệm vụ trọng tâm năm 2026.',
  ],
  opening:
    'Sở Giáo dục và Đào tạo xây dựng Kế hoạch truyền thông về giáo dục và đào tạo trên địa bàn tỉnh Thanh Hà năm 2026 với các nội dung sau:',
  sections: [
    {
      numeral: 'I',
      title: 'Mục đích, yêu cầu',
      blocks: [
        heading('1', 'Mục đích'),
        paragraph(
          'Thông tin kịp thời, chính xác, đầy đủ về chủ trương, chính sách của Đảng, pháp luật của Nhà nước trong lĩnh vực giáo dục và đào tạo; tạo sự thống nhất trong nhận thức, sự đồng thuận của phụ huynh, học sinh và các tầng lớp Nhân dân đối với những đổi mới của Ngành.',
        ),
        paragraph(
          'Phát hiện, biểu dương những tập thể, cá nhân điển hình tiên tiến; nhân rộng cách làm hay, mô hình hiệu quả ở cơ sở, nhất là tại các xã vùng cao, vùng có đông đồng bào dân tộc thiểu số.',
        ),
        heading('2', 'Yêu cầu'),
        dash(
          'Nội dung truyền thông bám sát nhiệm vụ trọng tâm của năm học, phù hợp với từng nhóm đối tượng, dễ hiểu, dễ nhớ, dễ làm theo;',
        ),
        dash(
          'Mỗi đơn vị phân công một lãnh đạo phụ trách và một người làm đầu mối; bảo đảm nguyên tắc phát ngôn, bảo vệ bí mật nhà nước, dữ liệu cá nhân và quyền riêng tư của trẻ em;',
        ),
        dash('Các hoạt động có sản phẩm cụ thể, đo đếm được, có địa chỉ đăng tải và được tổng hợp báo cáo hằng quý.'),
      ],
    },
    {
      numeral: 'II',
      title: 'Nội dung truyền thông',
      blocks: [
        lead(
          '1',
          'Giáo dục mầm non',
          'Tập trung truyền thông về việc triển khai chương trình giáo dục mầm non sửa đổi; phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi; bảo đảm an toàn, dinh dưỡng và chất lượng bữa ăn bán trú; công tác phối hợp giữa nhà trường và gia đình trong chăm sóc trẻ (Phòng Giáo dục Mầm non làm đầu mối).',
        ),
        lead(
          '2',
          'Giáo dục phổ thông',
          'Truyền thông về đổi mới phương pháp dạy học, kiểm tra, đánh giá theo hướng phát triển phẩm chất, năng lực học sinh; giáo dục STEM, giáo dục địa phương; xây dựng trường học hạnh phúc; công tác hướng nghiệp và phân luồng sau trung học cơ sở (Phòng Giáo dục Phổ thông làm đầu mối).',
        ),
        lead(
          '3',
          'Chuyển đổi số trong giáo dục',
          'Giới thiệu học bạ số, cơ sở dữ liệu ngành, thanh toán không dùng tiền mặt và dịch vụ công trực tuyến về tuyển sinh; hướng dẫn phụ huynh tra cứu thông tin trên Cổng thông tin điện tử https://sogddt.thanhha.example/tuyen-sinh/huong-dan-nop-ho-so-truc-tuyen-nam-hoc-2026-2027 (Văn phòng Sở làm đầu mối).',
        ),
        lead(
          '4',
          'Đội ngũ nhà giáo và cán bộ quản lý giáo dục',
          'Truyền thông về Luật Nhà giáo, chế độ, chính sách mới; tấm gương nhà giáo tận tụy, sáng tạo; các phong trào thi đua và kỷ niệm 44 năm ngày Nhà giáo Việt Nam 20-11 (Phòng Tổ chức cán bộ làm đầu mối).',
        ),
      ],
    },
    {
      numeral: 'III',
      title: 'Giải pháp thực hiện',
      blocks: [
        heading('1', 'Hoàn thiện bộ máy, nâng cao năng lực'),
        heading('1.1', 'Kiện toàn đầu mối truyền thông'),
        paragraph(
          'Các đơn vị ban hành quyết định phân công người phụ trách, người làm đầu mối và công bố người phát ngôn trên trang thông tin điện tử của đơn vị trước ngày 28 tháng 02 năm 2026.',
        ),
        heading('1.2', 'Tập huấn'),
        paragraph(
          'Tổ chức 03 lớp tập huấn về kỹ năng viết tin, bài, chụp ảnh, xử lý sự cố truyền thông và phát ngôn, cung cấp thông tin cho báo chí.',
        ),
        heading('2', 'Đa dạng hình thức, sản phẩm'),
        paragraph(
          'Kết hợp báo chí, cổng và trang thông tin điện tử, mạng xã hội, hệ thống truyền thanh cơ sở, bản tin điện tử, sinh hoạt dưới cờ và họp cha mẹ học sinh; tăng cường đồ họa thông tin, phim ngắn, phát thanh bằng tiếng dân tộc.',
        ),
        heading('3', 'Theo dõi, phân tích dư luận'),
        paragraph(
          'Duy trì điểm báo hằng ngày; nhận diện sớm các vấn đề được xã hội quan tâm; cung cấp thông tin chính thức trong thời hạn quy định; công khai kết quả xử lý.',
        ),
      ],
    },
    {
      numeral: 'IV',
      title: 'Các hoạt động cụ thể',
      blocks: [
        paragraph('Các hoạt động, sản phẩm, thời gian và đơn vị thực hiện trong năm 2026 như sau:'),
        { kind: 'table', table: departmentMatrix },
      ],
    },
    {
      numeral: 'V',
      title: 'Tổ chức thực hiện',
      blocks: [
        heading('1', 'Văn phòng Sở'),
        paragraph(
          'Là đầu mối tham mưu, theo dõi, đôn đốc việc thực hiện Kế hoạch; biên tập tin, bài của các đơn vị; chọn tin, bài tiêu biểu gửi Bộ Giáo dục và Đào tạo, Ban Tuyên giáo và Dân vận Tỉnh ủy và các cơ quan báo chí.',
        ),
        heading('2', 'Các phòng thuộc Sở'),
        paragraph(
          'Chủ động cung cấp thông tin thuộc lĩnh vực phụ trách; mỗi tháng có ít nhất 02 tin, bài; phối hợp trả lời các vấn đề dư luận quan tâm.',
        ),
        heading('3', 'Ủy ban nhân dân các xã, phường'),
        paragraph(
          'Chỉ đạo Phòng Văn hóa - Xã hội, các trường mầm non, tiểu học, trung học cơ sở trên địa bàn xây dựng kế hoạch truyền thông của đơn vị và báo cáo kết quả trước ngày 20 của tháng cuối quý.',
        ),
        heading('4', 'Các trường trung học phổ thông, trung tâm GDNN-GDTX'),
        paragraph(
          'Xây dựng kế hoạch của đơn vị trước ngày 28 tháng 02 năm 2026; mỗi tổ chuyên môn có ít nhất 01 tin, bài mỗi tháng; mỗi học kỳ nộp 10 ảnh hoạt động tiêu biểu.',
        ),
      ],
    },
  ],
  closing:
    'Trên đây là Kế hoạch truyền thông về giáo dục và đào tạo trên địa bàn tỉnh Thanh Hà năm 2026, đề nghị các đơn vị nghiêm túc triển khai thực hiện. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở (qua Văn phòng) để được hướng dẫn, giải quyết.',
  recipients: [
    'Bộ Giáo dục và Đào tạo (để b/c)',
    'UBND tỉnh (để b/c)',
    'Ban Tuyên giáo và Dân vận Tỉnh ủy (để p/h)',
    'Báo Thanh Hà, Đài PT-TH tỉnh (để p/h)',
    'Giám đốc, các Phó Giám đốc Sở',
    'UBND các xã, phường',
    'Các phòng thuộc Sở',
    'Các đơn vị trực thuộc Sở (để t/h)',
    'Cổng thông tin điện tử của Sở',
    'Lưu: VT, VP (Hoa03b)',
  ],
  signerTitle: ['KT. Giám đốc', 'Phó Giám đốc'],
  signerName: 'Lò Văn Khánh',
  draftMark: null,
};

export const nurseryPlan: PlanDocument = {
  upperBody: 'Ủy ban nhân dân xã Tà Sín',
  issuingBody: 'Trường Mầm non Hoa Ban',
  number: null,
  symbol: 'KH-MNHB',
  place: 'Tà Sín',
  date: null,
  year: 2026,
  docType: 'Kế hoạch',
  title: 'Công tác truyền thông năm học 2026-2027',
  bases: [
    'Căn cứ Kế hoạch số 07/KH-SGDĐT ngày 05 tháng 02 năm 2026 của Sở Giáo dục và Đào tạo tỉnh Thanh Hà về truyền thông giáo dục năm 2026',
    'Căn cứ tình hình thực tế của nhà trường',
  ],
  opening: 'Trường Mầm non Hoa Ban xây dựng kế hoạch công tác truyền thông năm học 2026-2027 như sau:',
  sections: [
    {
      numeral: 'I',
      title: 'Mục đích, yêu cầu',
      blocks: [
        dash('Giúp cha mẹ trẻ và cộng đồng hiểu đúng về chăm sóc, giáo dục trẻ mầm non;'),
        dash('Mọi hình ảnh của trẻ được đăng khi có sự đồng ý của cha mẹ hoặc người giám hộ.'),
      ],
    },
    {
      numeral: 'II',
      title: 'Nội dung và chỉ tiêu',
      blocks: [
        heading('1', 'Nội dung'),
        paragraph(
          'Tuyên truyền về đưa trẻ 5 tuổi đến lớp đúng độ tuổi, bữa ăn đủ chất, tiêm chủng, phòng bệnh theo mùa, chuẩn bị tiếng Việt cho trẻ em dân tộc thiểu số trước khi vào lớp Một.',
        ),
        heading('2', 'Chỉ tiêu'),
        {
          kind: 'table',
          table: {
            columns: [
              { title: 'Bộ phận', width: 30 },
              { title: 'Sản phẩm', width: 40 },
              { title: 'Số lượng', width: 15, align: 'right' },
              { title: 'Thời hạn', width: 25, align: 'center' },
            ],
            rows: [
              cells('Tổ Nhà trẻ', 'Tin, bài trên trang thông tin của trường', '2', 'Hằng tháng'),
              cells('Tổ Mẫu giáo', 'Tin, bài trên trang thông tin của trường', '4', 'Hằng tháng'),
              cells('Tổ Văn phòng', 'Thực đơn công khai trên bảng tin', '1', 'Hằng tuần'),
              cells('Ban Giám hiệu', 'Buổi phát thanh tại bản', '9', 'Cả năm học'),
            ],
          },
        },
      ],
    },
    {
      numeral: 'III',
      title: 'Tổ chức thực hiện',
      blocks: [
        paragraph(
          'Hiệu trưởng phụ trách chung, duyệt tin, bài trước khi đăng. Phó Hiệu trưởng là người làm đầu mối, tổng hợp, báo cáo Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) vào ngày 25 hằng tháng.',
        ),
      ],
    },
  ],
  closing: 'Trên đây là kế hoạch công tác truyền thông năm học 2026-2027 của Trường Mầm non Hoa Ban./.',
  recipients: ['UBND xã (báo cáo);', '- Các tổ chuyên môn (thực hiện);', '- Lưu: VT.'],
  signerTitle: ['HIỆU TRƯỞNG'],
  signerName: 'Quàng Thị Mai Lan',
  draftMark: 'Dự thảo',
};

const ministryMatrix: DocumentTable = {
  columns: [
    { title: 'TT', width: 5, align: 'center' },
    { title: 'Nội dung hoạt động', width: 32 },
    { title: 'Sản phẩm đầu ra', width: 28 },
    { title: 'Đơn vị chủ trì', width: 20 },
    { title: 'Đơn vị phối hợp', width: 24 },
    { title: 'Thời gian hoàn thành', width: 14, align: 'center' },
    { title: 'Kinh phí (triệu đồng)', width: 13, align: 'right' },
    { title: 'Ghi chú', width: 14 },
  ],
  rows: [
    cells(
      '1',
      'Chiến dịch truyền thông “Mỗi ngày đến trường là một ngày vui”',
      '20 bài báo, 08 phóng sự chuyên đề, 01 phim tài liệu',
      'Văn phòng Bộ',
      'Các sở giáo dục và đào tạo; cơ quan báo chí trung ương',
      'Tháng 12/2026',
      '1.250',
      'Có đề án riêng',
    ),
    cells(
      '2',
      'Truyền thông về miễn, hỗ trợ học phí',
      '10 bài báo; bộ câu hỏi - đáp',
      'Vụ Kế hoạch - Tài chính',
      'Văn phòng Bộ',
      'Quý III',
      '180',
      '',
    ),
    cells(
      '3',
      'Truyền thông về học bạ số và văn bằng số',
      { text: '05 bài báo\n02 đồ họa thông tin\n01 phim hướng dẫn' },
      'Cục Khoa học, Công nghệ và Thông tin',
      'Cục Quản lý chất lượng',
      'Quý II - Quý IV',
      '320',
      '',
    ),
    cells(
      '4',
      'Giải báo chí “Vì sự nghiệp Giáo dục Việt Nam”',
      '01 lễ trao giải, truyền hình trực tiếp',
      'Báo Giáo dục ngày mới',
      'Công đoàn Giáo dục; Hội Nhà báo',
      '15/11/2026',
      '2.400',
      'Xã hội hóa 60 %',
    ),
    cells({ text: 'Tổng cộng', bold: true, colSpan: 6 }, { text: '4.150', bold: true }, ''),
  ],
};

export const ministryPlan: PlanDocument = {
  upperBody: null,
  issuingBody: 'Bộ Giáo dục và Đào tạo',
  number: '312',
  symbol: 'KH-BGDĐT',
  place: 'Hà Nội',
  date: '2026-03-16',
  year: 2026,
  docType: 'Kế hoạch',
  title: 'Triển khai công tác truyền thông chính sách giáo dục năm 2026 và giai đoạn 2026-2030',
  bases: [],
  opening:
    'Thực hiện chương trình công tác năm 2026, Bộ Giáo dục và Đào tạo ban hành Kế hoạch triển khai công tác truyền thông chính sách giáo dục năm 2026 và giai đoạn 2026-2030, cụ thể như sau:',
  sections: [
    {
      numeral: 'I',
      title: 'Mục tiêu',
      blocks: [
        heading('a)', 'Mục tiêu chung'),
        paragraph(
          'Nâng cao hiệu quả công tác truyền thông chính sách; chủ động cung cấp thông tin, tạo đồng thuận xã hội đối với các chủ trương lớn về đổi mới giáo dục.',
        ),
        heading('b)', 'Mục tiêu cụ thể'),
        dash('100 % sở giáo dục và đào tạo công bố người phát ngôn và có kế hoạch truyền thông năm;'),
        dash('Ít nhất 80 % phản ánh của báo chí được trả lời trong thời hạn quy định.'),
      ],
    },
    {
      numeral: 'II',
      title: 'Nhiệm vụ, giải pháp',
      blocks: [
        heading('1', 'Nhiệm vụ chung'),
        paragraph(
          'Các đơn vị thuộc Bộ, các sở giáo dục và đào tạo đưa nội dung truyền thông vào chương trình công tác ngay từ khâu xây dựng chính sách; mỗi chính sách mới có thông điệp chính, bộ tài liệu hỏi - đáp và lịch truyền thông kèm theo.',
        ),
        heading('3', 'Nhiệm vụ cụ thể'),
        paragraph('Các nhiệm vụ cụ thể và kinh phí thực hiện trong năm 2026:'),
        { kind: 'table', table: ministryMatrix },
      ],
    },
    {
      numeral: 'III',
      title: 'Tổ chức thực hiện',
      blocks: [
        lead(
          null,
          'Văn phòng Bộ',
          'chủ trì, phối hợp với các đơn vị liên quan theo dõi, đôn đốc, tổng hợp kết quả, báo cáo Bộ trưởng trước ngày 15 tháng 12 hằng năm.',
        ),
        lead(
          null,
          'Các sở giáo dục và đào tạo',
          'xây dựng kế hoạch của địa phương, gửi về Bộ trước ngày 15 tháng 4 năm 2026.',
        ),
      ],
    },
  ],
  closing: null,
  recipients: [
    'Bộ trưởng (để b/c)',
    'Các Thứ trưởng',
    'Các đơn vị thuộc Bộ',
    'Các sở giáo dục và đào tạo',
    'Lưu: VT, VP',
  ],
  signerTitle: ['TL. Bộ trưởng', 'Chánh Văn phòng'],
  signerName: 'Hoàng Minh Quế',
  draftMark: null,
};

export const samplePlans = { department: departmentPlan, nursery: nurseryPlan, ministry: ministryPlan };

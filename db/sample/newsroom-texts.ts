import type { Scene } from './scenes.ts';

/** A story of the sample: whose it is, what it says, and how far it has come. All of it is invented. */
export interface SampleStory {
  key: string;
  unit: string;
  team?: string;
  /** Mailboxes with their domain: who wrote it, who edits, who approves and who publishes. */
  author: string;
  editor: string;
  head: string;
  /** Who publishes, where it is not the editor. */
  publisher?: string;
  kind: 'tin' | 'bai' | 'phong-su' | 'guong-tot' | 'anh' | 'video';
  title: string;
  summary: string;
  credit: string;
  /** Paragraphs; '## ' begins a heading, '> ' a quote, '- ' a list item, '@n' stands for picture n. */
  text: string[];
  pictures: { scene: Scene; seed: number; caption: string; alt: string; credit: string; people: 'crowd' | 'nobody' }[];
  on: string;
  to: 'writing' | 'in-review' | 'returned' | 'approved' | 'scheduled' | 'published';
  reason?: string;
  /** Units above that got it, in order, and what each did. */
  up?: { to: string; by: string; act: 'offered' | 'accepted' | 'picked'; publishes?: boolean }[];
  /** Of a story told in another language: which. */
  english?: { title: string; summary: string; text: string[] };
}

const suoiNgoc = {
  author: 'huyen.nong@thcssuoingoc.songtra.example',
  editor: 'anh.bach@thcssuoingoc.songtra.example',
  head: 'ngoc.le@thcssuoingoc.songtra.example',
};
const commune = { to: 'xa.sn', by: 'thom.quach@suoingoc.songtra.example' };
const department = { to: 'so', by: 'lan.pham@so.songtra.example' };

export const sampleStories: SampleStory[] = [
  {
    key: 'tri-an',
    unit: 'cs2',
    team: 'cs2.t1',
    ...suoiNgoc,
    kind: 'tin',
    title: 'Suối Ngọc tri ân thầy cô bằng bó hoa rừng tự tay học sinh kết',
    summary:
      'Không lẵng hoa đặt trước, lễ kỷ niệm Ngày Nhà giáo Việt Nam ở Trường THCS Suối Ngọc rực rỡ bằng hoa dại học sinh hái từ các bản.',
    credit: 'Nông Thị Huyền',
    text: [
      'Sáng 20/11, sân Trường THCS Suối Ngọc thơm mùi hoa rừng. Từ mờ sương, học sinh các bản xa đã mang theo từng nhánh mua tím, cúc quỳ, cùng kết thành những bó hoa tặng thầy cô.',
      '@0',
      'Lễ kỷ niệm 44 năm Ngày Nhà giáo Việt Nam năm nay do Liên đội tự dàn dựng: ba tiết mục múa, một vở kịch ngắn kể chuyện thầy giáo vượt lũ đưa học trò về nhà an toàn, và phần đọc thư gửi thầy cô cũ.',
      '> Quà không mất tiền mua mà cô nào cũng giữ đến khi hoa khô. Các em hiểu rằng điều quý nhất là tấm lòng.',
      'Dịp này, nhà trường khen thưởng 12 tập thể và 45 học sinh có thành tích trong đợt thi đua “Hoa điểm tốt dâng thầy cô”.',
    ],
    pictures: [
      {
        scene: 'teachers-day',
        seed: 3,
        caption: 'Học sinh tặng hoa thầy cô trong lễ kỷ niệm.',
        alt: 'Tranh vẽ sân khấu màn đỏ, học sinh đeo khăn quàng cầm bó hoa đứng cạnh hai cô giáo mặc áo dài',
        credit: 'Tranh: Tổ Mĩ thuật',
        people: 'nobody',
      },
    ],
    on: '2026-11-20',
    to: 'published',
    up: [
      { ...commune, act: 'picked' },
      { ...department, act: 'picked', publishes: true },
    ],
    english: {
      title: 'Suối Ngọc thanks its teachers with flowers from the forest',
      summary:
        'No bought baskets: on Teachers’ Day pupils of Suối Ngọc lower secondary school tied bouquets of wild flowers.',
      text: [
        'On the morning of 20 November the yard of Suối Ngọc lower secondary school smelled of the forest. Before sunrise pupils from distant hamlets had picked wild flowers and tied them into bouquets for their teachers.',
        '@0',
        'The children staged the celebration themselves: three dances, a short play, and letters read to former teachers.',
      ],
    },
  },
  {
    key: 'co-giao-ban-xa',
    unit: 'cs2',
    team: 'cs2.t2',
    ...suoiNgoc,
    kind: 'guong-tot',
    title: 'Người giữ tủ sách giữa bản mây',
    summary: 'Mười một năm, cô giáo Ngữ văn đi bộ qua ba con suối mỗi cuối tuần để mở cửa tủ sách cho trẻ bản Nà Mây.',
    credit: 'Nông Thị Huyền',
    text: [
      'Ở bản Nà Mây, chiều thứ Bảy nào bọn trẻ cũng ngóng ra con dốc đầu bản. Chúng chờ cô giáo mở tủ sách.',
      '@0',
      '## Từ hai mươi cuốn sách cũ',
      'Tủ sách bắt đầu năm 2015 với hai mươi cuốn truyện cô mang từ nhà. Nay đã có hơn bảy trăm đầu sách, phần lớn do phụ huynh và cựu học sinh gửi về.',
      '> Trẻ con chỉ cần một cánh cửa mở. Phần còn lại, sách sẽ làm.',
      '## Sách đi, chữ ở lại',
      'Ba học sinh từng mượn sách ở đây đã trở thành giáo viên. Năm học này, nhà trường nhân rộng mô hình ra bốn bản khác, mỗi bản giao một nhóm học sinh lớp 8 trông coi.',
      '- Mở cửa: chiều thứ Bảy hằng tuần.',
      '- Mượn tối đa ba cuốn, giữ không quá hai tuần.',
      '- Mỗi cuốn trả lại kèm một câu em thích nhất.',
    ],
    pictures: [
      {
        scene: 'library',
        seed: 5,
        caption: 'Góc đọc của tủ sách bản Nà Mây.',
        alt: 'Tranh vẽ năm kệ sách nhiều màu, học sinh ngồi đọc sách bên ba chiếc bàn',
        credit: 'Tranh: Tổ Mĩ thuật',
        people: 'nobody',
      },
    ],
    on: '2026-11-12',
    to: 'published',
    up: [
      { ...commune, act: 'picked' },
      { ...department, act: 'accepted' },
    ],
  },
  {
    key: 'vuon-truong',
    unit: 'cs2',
    team: 'cs2.t1',
    ...suoiNgoc,
    kind: 'bai',
    title: 'Vườn rau trên đồi nuôi bữa trưa bán trú',
    summary: 'Mỗi lớp một luống, mỗi tuần hai buổi: vườn rau của trường góp gần nửa lượng rau cho bếp ăn bán trú.',
    credit: 'Nông Thị Huyền',
    text: [
      'Sau giờ học chiều thứ Ba, tiếng cuốc xen tiếng cười vang khắp sườn đồi phía sau trường. Mười hai luống rau, mười hai lớp, luống nào cũng có bảng tên do học sinh tự vẽ.',
      '@0',
      'Theo tính toán của nhà bếp, từ đầu năm học vườn đã góp 380 kg rau, bằng gần một nửa nhu cầu của 146 học sinh bán trú.',
    ],
    pictures: [
      {
        scene: 'garden',
        seed: 2,
        caption: 'Học sinh tưới rau trong vườn trường.',
        alt: 'Tranh vẽ bốn học sinh tưới những luống rau, phía sau là đồi và cây lớn',
        credit: 'Tranh: Tổ Mĩ thuật',
        people: 'nobody',
      },
    ],
    on: '2026-11-23',
    to: 'in-review',
  },
  {
    key: 'an-toan',
    unit: 'cs2',
    ...suoiNgoc,
    author: 'anh.bach@thcssuoingoc.songtra.example',
    kind: 'tin',
    title: 'Ra quân “Cổng trường an toàn giao thông”',
    summary: 'Đội Cờ đỏ và công an xã cùng trực cổng trường hai khung giờ mỗi ngày.',
    credit: 'Bạch Tuấn Anh',
    text: ['Từ 16/11, mỗi sáng và chiều có một nhóm Cờ đỏ cùng công an xã hướng dẫn học sinh qua đường.'],
    pictures: [],
    on: '2026-11-18',
    to: 'returned',
    reason: 'Bài cần thêm số liệu sau tuần đầu và ý kiến của phụ huynh. Đề nghị bổ sung rồi gửi lại.',
  },
  {
    key: 'khai-giang-muon',
    unit: 'cs2',
    ...suoiNgoc,
    kind: 'phong-su',
    title: 'Theo chân học sinh Suối Ngọc qua ba con suối đến trường',
    summary: '',
    credit: 'Nông Thị Huyền',
    text: ['Năm giờ sáng, ánh đèn pin đầu tiên đã nhấp nháy trên lối mòn. (Đang viết tiếp.)'],
    pictures: [],
    on: '2026-11-24',
    to: 'writing',
  },
  {
    key: 'be-trong-rau',
    unit: 'mn2',
    author: 'dua.sung@mnsuoingoc.songtra.example',
    editor: 'linh.tong@mnsuoingoc.songtra.example',
    head: 'loan.chu@mnsuoingoc.songtra.example',
    kind: 'anh',
    title: 'Một ngày của bé: tự tay trồng, tự tay tưới',
    summary: 'Chùm tranh ghi lại buổi trải nghiệm làm vườn của các bé mẫu giáo lớn.',
    credit: 'Sùng Thị Dúa',
    text: ['@0', 'Mỗi bé nhận một chậu cây và một lời hứa: tưới nước mỗi sáng.', '@1'],
    pictures: [
      {
        scene: 'garden',
        seed: 9,
        caption: 'Luống rau của lớp mẫu giáo lớn.',
        alt: 'Tranh vẽ các bé đứng bên luống rau xanh với bình tưới màu xanh',
        credit: 'Tranh: Nhà trường',
        people: 'nobody',
      },
      {
        scene: 'classroom',
        seed: 4,
        caption: 'Các bé kể về cây của mình.',
        alt: 'Tranh vẽ lớp học có bảng xanh, cô giáo đứng và các bé ngồi bàn',
        credit: 'Tranh: Nhà trường',
        people: 'nobody',
      },
    ],
    on: '2026-11-17',
    to: 'published',
    up: [{ ...commune, act: 'offered' }],
  },
  {
    key: 'giao-huu',
    unit: 'pt1',
    author: 'hung.truong@thptsongtra.songtra.example',
    editor: 'an.ton@thptsongtra.songtra.example',
    head: 'dang.pham@thptsongtra.songtra.example',
    kind: 'tin',
    title: 'Khai mạc giải bóng đá học sinh chào năm mới 2027',
    summary: 'Mười sáu đội bóng của mười sáu lớp tranh tài trong ba tuần.',
    credit: 'Trương Gia Hưng',
    text: [
      'Chiều mai, trái bóng đầu tiên của giải sẽ lăn trên sân trường. Giải năm nay lần đầu có đội nữ của khối 10.',
      '@0',
    ],
    pictures: [
      {
        scene: 'football',
        seed: 6,
        caption: 'Một buổi tập trước giải.',
        alt: 'Tranh vẽ bốn cầu thủ áo xanh và áo vàng trên sân cỏ cạnh khung thành',
        credit: 'Tranh: Câu lạc bộ Mĩ thuật',
        people: 'nobody',
      },
    ],
    on: '2026-11-23',
    to: 'scheduled',
    up: [{ ...department, act: 'offered' }],
  },
  {
    key: 'so-trien-khai',
    unit: 'so',
    author: 'lan.pham@so.songtra.example',
    editor: 'long.tran@so.songtra.example',
    head: 'ha.nguyen@so.songtra.example',
    publisher: 'lan.pham@so.songtra.example',
    kind: 'tin',
    title: 'Sông Trà: mỗi trường một chuyện đẹp mỗi tháng',
    summary: 'Sở Giáo dục và Đào tạo triển khai kế hoạch truyền thông, giao mỗi trường ít nhất một tin, bài mỗi tháng.',
    credit: 'Phạm Ngọc Lan',
    text: [
      'Hội nghị trực tuyến sáng 14/10 với 12 trường và ba xã thống nhất cách làm: bài hay được chọn từ trường lên xã, lên Sở, rồi đến báo chí.',
      '@0',
      'Sở lưu ý các đơn vị chỉ đăng ảnh học sinh khi có phiếu đồng ý của cha mẹ và của chính các em từ đủ 7 tuổi.',
    ],
    pictures: [
      {
        scene: 'mountain-school',
        seed: 2,
        caption: 'Một điểm trường vùng cao Sông Trà.',
        alt: 'Tranh vẽ ngôi trường mái đỏ giữa ruộng bậc thang, lá cờ trên cột cao',
        credit: 'Tranh: Văn phòng Sở',
        people: 'nobody',
      },
    ],
    on: '2026-10-15',
    to: 'published',
  },
];

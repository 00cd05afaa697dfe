/**
 * What the headings of a plan mean. Patterns are read against folded text (lower case, no marks).
 * Evidence: the heading lists of Decree 30 samples, of ministry, province, commune and school plans, and the seeds.
 */
export type Role =
  | 'basis'
  | 'situation'
  | 'purpose'
  | 'requirement'
  | 'content'
  | 'solution'
  | 'channel'
  | 'activity'
  | 'schedule'
  | 'audience'
  | 'budget'
  | 'duty'
  | 'reporting'
  | 'review';

/** In reading order of a plan; a heading may carry several ("Mục đích, yêu cầu", "Nội dung và hình thức"). */
export const ROLE_WORDS: [Role, RegExp][] = [
  ['basis', /^(?:cac |nhung )?can cu\b|\bco so (?:phap ly|xay dung ke hoach|thuc tien)\b/],
  [
    'situation',
    /\b(?:dac diem|boi canh|khai quat|danh gia) (?:chung |tinh hinh|ket qua)|^tinh hinh\b|\bthuc trang\b|^thuan loi|^kho khan|^nhung (?:thuan loi|kho khan)|^ket qua (?:thuc hien|dat duoc)|^boi canh/,
  ],
  ['purpose', /\bmuc dich\b|\bmuc tieu\b|^(?:cac )?chi tieu\b/],
  ['requirement', /(?<!muc tieu )\byeu cau\b|^(?:cac )?nguyen tac\b/],
  [
    'content',
    /\bnoi dung\b|^(?:cac |nhung )?nhiem vu\b|^(?:cac )?(?:chu de|linh vuc|trong tam) (?:truyen thong|tuyen truyen)|^trong tam\b|^thong diep/,
  ],
  ['solution', /\bgiai phap\b|\bbien phap\b|\bhinh thuc\b|\bphuong thuc\b|\bphuong phap\b|\bcach thuc\b/],
  ['channel', /\bkenh\b|\bphuong tien (?:truyen thong|thong tin|tuyen truyen)\b/],
  [
    'activity',
    /\bhoat dong\b|\bcac buoc\b|\b(?:cach|buoc) tien hanh\b|\b(?:ke hoach|chuong trinh|lich) (?:cu the|chi tiet|trien khai|tung thang|hang thang|hoat dong|cong tac|thuc hien cu the|theo thang|nam hoc)|\bdanh muc (?:cong viec|hoat dong|san pham|nhiem vu)|\bcong viec cu the\b|\bnoi dung cong viec\b|^khung ke hoach|^lich (?:truyen thong|tuyen truyen|dang|phat)/,
  ],
  ['schedule', /\bthoi gian\b|\btien do\b|\blo trinh\b|^dia diem\b|\bthoi han\b/],
  ['audience', /\bdoi tuong\b|^pham vi\b/],
  ['budget', /\bkinh phi\b|\bdu toan\b/],
  [
    'duty',
    /\bto chuc (?:trien khai )?thuc hien\b|\bphan cong\b|\btrach nhiem\b|^trien khai thuc hien\b|^to chuc trien khai\b|^nhiem vu cua\b/,
  ],
  ['reporting', /\bche do\b.*\bbao cao\b|^(?:cong tac )?(?:thong tin,? )?bao cao\b(?! vien)|\bso ket\b|\btong ket\b/],
  ['review', /^(?:cong tac )?(?:kiem tra|giam sat|danh gia|thi dua|khen thuong)\b/],
];

/** A heading that says no more than its role: the children are the items, not the heading itself. */
export const PLAIN_ROLE =
  /^(?:ve )?(?:cac |nhung |mot so )?(?:noi dung|nhiem vu|giai phap|bien phap|hinh thuc|phuong thuc|kenh|hoat dong|trong tam|muc dich|muc tieu|yeu cau)(?:[,;]? (?:va )?(?:noi dung|nhiem vu|giai phap|bien phap|hinh thuc|phuong thuc|kenh|hoat dong|truyen thong|tuyen truyen|thong tin|trong tam|chu yeu|chinh|cu the|chung|thuc hien|trien khai|to chuc|cong tac|can|tap trung|duoc|cua|ke hoach|y nghia|yeu cau|ve|giao duc|dao tao|va|gd&dt|gddt))*:?$/;

/** Headings of annexes, which stand after the signature. */
export const ANNEX = /^(?:phu luc|bieu mau|mau so|bang \d|danh muc kem theo|phu bieu)\b/;

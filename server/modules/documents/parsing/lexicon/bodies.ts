/**
 * How the names of public bodies are built. Evidence: central bodies, ministries and sectors of the state before and after
 * the mergers of 2025 (old plans keep the old names), Party bodies, education bodies of every level.
 */

/** First words of a body's name (folded), after which its field and place follow. */
export const BODY_HEADS =
  /^(?:bo truong|thu tuong|chu tich nuoc|hoi dong (?:truong|quan tri|quan ly|giao duc|khoa hoc|doi|su pham|thi dua)|chu tich|pho chu tich|giam doc|hieu truong|truong phong|truong ban|chinh phu|quoc hoi|uy ban thuong vu quoc hoi|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|ban chap hanh|bch|ban bi thu|bo chinh tri|ban can su dang|ban thuong vu|btv|dang bo|ban tuyen giao|ban to chuc|ban dan van|ban chi dao|ban|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|hoi nghi trung uong|hoi nghi|dai hoi|lien bo|lien nganh|lien so|bo|so|phong|pgd|sgd|cuc|tong cuc|vu|vien|truong|trung tam|dai hoc|hoc vien|cong doan|tinh doan|huyen doan|doan|hoi|uy ban|mat tran|lien doan|van phong|tong lien doan|toa an|thanh tra|nganh)(?![a-z])/;

/** Two-syllable words that belong to names although the second one is written small ("Giáo dục và Đào tạo"). Folded. */
export const NAME_PAIRS = new Set(
  (
    'truyen thanh|tieng noi|trung tam|thoi dai|phat trien|doi song|phap luat|giao duc|dao tao|noi vu|tai chinh|thong tin|truyen thong|van hoa|the thao|du lich|khoa hoc|cong nghe|lao dong|thuong binh|xa hoi|y te|cong an|quoc phong|tu phap|' +
    'ke hoach|dau tu|cong thuong|nong nghiep|moi truong|xay dung|ngoai giao|dan toc|ton giao|chinh phu|thu tuong|bo truong|quoc hoi|trung uong|chap hanh|bi thu|chinh tri|can su|' +
    'tuyen giao|dan van|to chuc|kiem tra|nhan dan|mam non|mau giao|tieu hoc|trung hoc|co so|pho thong|thuong xuyen|nghe nghiep|noi tru|ban tru|thuong vu|uy ban|chu tich|giam doc|hoi dong|' +
    'chi dao|truyen hinh|phat thanh|nha giao|can bo|quan ly|khao thi|kiem dinh|chat luong|hanh chinh|tong hop|van phong|thanh tra|thieu nien|nhi dong|thanh nien|cong san|phu nu|khuyen hoc|' +
    'hieu truong|dai hoc|cao dang|hoc vien|tong cuc|tong lien|lien doan|cong doan|viet nam|ho chi|tre em|gia dinh|dan so|bao hiem|cong chuc|vien chuc|mat tran|to quoc|truc thuoc|dai hoi|toan quoc|dai bieu|dang bo|ky thuat|huong nghiep|su pham|kinh te|bach khoa|y duoc|ngoai ngu|ngoai thuong|my thuat|nghe thuat|the duc|thuong mai|giao thong|van tai|lam nghiep|day nghe'
  ).split('|'),
);

/** Small words that go on a name. Folded. */
export const NAME_LINKS = new Set([
  'va',
  'tinh',
  'thanh',
  'pho',
  'huyen',
  'thi',
  'xa',
  'quan',
  'phuong',
  'khoa',
  'cap',
  'thuoc',
  'dac',
  'khu',
  'lan',
  'thu',
  'tp',
  'tp.',
  'tx',
  '&',
  '-',
  'dan',
  'nhan',
  'uy',
  'dang',
  'bo',
  'nuoc',
  'phu',
  'trung',
  'uong',
  'vien',
  'hoc',
  'doan',
  'trun',
]);

/** Words with which a document's subject starts: the body's name ends before them. Folded. */
export const SUBJECT_STARTS =
  /^(?:ve(?: viec)?|v\/v|ban hanh|quy dinh|phe duyet|huong dan|sua doi|thuc hien|trien khai|de|nham|thong qua|to chuc|cong bo|tang cuong|day manh|giao|nam|ngay|tren|tai|trong|va(?= (?:cac|nhung|ke hoach|quyet dinh|cong van|nghi|thong tu|chi thi|huong dan))|ke hoach|de an|chuong trinh|quyet dinh|cong van|nghi quyet|nghi dinh|chi thi|thong tu|xay dung|yeu cau|de nghi|theo|phat dong|kem theo|gui|quan ly|giai doan|la|se|da|duoc|cung cap)(?![a-z])/;

/** Usual short forms in names of bodies → the words. Longer ones first; matched as whole words, any case. */
export const BODY_SHORT: [RegExp, string][] = [
  [/(?<![\p{L}])GD\s*(?:&|-|và)?\s*ĐT(?![\p{L}])/gu, 'Giáo dục và Đào tạo'],
  [/(?<![\p{L}])UBND(?![\p{L}])/gu, 'Ủy ban nhân dân'],
  [/(?<![\p{L}])HĐND(?![\p{L}])/gu, 'Hội đồng nhân dân'],
  [/(?<![\p{L}])TTTT(?![\p{L}])/gu, 'Thông tin và Truyền thông'],
  [/(?<![\p{L}])MN(?![\p{L}])/gu, 'Mầm non'],
  [/(?<![\p{L}])GDNN(?![\p{L}])/gu, 'Giáo dục nghề nghiệp'],
  [/(?<![\p{L}])GDTX(?![\p{L}])/gu, 'Giáo dục thường xuyên'],
  [/(?<![\p{L}])(?:TP|Tp)\.?(?=\s)/gu, 'thành phố'],
];

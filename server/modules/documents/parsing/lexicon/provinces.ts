import { foldLetters } from '../fold.ts';

/**
 * Provinces and centrally-run cities, the 63 before 1/7/2025 included (older plans name them), each with the word that
 * stands before its name in a body's full name. Source: list of administrative units, decisions 124/2004 and 19/2025.
 */
const CITIES = ['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ', 'Huế'];
const PROVINCE_NAMES =
  'Hà Giang,Cao Bằng,Bắc Kạn,Tuyên Quang,Lào Cai,Điện Biên,Lai Châu,Sơn La,Yên Bái,Hòa Bình,Thái Nguyên,Lạng Sơn,Quảng Ninh,Bắc Giang,Phú Thọ,Vĩnh Phúc,Bắc Ninh,' +
  'Hải Dương,Hưng Yên,Thái Bình,Hà Nam,Nam Định,Ninh Bình,Thanh Hóa,Nghệ An,Hà Tĩnh,Quảng Bình,Quảng Trị,Thừa Thiên Huế,Quảng Nam,Quảng Ngãi,Bình Định,Phú Yên,Khánh Hòa,' +
  'Ninh Thuận,Bình Thuận,Kon Tum,Gia Lai,Đắk Lắk,Đắk Nông,Lâm Đồng,Bình Phước,Tây Ninh,Bình Dương,Đồng Nai,Bà Rịa - Vũng Tàu,Long An,Tiền Giang,Bến Tre,Trà Vinh,Vĩnh Long,' +
  'Đồng Tháp,An Giang,Kiên Giang,Hậu Giang,Sóc Trăng,Bạc Liêu,Cà Mau';

/** Folded name → 'tỉnh' or 'thành phố'. */
export const PROVINCES: ReadonlyMap<string, string> = new Map([
  ...PROVINCE_NAMES.split(',').map((name): [string, string] => [foldLetters(name), 'tỉnh']),
  ...CITIES.map((name): [string, string] => [foldLetters(name), 'thành phố']),
]);

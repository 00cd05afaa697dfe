/**
 * Words that open the name of a body, a team or a post. Evidence: bodies of the sector before and after 1/7/2025
 * (districts and Phòng GDĐT are kept: old plans name them), the seeds, plans of communes, GDNN-GDTX centres and schools.
 * Read against lower-case text with marks, since without marks "ban", "bản", "bàn" are one word.
 */
const BODY =
  'bộ(?! (?:quy|tiêu|công cụ|tài liệu|máy|môn))|sở|phòng(?! ?,? ?(?:chống|ngừa|học|bệnh|tránh))|vụ(?! việc)|tổng cục|cục(?! bộ)|viện|học viện|ban(?! hành)|tiểu ban|tổ(?! chức)|nhóm(?! (?:đối tượng|nhiệm vụ|giải pháp|nội dung))|' +
  'khối|cụm|khoa(?! học)|trung tâm|văn phòng|nhà trường|trường(?! hợp)|đại học|cao đẳng|cơ sở(?= (?:giáo dục|đào tạo|gd|mầm non))|đơn vị|cơ quan|bộ phận|công đoàn|đoàn(?! kết)|' +
  'đội(?! ngũ)|liên đội|chi đoàn|chi bộ|chi ủy|đảng (?:bộ|ủy|uỷ)|(?:ủy|uỷ) ban|ubnd|ubmttq|hđnd|thanh tra|báo(?! (?:cáo|in|điện tử|nói|hình|trí))|tạp chí|đài(?! ngũ)|hội(?! (?:thi|nghị|thảo|diễn|họp|chợ|nhập|khỏe|trại))|mặt trận|công an|' +
  'trạm|câu lạc bộ|clb|quận|huyện|thị xã|thành phố|xã|phường|đặc khu|tỉnh|bgh|pgd|sgd|tttt|tntp|đtn|công ty|doanh nghiệp|' +
  'thường trực|hội đồng|cấp (?:ủy|uỷ)|lớp|ủy viên|uỷ viên|thôn|bản|tổ dân phố';
const POST =
  'hiệu trưởng|phó hiệu trưởng|p\\.? ?ht|ht|giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|bộ trưởng|thứ trưởng|thủ trưởng|lãnh đạo|trưởng|phó (?:trưởng|ban|phòng|khoa|tổ|đoàn|bí thư|chủ tịch|hiệu trưởng|giám đốc)|tổ trưởng|tổ phó|ttcm|tổng phụ trách|tpt|người phụ trách|' +
  'người phát ngôn|đồng chí|đ/c|ông|bà|bí thư|phó bí thư|kế toán|thư viện|văn thư|y tế|quản trị|thư ký|cán bộ|giáo viên|gvcn|gvbm|gv|nhân viên|nv|cbql|cb|cbgv|cbgvnv|viên chức|công chức|người lao động|thành viên|cộng tác viên|' +
  'học sinh|sinh viên|học viên|trẻ|phụ huynh|cha mẹ|pháp chế|phóng viên|tổ chức(?= (?:chính trị|đoàn thể|xã hội|,|đảng)|,)|tổ chức đoàn|các tổ chức|đoàn thể|ban ngành|địa phương|chuyên viên|tập thể|cá nhân|trưởng các';

const MANY = '(?:toàn thể |toàn bộ |tất cả |các |những |một số |mỗi |từng )?';
export const UNIT_WORDS = `(?:${BODY}|${POST})(?![\\p{L}])`;

const STARTS_WITH_UNIT = new RegExp(`^(?:đối với |về phía |với |giao |đề nghị |của )?${MANY}(?:${UNIT_WORDS})`, 'u');
const BODY_HERE = new RegExp(`^${MANY}(?:${BODY})(?![\\p{L}])`, 'u');
const POST_HERE = new RegExp(`^${MANY}(?:${POST})(?![\\p{L}])`, 'u');

/** Whether a text starts like the name of somebody who can act. @param text NFC, any case */
export const looksLikeActor = (text: string): boolean => STARTS_WITH_UNIT.test(text.toLowerCase());

export const startsWithBody = (text: string): boolean => BODY_HERE.test(text.toLowerCase());
export const startsWithPost = (text: string): boolean => POST_HERE.test(text.toLowerCase());

/** Groups of people that are named in one breath: "cán bộ, giáo viên, nhân viên" is one addressee. */
export const PEOPLE =
  /^(?:toàn thể |các |tập thể )?(?:cán bộ|cb|cbql|giáo viên|gv|nhân viên|nv|viên chức|công chức|người lao động|học sinh|hs|sinh viên|học viên|phụ huynh|cha mẹ|trẻ)(?![\p{L}])/iu;

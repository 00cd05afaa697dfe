/**
 * Words that open the name of something that can be counted in communications work. Evidence: matrices and quotas of
 * ministry, province, commune and school plans. Lower case, with marks (old tone places are folded by the caller).
 */
export const PRODUCT_WORDS =
  'tin|bài|bản tin|tuyến bài|loạt bài|phóng sự|phim|video|clip|audio|podcast|ảnh|bức ảnh|album|bộ ảnh|infographic|inforgraphic|đồ họa|poster|pano|áp phích|băng rôn|khẩu hiệu|banner|tờ rơi|tờ gấp|' +
  'sản phẩm|tác phẩm|chuyên mục|chuyên trang|chuyên đề|chương trình|số|kỳ|buổi|cuộc|lượt|lớp|hội nghị|hội thảo|tọa đàm|toạ đàm|hội thi|cuộc thi|họp báo|thông cáo|cẩm nang|sổ tay|bộ|tài liệu|kịch bản|' +
  'kỷ yếu|kỉ yếu|nội san|tập san|báo tường|gương|mô hình|sáng kiến|câu chuyện|ý kiến|lá thư|bức thư|bài viết|bài báo|file|báo cáo|triển lãm|ngày hội|sự kiện|đợt|hoạt động|livestream|trang|fanpage|nhóm|điển hình|bài thi|tiểu phẩm|tiết mục|tranh|' +
  'cán bộ|giáo viên|viên chức|chuyên viên|công chức|nhân viên|cộng tác viên|người|đồng chí|phóng viên|đầu mối|tổ|ban|lần|diễn đàn|talkshow|phát thanh|phiếu|khảo sát|đoàn|chuyến|bảng tin|góc';

export const NUMBER_WORDS: Record<string, number> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

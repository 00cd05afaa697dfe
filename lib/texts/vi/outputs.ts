/** Why a pasted address could not be captured, what became of a source, and what an item counts as. */
export const outputs = {
  'outputs.refused.bad-url': 'Đây chưa phải là địa chỉ trang web. Vui lòng sửa lại địa chỉ rồi đọc lại.',
  'outputs.refused.private-address':
    'Địa chỉ này nằm trong mạng nội bộ nên không mở được từ bên ngoài. Vui lòng dán địa chỉ công khai của bài.',
  'outputs.refused.unknown-host': 'Không có trang web nào ở tên miền này. Vui lòng kiểm tra lại địa chỉ.',
  'outputs.refused.too-many-redirects':
    'Địa chỉ này chuyển hướng vòng quanh nên không tới được trang nào. Vui lòng mở bài trong trình duyệt rồi chép lại địa chỉ.',
  'outputs.refused.too-large': 'Trang này quá lớn nên không chụp lại được. Vui lòng ghi tiêu đề và ngày bằng tay.',
  'outputs.refused.timeout': 'Trang không trả lời kịp. Có thể đọc lại sau, hoặc ghi tiêu đề và ngày bằng tay.',
  'outputs.refused.unreachable': 'Chưa kết nối được với trang. Có thể đọc lại sau, hoặc ghi tiêu đề và ngày bằng tay.',
  'outputs.refused.unreadable': 'Trang trả về dữ liệu không đọc được. Vui lòng ghi tiêu đề và ngày bằng tay.',
  'outputs.refused.missing': 'Trang không còn ở địa chỉ này. Vui lòng kiểm tra lại địa chỉ.',
  'outputs.refused.closed':
    'Trang chỉ mở cho người đăng nhập nên chưa chụp lại được. Vui lòng ghi tiêu đề và ngày bằng tay.',
  'outputs.refused.server-error': 'Trang đang gặp sự cố. Có thể đọc lại sau.',
  'outputs.refused.not-a-page':
    'Địa chỉ này là một tệp, không phải trang bài viết. Vui lòng ghi tiêu đề và ngày bằng tay.',
  'outputs.refused.no-title': 'Trang không có tiêu đề đọc được. Vui lòng ghi tiêu đề và ngày bằng tay.',
  'outputs.feed.no-feed':
    'Chưa tìm thấy RSS hoặc sơ đồ trang (sitemap) ở địa chỉ này. Vui lòng hỏi đơn vị làm trang về địa chỉ RSS.',
  'outputs.feed.bad-feed': 'Dữ liệu trang trả về không phải RSS, Atom hay sơ đồ trang.',
  'outputs.feed.slow-down': 'Trang yêu cầu đọc thưa hơn; hệ thống sẽ đọc lại sau.',
  'outputs.counts.unit-article': 'Tin, bài của đơn vị',
  'outputs.counts.newspaper-article': 'Bài trên báo',
  'outputs.counts.broadcast': 'Phóng sự, phát thanh, truyền hình',
  'outputs.counts.social-post': 'Bài đăng mạng xã hội',
  'outputs.counts.photo-set': 'Bộ ảnh, đồ họa',
  'outputs.counts.video': 'Video, phim ngắn',
  'outputs.counts.bulletin': 'Bản tin',
  'outputs.counts.event': 'Hội nghị, sự kiện, cuộc thi',
  'outputs.counts.training': 'Lớp tập huấn',
  'outputs.counts.other': 'Sản phẩm khác',
  'outputs.lost.sent': 'Bài được rút lại trước khi duyệt.',
  'outputs.lost.approved': 'Bài không còn ở trạng thái đã duyệt.',
  'outputs.lost.published': 'Bài đã được gỡ khỏi trang.',
  'outputs.lost.picked': 'Bài không còn được cấp trên chọn.',
  'outputs.hand-in.title': 'Nộp {n} ảnh học kỳ {semester} năm học {year}',
  'outputs.hand-in.returned': 'Đơn vị cấp trên trả lại ảnh đã nộp.',
  'outputs.untitled-story': 'Bài chưa có tiêu đề',
} as const;

/** Notices in the inbox: one sentence each, what happened and what is waited for. */
export const notices = {
  'notices.access.sign-ins-failed':
    'Có nhiều lần đăng nhập sai vào tài khoản này. Nếu không phải do chủ tài khoản, vui lòng đổi mật khẩu.',
  'notices.access.role-given': 'Được giao vai trò {role} tại {unit}.',
  'notices.plan.consulted': '{by} ({unit}) xin ý kiến về “{title}”.',
  'notices.plan.commented': '{by} góp ý cho “{title}”.',
  'notices.plan.waits-initials': '{by} trình “{title}”: chờ ký nháy.',
  'notices.plan.waits-format-check': '{by} trình “{title}”: chờ kiểm tra thể thức.',
  'notices.plan.waits-signature': '“{title}” của {unit} đã sẵn sàng, chờ ký.',
  'notices.plan.returned': '{by} trả lại “{title}”. Lý do: {reason}',
  'notices.plan.waits-number': '“{title}” của {unit} đã ký, chờ vào số.',
  'notices.plan.issued': '“{title}” của {unit} đã ban hành, số {number}.',
  'notices.plan.amended': '“{title}” của {unit} được sửa đổi, bổ sung theo số {number}.',
  'notices.plan.recalled': '“{title}” của {unit} đã được thu hồi. Lý do: {reason}',
  'notices.webhook.paused': 'Móc nối “{name}” không nhận được thông điệp trong nhiều lần gửi nên đã tạm dừng.',
  'notices.output.picked': '“{title}” của {unit} được {by} chọn.',
  'notices.feed.paused': 'Nguồn tin {site} của {unit} đã tạm dừng sau nhiều lần đọc không được. Vui lòng xem lại.',
  'notices.toolkit.corrected': 'Tài liệu “{title}” ({plan}) đã có bản sửa. Vui lòng dùng bản mới.',
  'notices.toolkit.withdrawn': 'Tài liệu “{title}” ({plan}) đã được rút, vui lòng không dùng nữa.',
  'notices.mail.subject': 'Lan Tỏa: {n} thông báo chưa đọc',
  'notices.mail.text':
    'Kính gửi {name},\n\nCó {n} thông báo chưa đọc trong hệ thống Lan Tỏa:\n\n{list}\n\nXem tất cả: {link}\n\nLan Tỏa\n',
  'notices.mail.more': '… và {n} thông báo khác.',
} as const;

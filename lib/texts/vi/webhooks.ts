/** Why a message to other software did not arrive. */
export const webhooks = {
  'webhooks.bad-status': 'Máy nhận trả lời mã {status}.',
  'webhooks.bad-url': 'Địa chỉ này không gửi tới được.',
  'webhooks.private-address': 'Địa chỉ nằm trong mạng nội bộ nên không được gửi tới.',
  'webhooks.unknown-host': 'Không tìm thấy máy chủ của địa chỉ này.',
  'webhooks.too-many-redirects': 'Máy nhận chuyển hướng sang địa chỉ khác. Vui lòng đăng ký đúng địa chỉ nhận.',
  'webhooks.too-large': 'Câu trả lời của máy nhận quá lớn.',
  'webhooks.timeout': 'Máy nhận không trả lời trong 10 giây.',
  'webhooks.cancelled': 'Lượt gửi bị dừng giữa chừng.',
  'webhooks.unreachable': 'Chưa kết nối được tới máy nhận.',
  'webhooks.unreadable': 'Không đọc được câu trả lời của máy nhận.',
} as const;

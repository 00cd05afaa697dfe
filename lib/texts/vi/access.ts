/** Roles, and the letters that the module access sends. */
export const access = {
  'access.role.administrator': 'Quản trị hệ thống',
  'access.role.communications-officer': 'Chuyên viên truyền thông',
  'access.role.focal-head': 'Thủ trưởng đơn vị đầu mối',
  'access.role.head': 'Thủ trưởng đơn vị',
  'access.role.clerk': 'Văn thư',
  'access.role.site-manager': 'Quản lý trang thông tin điện tử',
  'access.role.spokesperson': 'Người phát ngôn',
  'access.role.inspector': 'Người kiểm tra',
  'access.role.leader': 'Lãnh đạo theo dõi',
  'access.role.team-lead': 'Tổ trưởng chuyên môn',
  'access.role.contributor': 'Cộng tác viên',
  'access.mail.invitation.subject': 'Lời mời tham gia hệ thống Lan Tỏa của {unit}',
  'access.mail.invitation.text':
    'Kính gửi {name},\n\n{by} mời tham gia hệ thống quản lý công tác truyền thông Lan Tỏa với vai trò {role} tại {unit}.\n\nVui lòng mở đường dẫn sau để đặt mật khẩu và bắt đầu:\n{link}\n\nĐường dẫn dùng được một lần, đến hết ngày {date}. Nếu thư này đến nhầm người, vui lòng bỏ qua.\n\nLan Tỏa\n',
  'access.mail.reset.subject': 'Đặt lại mật khẩu Lan Tỏa',
  'access.mail.reset.text':
    'Kính gửi {name},\n\nHệ thống nhận được yêu cầu đặt lại mật khẩu cho tài khoản này. Vui lòng mở đường dẫn sau trong vòng một giờ:\n{link}\n\nĐường dẫn dùng được một lần. Nếu không phải do quý thầy/cô hoặc anh/chị yêu cầu, vui lòng bỏ qua thư này; mật khẩu hiện tại vẫn giữ nguyên.\n\nLan Tỏa\n',
  'access.mail.address-changed.subject': 'Thư điện tử đăng nhập Lan Tỏa đã thay đổi',
  'access.mail.address-changed.text':
    'Kính gửi {name},\n\nThư điện tử đăng nhập của tài khoản đã đổi thành {email}; các phiên làm việc đã kết thúc. Nếu chưa được biết về thay đổi này, vui lòng liên hệ ngay người quản trị của đơn vị.\n\nLan Tỏa\n',
} as const;

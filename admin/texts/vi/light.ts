/** Words of every light page. */
export default {
  retry: 'Thử lại',

  // Signing in, on the page itself
  'signIn.hint': 'Dùng tài khoản Lan Tỏa của đơn vị. Đăng nhập xong, trang này mở ngay.',
  'signIn.email': 'Thư điện tử',
  'signIn.password': 'Mật khẩu',
  'signIn.submit': 'Đăng nhập',
  'signIn.forgot': 'Quên mật khẩu?',

  'error.offline': 'Chưa kết nối được. Vui lòng kiểm tra mạng rồi thử lại.',
  'error.unreadable': 'Hệ thống đang bận. Vui lòng thử lại sau ít phút.',
} as const;

/** What is said beside a field that cannot be taken. */
export const fields = {
  'fields.invalid': 'Nội dung này chưa hợp lệ.',
  'fields.required': 'Vui lòng nhập mục này.',
  'fields.unknown': 'Mục này không có trong biểu mẫu.',
  'fields.too-long': 'Nội dung quá dài.',
  'fields.number': 'Vui lòng nhập số trong khoảng cho phép.',
  'fields.day': 'Vui lòng nhập ngày theo dạng ngày/tháng/năm.',
  'fields.day-order': 'Ngày kết thúc phải sau ngày bắt đầu.',
  'fields.month': 'Vui lòng chọn tháng.',
  'fields.email': 'Địa chỉ thư điện tử chưa đúng.',
  'fields.phone': 'Số điện thoại chưa đúng.',
  'fields.link': 'Đường dẫn chưa đúng (bắt đầu bằng https://).',
  'fields.slug': 'Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối.',
  'fields.person': 'Không tìm thấy người này trong đơn vị.',
  'fields.id': 'Mã này không đúng dạng.',
  'fields.password-short': 'Mật khẩu cần ít nhất 10 ký tự.',
  'fields.password-wrong': 'Mật khẩu hiện tại chưa đúng.',
} as const;

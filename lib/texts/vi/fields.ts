/** What is wrong with one field, said beside it. */
export const fields = {
  'fields.invalid': 'Nội dung chưa hợp lệ.',
  'fields.unknown': 'Mục này không có trong biểu mẫu.',
  'fields.required': 'Vui lòng nhập mục này.',
  'fields.too-long': 'Nội dung quá dài.',
  'fields.id': 'Mã nhận dạng chưa đúng.',
  'fields.day': 'Ngày chưa đúng, ví dụ: 2026-03-01.',
  'fields.day-order': 'Ngày này sớm hơn ngày bắt đầu.',
  'fields.month': 'Tháng chưa đúng, ví dụ: 2026-03.',
  'fields.number': 'Số chưa hợp lệ.',
  'fields.email': 'Thư điện tử chưa đúng dạng, ví dụ: ten@donvi.edu.vn.',
  'fields.phone': 'Số điện thoại chưa đúng dạng.',
  'fields.slug': 'Địa chỉ chỉ gồm chữ thường không dấu, số và dấu gạch nối.',
  'fields.password-short': 'Mật khẩu cần ít nhất 10 ký tự.',
  'fields.password-wrong': 'Mật khẩu hiện tại chưa đúng.',
  'fields.person': 'Không tìm thấy người này trong phạm vi quản lý.',
  'fields.link': 'Đường dẫn chưa đầy đủ. Vui lòng mở lại từ thư đã nhận.',
} as const;

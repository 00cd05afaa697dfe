export const tables = {
  'tables.empty': 'Tệp này chưa có dữ liệu. Vui lòng chọn tệp có ít nhất một dòng tiêu đề và một dòng dữ liệu.',
  'tables.broken': 'Tệp này bị lỗi nên chưa đọc được. Vui lòng mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.',
  'tables.encrypted': 'Tệp này được bảo vệ bằng mật khẩu. Vui lòng gỡ mật khẩu rồi tải lên.',
  'tables.old-excel': 'Tệp này ở dạng Excel cũ (.xls). Vui lòng mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.',
  'tables.binary-excel': 'Tệp này ở dạng .xlsb. Vui lòng mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.',
  'tables.too-large': 'Tệp này quá lớn. Vui lòng chia thành nhiều tệp nhỏ hơn, mỗi tệp không quá 20 MB.',
  'tables.too-many-rows': 'Tệp này có hơn {max} dòng. Vui lòng chia thành nhiều tệp nhỏ hơn.',
  'tables.unsafe':
    'Tệp này có thành phần không an toàn nên không được đọc. Vui lòng chép dữ liệu sang một tệp .xlsx mới rồi tải lên.',
  'tables.not-a-table': 'Tệp này không phải bảng tính. Vui lòng chọn tệp .xlsx hoặc .csv.',
} as const;

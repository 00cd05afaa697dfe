/** What becomes of stories outside our own pages, and the letter to an outlet. */
export const channels = {
  'channels.joined': 'Địa chỉ hoặc lần đăng này đã được ghi cho “{title}” nên được gộp, không tính thêm.',
  'channels.taken-down': 'Bài đã được đơn vị gỡ. Lý do: {reason}',
  'channels.withdrawal': 'Có ảnh không còn được phép sử dụng vì người trong ảnh rút lại đồng ý.',
  'channels.picture-removed': 'Đã gỡ ảnh tại {outlet}. {note}',
  'channels.picture-stays': 'Không gỡ được ảnh tại {outlet}. {note}',
  'channels.press.subject': '{unit} gửi {n} tin, bài',
  'channels.press.subject-one': '{unit} gửi bài: {title}',
  'channels.press.text':
    'Kính gửi {outlet},\n\n{unit} xin gửi {n} tin, bài để quý cơ quan xem xét sử dụng:\n\n{list}\n{note}\nNội dung đầy đủ ở các tệp đính kèm. Khi sử dụng, đề nghị ghi tên tác giả và đơn vị có bài. Ảnh trong bài đã được phép sử dụng trên báo chí; đơn vị sẽ thông báo nếu có thay đổi.\n\nTrân trọng cảm ơn.\n{unit}\n',
  'channels.press.words':
    'Kính gửi {outlet},\n\n{unit} xin gửi {n} tin, bài để quý cơ quan xem xét sử dụng:\n\n{list}\n{note}\nKhi sử dụng, đề nghị ghi tên tác giả và đơn vị có bài.\n\nTrân trọng cảm ơn.\n{unit}\n',
  'channels.press.item': '{n}. {title} ({credit})',
  'channels.press.note': 'Ghi chú: {note}\n',
  'channels.press.left-out': 'Ảnh {n} không gửi kèm: {reason}',
} as const;

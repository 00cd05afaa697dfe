/** Words of the newsroom that stand in sentences of the server. */
export const articles = {
  'articles.stage.writing': 'Đang viết',
  'articles.stage.in-review': 'Chờ duyệt',
  'articles.stage.returned': 'Trả lại để sửa',
  'articles.stage.approved': 'Đã duyệt',
  'articles.stage.scheduled': 'Hẹn giờ đăng',
  'articles.stage.published': 'Đã đăng',
  'articles.skipped.letterhead': 'Phần thể thức văn bản không đưa vào bài: “{what}”.',
  'articles.skipped.large-table': 'Một bảng quá lớn được đưa vào thành các đoạn văn: “{what}”.',
  'articles.skipped.cut-off': 'Tệp quá dài nên chỉ lấy phần đầu; phần bỏ lại bắt đầu từ: “{what}”.',
  'articles.skipped.linked': 'Hình {n} chỉ được liên kết, không nằm trong tệp nên không lấy được.',
  'articles.skipped.drawing':
    'Hình {n} là hình vẽ của Word, không phải ảnh, nên không lấy được. Vui lòng chụp lại thành ảnh nếu cần.',
  'articles.skipped.too-large': 'Hình {n} quá lớn nên không lấy được. Vui lòng tải riêng vào thư viện ảnh.',
  'articles.skipped.too-many': 'Hình {n} vượt quá số ảnh của một bài nên không lấy.',
  'articles.skipped.not-allowed': 'Hình {n} không lấy được vì chưa có quyền thêm ảnh vào thư viện của đơn vị này.',
  'articles.stage.taken-down': 'Đã gỡ',
} as const;

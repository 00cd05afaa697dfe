/** Words of the newsroom that stand in sentences of the server. */
export const articles = {
  'articles.stage.writing': 'Đang viết',
  'articles.stage.in-review': 'Chờ duyệt',
  'articles.stage.returned': 'Trả lại để sửa',
  'articles.stage.approved': 'Đã duyệt',
  'articles.stage.scheduled': 'Hẹn giờ đăng',
  'articles.stage.published': 'Đã đăng',
  'articles.stage.taken-down': 'Đã gỡ',
} as const;

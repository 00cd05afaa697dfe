export const documents = {
  'documents.too-heavy':
    'Tệp này quá phức tạp nên chưa đọc hết được. Vui lòng tách thành tệp nhỏ hơn, hoặc dán phần nội dung chính của kế hoạch.',
} as const;

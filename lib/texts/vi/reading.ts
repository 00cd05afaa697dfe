/** What people are told about a file that is read or refused; codes of server/modules/documents/reading/reading-codes.ts. */
export const reading = {
  'documents.empty': 'Tệp này trống, không có nội dung. Vui lòng kiểm tra và chọn lại tệp.',
  'documents.too-large': 'Tệp lớn hơn {limit} MB. Vui lòng bỏ bớt hình ảnh hoặc tách tệp rồi tải lại.',
  'documents.encrypted': 'Tệp này đang được đặt mật khẩu nên chưa mở được. Vui lòng gỡ mật khẩu, lưu lại rồi tải lên.',
  'documents.scanned':
    'Tệp này là bản quét ({pages} trang) nên chưa đọc được chữ. Vui lòng tải bản .docx hoặc PDF có chữ của văn bản.',
  'documents.no-text': 'Tệp này không có chữ để đọc. Vui lòng tải bản .docx hoặc PDF có chữ của văn bản.',
  'documents.broken': 'Tệp bị hỏng hoặc chưa tải về đủ nên không mở được. Vui lòng mở bằng Word, lưu lại rồi tải lên.',
  'documents.unknown-type':
    'Chưa nhận ra loại của tệp này. Vui lòng tải văn bản dạng .docx, .pdf, .doc, .html, .txt hoặc dán nội dung vào ô soạn.',
  'documents.unsupported':
    'Chưa đọc được tệp {type}. Vui lòng lưu văn bản dưới dạng .docx hoặc PDF có chữ rồi tải lên.',
  'documents.zip-bomb':
    'Tệp nén chứa lượng dữ liệu lớn bất thường nên không được mở. Vui lòng mở bằng Word, lưu lại rồi tải lên.',
  'documents.unsafe-xml':
    'Tệp chứa khai báo không an toàn nên không được mở. Vui lòng mở bằng Word, lưu lại dưới dạng .docx rồi tải lên.',
  'documents.too-many-pages':
    'Tệp có {pages} trang, nhiều hơn mức {limit} trang. Vui lòng tách riêng phần kế hoạch rồi tải lên.',
  'documents.too-long': 'Nội dung tệp quá dài nên chưa đọc hết được. Vui lòng tách riêng phần kế hoạch rồi tải lên.',
  'documents.secret':
    'Văn bản có dấu chỉ độ mật nên không được đưa lên hệ thống; nội dung không được lưu lại. Vui lòng gửi, nhận theo đường văn bản mật của cơ quan.',
  'documents.misnamed': 'Phần đuôi tên tệp không khớp với nội dung; tệp đã được đọc như {type}.',
  'documents.macros': 'Tệp có macro; macro không được chạy, chỉ phần chữ được đọc.',
  'documents.tracked-changes':
    'Tệp còn theo dõi sửa đổi; phần đã xóa không được đọc, phần thêm mới được coi như đã chấp nhận. Vui lòng kiểm tra lại.',
  'documents.footnotes':
    'Tệp có {count} chú thích cuối trang hoặc cuối văn bản chưa được đọc. Vui lòng xem trong tệp gốc.',
  'documents.comments': 'Tệp có {count} ghi chú bên lề không được đọc.',
  'documents.pictures': 'Tệp có {count} hình; chữ trong hình chưa được đọc. Vui lòng xem trong tệp gốc.',
  'documents.hidden-text': 'Tệp có chữ ẩn; phần này không in ra giấy nên không được đọc.',
  'documents.embedded-part':
    'Tệp có phần được chèn từ tệp khác chưa được đọc. Vui lòng mở bằng Word, lưu lại rồi tải lên.',
  'documents.legacy-font':
    'Văn bản dùng bảng mã cũ {encoding} đã được chuyển sang Unicode. Vui lòng soát lại tên riêng và số liệu.',
  'documents.scanned-pages':
    'Trang {pages} không có chữ đọc được (hình quét hoặc trang trắng). Vui lòng xem tệp gốc và bổ sung nếu thiếu.',
  'documents.doc-simple':
    'Tệp .doc kiểu cũ chỉ đọc được phần chữ, có thể thiếu số thứ tự và bảng. Nên mở bằng Word, lưu thành .docx rồi tải lại.',
  'documents.doubtful-table':
    'Văn bản có bảng có thể chưa được tách đúng thành hàng, cột. Vui lòng đối chiếu các hoạt động với tệp gốc hoặc tải lên tệp Word.',
} as const;

/** Why a file was not taken as a picture: what to do instead. */
export const media = {
  'media.refused.not-a-picture':
    'Tệp này không phải là ảnh chụp. Vui lòng chọn ảnh JPEG, PNG hoặc WebP; tệp văn bản thì đính kèm vào bài.',
  'media.refused.type':
    'Kiểu ảnh này chưa dùng được. Vui lòng lưu lại thành JPEG; trên iPhone chọn Cài đặt › Camera › Định dạng › Tương thích nhất.',
  'media.refused.too-many-pixels':
    'Ảnh có quá nhiều điểm ảnh (trên 60 triệu). Vui lòng giảm kích thước ảnh rồi tải lên lại.',
  'media.refused.broken': 'Tệp ảnh bị hỏng hoặc tải lên chưa trọn nên không mở được. Vui lòng chọn lại ảnh gốc.',
  'media.refused.animated': 'Đây là ảnh động. Vui lòng chọn ảnh tĩnh.',
} as const;

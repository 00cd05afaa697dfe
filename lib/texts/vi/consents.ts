/** What stands against showing a picture, and the words of consent papers. */
export const consents = {
  'media.finding.ready': 'Ảnh được dùng trên kênh này.',
  'media.finding.some': '{n} học sinh',
  'media.finding.and-more': '{names} và {n} em khác',
  'media.finding.people-unsaid':
    'Chưa ghi trong ảnh có ai. Vui lòng mở ảnh, đánh dấu người có thể nhận ra, hoặc chọn “không có người”, “đông người”.',
  'media.finding.no-consent':
    '{who} chưa có đồng ý cho kênh này. Làm mờ hoặc cắt ảnh, xin ý kiến gia đình, hoặc đề nghị thủ trưởng quyết định căn cứ khác.',
  'media.finding.no-consent-representative':
    '{who} chưa có đồng ý của người đại diện cho kênh này. Làm mờ hoặc cắt ảnh, xin ý kiến gia đình, hoặc đề nghị thủ trưởng quyết định căn cứ khác.',
  'media.finding.no-consent-child':
    '{who}: gia đình đã đồng ý, còn thiếu ý kiến của chính em. Hỏi ý kiến em, hoặc làm mờ, cắt ảnh.',
  'media.finding.refused': '{who} đã từ chối cho dùng ảnh trên kênh này. Vui lòng làm mờ, cắt ảnh hoặc chọn ảnh khác.',
  'media.finding.ended': '{who}: sự đồng ý đã hết hạn hoặc đã rút. Vui lòng làm mờ, cắt ảnh, hoặc xin ý kiến lại.',
  'media.finding.rights-ended': 'Quyền sử dụng ảnh đã hết hạn. Vui lòng gia hạn quyền hoặc chọn ảnh khác.',
  'media.finding.blocked':
    'Ảnh đang bị giữ lại trên kênh này vì đã rút đồng ý hoặc đã gỡ. Vui lòng chọn ảnh khác, hoặc tạo bản đã làm mờ.',
  'consents.channel.portal': 'Cổng thông tin',
  'consents.channel.social': 'Mạng xã hội',
  'consents.channel.press': 'Báo, đài',
  'consents.channel.print': 'Ấn phẩm in',
  'consents.channel.bulletin': 'Bản tin',
  'consents.channel.display': 'Bảng tin, băng rôn',
  'consents.after-end.leaves': 'Hết năm học, nếu không có ý kiến mới, hình ảnh đã đăng được gỡ khỏi kênh đó.',
  'consents.after-end.stays':
    'Hình ảnh đã đăng trong thời gian đồng ý được giữ lại trên kênh đó sau khi hết năm học, cho đến khi có đề nghị rút.',
  'consents.purpose.news': 'Tin, bài về hoạt động của trường',
  'consents.purpose.contest': 'Cuộc thi, triển lãm',
  'consents.purpose.teaching': 'Tài liệu dạy học',
  'consents.import.no-name': 'Chưa có họ và tên',
  'consents.import.bad-name': 'Họ và tên “{value}” có ký tự không dùng trong tên người',
  'consents.import.bad-born': 'Ngày sinh “{value}” không đọc được. Ghi theo mẫu 05/9/2015',
  'consents.import.born-future': 'Ngày sinh {value} sau hôm nay',
  'consents.import.twice': 'Trùng với dòng {row}',
  'consents.import.code-elsewhere': 'Mã {value} đang là của em khác trong trường',
  'consents.import.too-long': 'Ô “{column}” quá dài',
  'consents.import.not-in-class': 'Không có em nào tên này trong lớp. Thêm em vào lớp trước',
  'consents.import.two-of-name': 'Lớp có nhiều em trùng tên. Ghi thêm ngày sinh hoặc mã',
  'consents.import.not-an-answer': 'Ô “{column}” ghi “{value}”. Chỉ ghi C (đồng ý), K (không đồng ý) hoặc để trống',
  'consents.import.no-giver': 'Có câu trả lời của người đại diện nhưng chưa ghi người đại diện là ai',
  'consents.step.page': 'Bài “{title}”',
  'consents.step.copy': 'Bản ảnh đã gửi cho {unit}',
  'consents.step.held-back': 'Hệ thống đã giữ lại ảnh ngay khi ghi nhận.',
  'consents.step.other-purpose': 'Bài dự thi, tài liệu dạy học đã dùng ảnh của em',
  'media.import.no-heading':
    'Bảng cần có cột “Họ và tên” và ít nhất một cột khác như “Ngày sinh”. Vui lòng dùng dòng tiêu đề ở trên cùng.',
  'consents.by-form': 'Ghi trên phiếu ý kiến',
} as const;

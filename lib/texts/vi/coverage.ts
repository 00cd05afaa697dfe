/** Reminders about plans that went down: what is pasted into a group, what is written in a letter. */
export const coverage = {
  'coverage.plan': 'Kế hoạch số {number} ngày {date} về “{title}”',
  'coverage.plan-unnumbered': 'Kế hoạch “{title}”',
  'coverage.due': ', hạn trả lời {day}',
  'coverage.due-between': ', hạn trả lời từ {from} đến {to}',
  'coverage.no-due': 'chưa đặt hạn',
  'coverage.group.unit': '- {name}: còn {n} nội dung',
  'coverage.group.unit-answered': '- {name}',
  'coverage.group.more': '- … và {n} đơn vị khác',
  'coverage.group.text':
    'Kính gửi quý thầy cô, anh chị phụ trách truyền thông,\n\n{from} trân trọng nhắc {n} đơn vị dưới đây về {plan}{due}:\n\n{list}\n\nKính đề nghị quý đơn vị mở liên kết sau để xem và trả lời, mất khoảng 3 phút:\n{link}\n\nTrân trọng cảm ơn.',
  'coverage.rule.before': 'Nội dung được giao sắp đến hạn trả lời. Kính đề nghị quý đơn vị dành ít phút hoàn thành.',
  'coverage.rule.after':
    'Đã qua hạn trả lời mà hệ thống chưa nhận được đủ ý kiến. Kính đề nghị quý đơn vị hoàn thành trong thời gian sớm nhất.',
  'coverage.rule.above':
    'Các đơn vị dưới đây đã qua hạn mà chưa trả lời đủ. Kính đề nghị quý đơn vị quan tâm, hỗ trợ các đơn vị hoàn thành.',
  'coverage.mail.subject': 'Nhắc trả lời: {title}',
  'coverage.mail.text':
    'Kính gửi {name},\n\n{message}\n\nVăn bản: {plan}\nĐơn vị: {unit}\nCòn chờ trả lời: {n} nội dung\nHạn trả lời: {due}\n\nMở và trả lời: {link}\n\nTrân trọng cảm ơn.\n{from}\n',
  'coverage.mail.subject-above': '{n} đơn vị chưa trả lời: {title}',
  'coverage.mail.text-above':
    'Kính gửi {name},\n\n{message}\n\nVăn bản: {plan}\n\n{list}\n\nXem tình hình triển khai: {link}\n\nTrân trọng cảm ơn.\n{from}\n',
} as const;

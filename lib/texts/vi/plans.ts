export const plans = {
  'plans.check.basis-replaced': 'Căn cứ {ref} đã hết hiệu lực từ {date}, được thay thế bằng {by}.',
  'plans.check.basis-lapsed': 'Căn cứ {ref} đã hết hiệu lực từ {date}.',
  'plans.check.basis-not-yet': 'Căn cứ {ref} chỉ có hiệu lực từ {date}.',
  'plans.check.no-place': 'Chưa có địa danh trước ngày tháng.',
  'plans.check.no-signer': 'Chưa có chức vụ người ký.',
  'plans.check.no-lead': 'Chưa giao người phụ trách kế hoạch.',
  'plans.check.no-basis': 'Kế hoạch chưa có căn cứ nào.',
  'plans.check.no-recipient': 'Chưa có nơi nhận.',
  'plans.check.no-activity': 'Bảng hoạt động còn trống.',
  'plans.check.activity-no-lead': 'Hoạt động “{name}” chưa có đơn vị chủ trì.',
  'plans.check.activity-no-time': 'Hoạt động “{name}” chưa có thời gian.',
  'plans.check.activity-no-target': 'Hoạt động “{name}” chưa có sản phẩm đếm được.',
} as const;

/** Words of the module cascade: why a unit gets nothing of a plan that goes down. */
export const cascade = {
  'cascade.skipped.sender': '{unit} là đơn vị gửi.',
  'cascade.skipped.closed': '{unit} đã kết thúc hoạt động từ {date}.',
  'cascade.skipped.nothing': 'Không có nội dung nào dành cho loại đơn vị của {unit}.',
} as const;

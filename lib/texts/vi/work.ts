/** Words of activities at work that leave the system. */
export const work = {
  'work.feed.name': 'Lan Tỏa: {unit}',
  'work.feed.due': 'Hạn: {text} ({progress})',
  'work.feed.done': 'Đã xong: {text} ({progress})',
  'work.feed.noCount': 'không có chỉ tiêu',
  'work.feed.draft': '{text} (dự kiến)',
} as const;

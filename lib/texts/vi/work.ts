/** Words of activities at work that leave the system. */
export const work = {
  'work.feed.name': 'Lan Tỏa: {unit}',
  'work.feed.due': 'Hạn: {text} ({progress})',
  'work.feed.done': 'Đã xong: {text} ({progress})',
  'work.feed.noCount': 'không có chỉ tiêu',
  'work.no-longer-counts': 'Bài không còn ở mức được tính, hoặc đã được tính vào việc khác.',
  'work.feed.draft': '{text} (dự kiến)',
} as const;

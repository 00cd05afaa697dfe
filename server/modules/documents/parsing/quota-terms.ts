/** A day of the month by which something is owed: 'trước ngày 25'. */
export function deadlineIn(text: string): string | null {
  return /(?:trước|vào|chậm nhất)\s+ngày\s+\d{1,2}(?![\d/])/iu.exec(text)?.[0] ?? null;
}

/** To whom it is sent: 'gửi về Phòng …', 'nộp Sở …'. */
export function addressee(text: string): string | null {
  const match =
    /(?:gửi|nộp|chuyển)\s+(?:[^;.]*?\s)?(?:về|cho|đến|tới)\s+([^,;.()]{3,80}?)(?=\s+(?:để|trước|vào|mỗi|định kỳ|hàng|hằng|trong|theo|kèm)(?![\p{L}])|[,;.()]|$)/iu.exec(
      text,
    );
  return (
    match?.[1]?.trim() ??
    /(?:gửi|nộp)\s+((?:Phòng|Sở|Ban|Tổ|Văn phòng|Trung tâm|UBND|Bộ)\s[^,;.()]{2,70}?)(?=\s+(?:để|trước|vào|mỗi)(?![\p{L}])|[,;.()]|$)/u
      .exec(text)?.[1]
      ?.trim() ??
    null
  );
}

/** '12.500.000', '12,5 triệu', '1 tỷ 2' is not read: only what is certain. Null for an emptied box, undefined for no amount. */
export function readVnd(typed: string): number | null | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s*(đồng|đ|vnd|vnđ)\.?$/u, '');
  if (text === '') return null;
  const scaled = /^(\d+(?:[.,]\d{1,3})?)\s*(triệu|tr|tỷ|tỉ)$/u.exec(text);
  if (scaled) {
    const unit = scaled[2]!.startsWith('tr') ? 1_000_000 : 1_000_000_000;
    return Math.round(Number(scaled[1]!.replace(',', '.')) * unit);
  }
  if (!/^\d{1,3}(?:[.,\s]\d{3})*$|^\d+$/.test(text)) return undefined;
  const amount = Number(text.replace(/\D/g, ''));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

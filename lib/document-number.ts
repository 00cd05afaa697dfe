/**
 * The number of a document as its register and its head have it (Nghị định 30/2020/NĐ-CP, Phụ lục I): below ten with one
 * zero, else without ('7', '007' → '07'; '112'), perhaps with a letter for one given out in between ('12a'). So '7' and
 * '07' are one number. Null for anything else.
 */
export function documentNumber(typed: string): string | null {
  const parts = /^0*([1-9]\d{0,6})\s?([a-zđ]?)$/i.exec(typed.trim());
  return parts ? `${parts[1]!.padStart(2, '0')}${parts[2]!.toLowerCase()}` : null;
}

/** The ways in which one number is written on paper: to find it where it was kept as printed. */
export function writtenNumbers(number: string): string[] {
  const canonical = documentNumber(number);
  return canonical === null ? [number] : [...new Set([number, canonical, canonical.replace(/^0/, '')])];
}

/**
 * Secrecy marks (Mật, Tối mật, Tuyệt mật; Luật Bảo vệ bí mật nhà nước). Words such as "bí mật nhà nước" in running text
 * are no mark.
 */

/** A stamp: the degree in capitals and nothing else, a degree of urgency aside. */
const STAMP = /^(?:TUYỆT|TỐI)?MẬT(?:(?:HỎA|HOẢ)TỐC|(?:THƯỢNG)?KHẨN)?$/;
const URGENT_STAMP = /^(?:(?:HỎA|HOẢ)TỐC|(?:THƯỢNG)?KHẨN)(?:TUYỆT|TỐI)?MẬT$/;
/** "Độ mật: Tối mật", "Mức độ mật : MẬT". "Độ mật: Không" states that there is none. */
const STATED =
  /(?:^|[\s(|])(?:mức\s+)?độ\s+mật\s*[:：-]\s*["“]?(?:tuyệt\s+mật|tối\s+mật|mật)(?=\s*(?:$|[.,;)\]|"”\t]|\s{2}))/iu;

/** True when a line is, or states, a secrecy mark. */
export function isSecrecyMark(line: string): boolean {
  const text = line.normalize('NFC');
  if (STATED.test(text)) return true;
  // A letterhead made with tabs or wide gaps puts the stamp beside other text.
  return text.split(/\t|\n|\s{3,}|\|/).some((piece) => {
    const letters = piece.replace(/[^\p{L}\p{N}]/gu, '');
    return STAMP.test(letters) || URGENT_STAMP.test(letters);
  });
}

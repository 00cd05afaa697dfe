/**
 * TCVN3 (ABC) and VNI: the two encodings before Unicode that Vietnamese offices still keep in their archives.
 * The letters are ordinary Latin-1 characters that only a special font draws as Vietnamese.
 */

export type LegacyEncoding = 'tcvn3' | 'vni';

const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ';
const TCVN3_CODES =
  '61B5B6B7B8B9A8BBBCBDBEC6A9C7C8C9CACBAE65CCCECFD0D1AAD2D3D4D5D669D7D8DCDDDE' +
  '6FDFE1E2E3E4ABE5E6E7E8E9ACEAEBECEDEE75EFF1F2F3F4ADF5F6F7F8F979FAFBFCFDFE';
const TCVN3_CAPITALS: Record<string, string> = {
  '\u00A1': 'Ă',
  '\u00A2': 'Â',
  '\u00A3': 'Ê',
  '\u00A4': 'Ô',
  '\u00A5': 'Ơ',
  '\u00A6': 'Ư',
  '\u00A7': 'Đ',
};
const VNI_LETTERS =
  'a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò o oø oû oõ où oï ' +
  'oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î';

const tcvn3 = new Map<string, string>(Object.entries(TCVN3_CAPITALS));
for (let i = 0; i < LETTERS.length; i++) {
  const code = Number.parseInt(TCVN3_CODES.slice(i * 2, i * 2 + 2), 16);
  if (code > 0x7f) tcvn3.set(String.fromCharCode(code), LETTERS[i]!);
}

const vni = new Map<string, string>();
VNI_LETTERS.split(' ').forEach((code, i) => {
  const letter = LETTERS[i]!;
  const upper = letter.toUpperCase();
  vni.set(code.charAt(0).toUpperCase() + code.slice(1), upper);
  vni.set(code.toUpperCase(), upper);
  vni.set(code, letter);
});
const VNI_CODE = /[aeouyôö][àáâãäåèéêëùúûüøïõ]|[AEOUYÔÖ][ÀÁÂÃÄÅÈÉÊËÙÚÛÜØÏÕàáâãäåèéêëùúûüøïõ]|[ñôöìæóíòîÑÔÖÌÆÓÍÒÎ]/g;

/** TCVN3 text as Unicode. @param capitals true for the fonts whose name ends in H, which draw every letter as a capital */
export function decodeTcvn3(text: string, capitals = false): string {
  let out = '';
  for (const char of text) out += tcvn3.get(char) ?? char;
  return capitals ? out.toUpperCase() : out;
}

/** VNI text as Unicode: a letter and its mark are two characters. */
export function decodeVni(text: string): string {
  return text.replace(VNI_CODE, (code) => vni.get(code) ?? decodeVniPair(code));
}

/** Letters that stand beside a foreign mark ("ôâ") are read one by one. */
function decodeVniPair(code: string): string {
  return [...code].map((char) => vni.get(char) ?? char).join('');
}

/** The encoding that a font stands for, by its name (subset prefixes of PDF fonts are ignored). */
export function encodingOfFont(
  font: string | null | undefined,
): { encoding: LegacyEncoding; capitals: boolean } | null {
  if (!font) return null;
  const name = font.replace(/^[A-Z]{6}\+/, '').trim();
  if (/^VNI[- ]/i.test(name)) return { encoding: 'vni', capitals: false };
  if (!/^\.vn/i.test(name) && !/^Vn[A-Z]/.test(name)) return null;
  const family = name.replace(/[-,].*$|\s+(?:bold|italic).*$/i, '').trim();
  return { encoding: 'tcvn3', capitals: family.endsWith('H') };
}

/** Text of one run in a legacy font as Unicode; symbol-font private codes (U+F0xx) are first brought back to Latin-1. */
export function decodeLegacy(text: string, encoding: LegacyEncoding, capitals = false): string {
  const plain = text.replace(/[\uF020-\uF0FF]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000));
  return encoding === 'vni' ? decodeVni(plain) : decodeTcvn3(plain, capitals);
}

/** Letters that exist only in Unicode Vietnamese: a run holding them is not in a legacy encoding, whatever its font says. */
export const UNICODE_VIETNAMESE = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/;

const FREQUENT = new Set(
  (
    'và các của trong cho công tác giáo dục đào tạo truyền thông thực hiện triển khai đơn vị kế hoạch tổ chức nhà trường ' +
    'tin về việc được đến tại theo nội dung báo chí học sinh viên ngày tháng năm quyết định sở phòng bộ những với là người'
  ).split(' '),
);

/** Share (0 to 1) of the words of a text that are among the most frequent Vietnamese words. */
export function vietnameseShare(text: string): number {
  const words = text
    .toLowerCase()
    .split(/[\s.,;:!?()“”"'/\-–]+/u)
    .filter((word) => word.length > 0);
  if (words.length === 0) return 0;
  let hits = 0;
  for (const word of words) if (FREQUENT.has(word)) hits++;
  return hits / words.length;
}

/**
 * Guesses the encoding of text that came without fonts (.txt, .doc), by the share of frequent words after each conversion.
 * @returns null when the text reads best as it is
 */
export function detectLegacy(text: string): LegacyEncoding | null {
  if (!/[\u00A1-\u00FF]/.test(text)) return null;
  const own = vietnameseShare(text);
  const asTcvn3 = vietnameseShare(decodeTcvn3(text));
  const asVni = vietnameseShare(decodeVni(text));
  const best = Math.max(asTcvn3, asVni);
  if (best < 0.1 || best < own * 1.3) return null;
  return asVni > asTcvn3 ? 'vni' : 'tcvn3';
}

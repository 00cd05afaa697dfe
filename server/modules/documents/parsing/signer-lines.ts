import { isCapitals } from './fold.ts';
import type { Line } from './lines.ts';

/**
 * Signing capacity: 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.' (Decree 30/2020, Art. 13; the dot is often forgotten), 'T/M', 'K/T',
 * 'T/L' (Party documents).
 */
export const CAPACITY = /^(T\/?M|K\/?T|T\/?L|TUQ|Q)\s*[.,/]?\s+?(?=\p{Lu})|^(TM|KT|TL|TUQ|Q)\.(?=\p{Lu})/u;

/** Posts that sign, printed in capitals. Folded. */
const POSTS =
  /^(?:pho |quyen |q\.? ?)?(?:hieu truong|giam doc|chu tich|bo truong|thu truong|truong phong|truong ban|vien truong|cuc truong|vu truong|chanh van phong|chanh thanh tra|bi thu|truong doan|tong giam doc|thu tuong|truong khoa|giam hieu|ban giam hieu|chu nhiem|truong bo phan|to truong|tong phu trach|uy ban nhan dan|hieu pho|nguoi (?:lap|xay dung|viet|thuc hien|soan)|phe duyet|duyet|xac nhan)\b/;

/** Whether a line of the end of a document opens or goes on the signer's lines. */
export function isSignerLine(line: Line): boolean {
  if (line.label !== null || line.text.length > 90) return false;
  if (/^(?:TM|KT|TL|TUQ)\.?$/.test(line.text)) return true;
  return isCapitals(line.text) && (CAPACITY.test(line.text) || POSTS.test(line.fold));
}

/** The post written in small letters; only below "Nơi nhận" can it be told from a heading. */
export const isPlainPost = (line: Line): boolean =>
  line.label === null &&
  /^(?:(?:kt|tm)\.? ?)?(?:pho )?(?:hieu truong|giam doc|truong phong|chu tich|thu truong|bo truong|truong ban|to truong)$/.test(
    line.fold.trim(),
  );

const FAMILY_LIKE = /^\p{Lu}\p{Ll}*$/u;

/** Two to six words, each with one capital: a person's name as it stands under a signature. */
export function looksLikePersonName(text: string): boolean {
  const words = text
    .replace(/^(?:(?:ThS|TS|PGS|GS|CN|KS|NGƯT|NGND|Thạc sĩ|Tiến sĩ)\.?\s*)+/u, '')
    .trim()
    .split(/\s+/);
  if (words.length < 2 || words.length > 6 || text.length > 40) return false;
  return (
    words.every((word) => FAMILY_LIKE.test(word)) ||
    (isCapitals(text) && words.length <= 5 && words.every((word) => /^\p{L}+$/u.test(word)))
  );
}

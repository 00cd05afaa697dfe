/**
 * Vietnamese as it was typed in the fonts before Unicode: TCVN3 (.VnTime, capitals through the font .VnTimeH) and VNI
 * (a letter followed by its mark). One position of LETTERS is one position of each code list.
 */
export type Alphabet = 'unicode' | 'tcvn3' | 'vni';
export interface FontRun {
  text: string;
  font: string;
}

const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ';
const TCVN3 =
  '61 B5 B6 B7 B8 B9 A8 BB BC BD BE C6 A9 C7 C8 C9 CA CB AE 65 CC CE CF D0 D1 AA D2 D3 D4 D5 D6 69 D7 D8 DC DD DE ' +
  '6F DF E1 E2 E3 E4 AB E5 E6 E7 E8 E9 AC EA EB EC ED EE 75 EF F1 F2 F3 F4 AD F5 F6 F7 F8 F9 79 FA FB FC FD FE';
const TCVN3_CAPITALS: Record<string, string> = {
  Ă: '\u00a1',
  Â: '\u00a2',
  Ê: '\u00a3',
  Ô: '\u00a4',
  Ơ: '\u00a5',
  Ư: '\u00a6',
  Đ: '\u00a7',
};
const VNI =
  'a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò o oø oû oõ où oï ' +
  'oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î';

const codes = (list: string[]): Map<string, string> =>
  new Map([...LETTERS].map((letter, i) => [letter, list[i] ?? letter]));
const tcvn3 = codes(TCVN3.split(' ').map((hex) => String.fromCharCode(Number.parseInt(hex, 16))));
const vni = codes(VNI.split(' '));

/** Letters of words that are wholly in capitals: they are typed small and get their height from the H font. */
function capitals(text: string): boolean[] {
  const flags = [...text].map(() => false);
  for (const { 0: word, index } of text.matchAll(/\p{L}{2,}/gu))
    if (word === word.toUpperCase()) for (let i = index; i < index + word.length; i++) flags[i] = true;
  return flags;
}

function tcvn3Letter(letter: string, inCapitals: boolean): FontRun {
  const small = letter.toLowerCase();
  if (letter === small) return { text: tcvn3.get(letter) ?? letter, font: '.VnTime' };
  const own = TCVN3_CAPITALS[letter] ?? (/[A-Z]/.test(letter) ? letter : undefined);
  return inCapitals || own === undefined
    ? { text: tcvn3.get(small) ?? small, font: '.VnTimeH' }
    : { text: own, font: '.VnTime' };
}

function vniLetter(letter: string): string {
  const small = letter.toLowerCase();
  const code = vni.get(small) ?? small;
  return letter === small ? code : code.toUpperCase();
}

/** The text as runs of one font each; `text` is NFC. */
export function fontRuns(text: string, alphabet: Alphabet): FontRun[] {
  if (alphabet === 'unicode') return [{ text, font: 'Times New Roman' }];
  if (alphabet === 'vni') return [{ text: [...text].map(vniLetter).join(''), font: 'VNI-Times' }];
  const flags = capitals(text);
  const runs: FontRun[] = [];
  [...text].forEach((letter, i) => {
    const next = tcvn3Letter(letter, flags[i] ?? false);
    const last = runs.at(-1);
    if (last?.font === next.font) last.text += next.text;
    else runs.push(next);
  });
  return runs;
}

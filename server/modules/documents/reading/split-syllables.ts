/**
 * Text taken out of a PDF often has a gap before a letter with marks ("c ủa", "hi ện", "đ ầu m ối"), because the program
 * that made it set such letters from another font. A consonant never stands alone before a rime, so the gap can be closed.
 */

const ONSET = 'ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]';
/** Vowels that carry a mark, the only ones that are torn off. */
const MARKED = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
const RIME = `[${MARKED}][aeiouyăâêôơư${MARKED}]{0,2}(?:ng|nh|ch|[cmnpt])?`;
const ALONE = new RegExp(`(?<![\\p{L}\\d])(${ONSET}) (?=${RIME}(?![\\p{L}]))`, 'giu');
/** A syllable cut inside its rime: "hi ện", "lu ật", "ngu ồn", "hư ớng", "ho ạt", "chuy ển". */
const GLIDES: [string, string][] = [
  ['i', 'êềếểễệ'],
  ['u', 'ôồốổỗộâầấẩẫậ'],
  ['ư', 'ơờớởỡợ'],
  ['o', 'àáảãạăằắẳẵặèéẻẽẹ'],
  ['uy', 'êềếểễệ'],
];
const INSIDE = GLIDES.map(
  ([glide, marked]) =>
    new RegExp(
      `(?<![\\p{L}\\d])((?:${ONSET})${glide}) (?=([${marked}][iuyoa]?(?:ng|nh|ch|[cmnpt])?)(?![\\p{L}]))`,
      'giu',
    ),
);
/** Words that begin with such a vowel and stand alone ("cho ăn", "thu ẩn"). */
const WORDS = new Set(
  'ăn án ảnh áo áp ác ám ánh ạ à á ấn ấm ấy ẩm ẩn âm ân ông ống ốm ổn ổ ô ồn ở ơn ớt ế êm ếch ổi'.split(' '),
);
const ENOUGH = 3;
const SAMPLE = 200_000;

/**
 * Closes the gaps where the text shows several of them.
 * @returns null where it does not; else the text and one of its repairs as an example
 */
export function joinSyllables(text: string): { text: string; raw: string; normal: string } | null {
  const torn = text.slice(0, SAMPLE).match(ALONE)?.length ?? 0;
  if (torn < ENOUGH) return null;
  const first = new RegExp(`${ALONE.source}\\p{L}+`, 'iu').exec(text)?.[0] ?? '';
  const whole = INSIDE.reduce(
    (joined, pattern) =>
      joined.replace(pattern, (all, head: string, rime: string) => (WORDS.has(rime.toLowerCase()) ? all : head)),
    text.replace(ALONE, '$1'),
  );
  return { text: whole, raw: first, normal: first.replace(' ', '') };
}

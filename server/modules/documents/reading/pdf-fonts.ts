import { decodeLegacy, encodingOfFont, UNICODE_VIETNAMESE } from '#lib/legacy-encoding.ts';

export interface PdfFont {
  bold: boolean;
  italic: boolean;
  /** Turns what the font's character map says into Unicode Vietnamese (TCVN3 and VNI fonts), else null. */
  decode: ((text: string) => string) | null;
  legacy: 'TCVN3' | 'VNI' | null;
  /** Width units per em of the glyph widths. */
  unit: number;
}

/** What the name of an embedded font tells: 'ABCDEF+TimesNewRomanPS-BoldItalicMT', '.VnTimeH,Bold'. */
export function describeFont(name: string, unit = 0.001): PdfFont {
  const legacy = encodingOfFont(name);
  return {
    bold: /bold|black|heavy|demi|-bd|[,-]b(?:i|$)/i.test(name),
    italic: /italic|oblique|[,-](?:b?i|it)$/i.test(name),
    decode: legacy ? (text) => decodeRun(text, legacy.encoding, legacy.capitals) : null,
    legacy: legacy ? (legacy.encoding === 'vni' ? 'VNI' : 'TCVN3') : null,
    unit,
  };
}

/** Some producers map the legacy glyphs to real letters already: such a run is left alone. */
function decodeRun(text: string, encoding: 'tcvn3' | 'vni', capitals: boolean): string {
  if (UNICODE_VIETNAMESE.test(text)) return capitals ? text.toUpperCase() : text;
  return decodeLegacy(text, encoding, capitals);
}

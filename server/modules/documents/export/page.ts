/**
 * The page of an administrative document after Decree 30/2020/NĐ-CP, Annex I, Part I: A4; top and bottom margins 20-25,
 * left 30-35, right 15-20 mm; Times New Roman; sizes as chosen below from the ranges of its item II.
 */

/** Points in `millimetres`. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Millimetres. The right margin is the narrowest allowed, so that Quốc hiệu stands on one line beside a long name. */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 };

/** Width of the text in points. A landscape page keeps the margins of its edges as seen. */
export const textWidthOf = (landscape: boolean): number =>
  mm((landscape ? page.height : page.width) - page.left - page.right);

/** Height of the text in points. */
export const textHeightOf = (landscape: boolean): number =>
  mm((landscape ? page.width : page.height) - page.top - page.bottom);

/** First-line indent: 1.27 cm, one of the two that the Decree names. Points. */
export const indent = mm(12.7);

/** Gap between paragraphs, the least that the Decree allows. Points. */
export const paragraphGap = 6;

/** Type sizes in points. */
export const sizes = {
  country: 13,
  motto: 14,
  body: 14,
  organ: 13,
  organSmall: 12,
  number: 13,
  placeDate: 14,
  placeDateSmall: 13,
  table: 13,
  recipientsTitle: 12,
  recipients: 11,
  pageNumber: 14,
};

/**
 * Two columns of the heading: issuing body left, country right. The right one just holds the longest usual line,
 * 'Thành phố Hồ Chí Minh, ngày 20 tháng 11 năm 2026' at 13 points. Points.
 */
export const headingColumns = [mm(65.5), mm(99.5)] as const;

/** Two columns of the foot: recipients left, signature right. Points. */
export const footColumns = [mm(80), mm(85)] as const;

/** Space for signature and seal between title and name. Points. */
export const signatureSpace = 76;

/** Padding of a table cell. Points. */
export const cellPadding = { x: 4, y: 2 };

/** A table of more columns than this goes on a landscape page, which the Decree allows for tables inside the body. */
export const mostPortraitColumns = 6;

import { AlignmentType, type IPropertiesOptions, LevelFormat, LevelSuffix, LineRuleType } from 'docx';
import { indent, paragraphGap, sizes } from './page.ts';

/** Word counts lengths in twentieths of a point and type sizes in halves. */
export const twips = (points: number): number => Math.round(points * 20);
export const halfPoints = (points: number): number => Math.round(points * 2);

export const typeface = 'Times New Roman';

/**
 * Name of the automatic list. The writer finds its list by the text `{name-0}` in the finished XML, so the name holds
 * a private character that cleaned plan text cannot contain.
 */
export const headingList = 'headings\ue000';

/** Paragraph styles, with names that a văn thư finds in Word's list. */
export const style = {
  base: 'CanCu',
  text: 'NoiDung',
  cell: 'OBang',
  cellTitle: 'TieuDeBang',
  organ: 'CoQuan',
  centred: 'Giua',
  rule: 'DuongKe',
  recipients: 'NoiNhan',
} as const;

const black = '000000';
const bodyParagraph = {
  alignment: AlignmentType.BOTH,
  indent: { firstLine: twips(indent) },
  spacing: { before: 0, after: twips(paragraphGap) },
};
const heading = {
  basedOn: 'Normal',
  next: style.text,
  quickFormat: true,
  run: { bold: true, italics: false, color: black, size: halfPoints(sizes.body), font: typeface },
  paragraph: { ...bodyParagraph, keepNext: true, keepLines: true },
};

export const styles: IPropertiesOptions['styles'] = {
  default: {
    document: {
      run: {
        font: typeface,
        size: halfPoints(sizes.body),
        color: black,
        language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading,
    heading2: heading,
    heading3: heading,
  },
  paragraphStyles: [
    { id: style.text, name: 'Nội dung', basedOn: 'Normal', quickFormat: true, paragraph: bodyParagraph },
    {
      id: style.base,
      name: 'Căn cứ',
      basedOn: style.text,
      quickFormat: true,
      run: { italics: true },
    },
    {
      id: style.cell,
      name: 'Ô bảng',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: halfPoints(sizes.table) },
    },
    {
      id: style.cellTitle,
      name: 'Tiêu đề bảng',
      basedOn: style.cell,
      quickFormat: true,
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: style.organ,
      name: 'Cơ quan',
      basedOn: 'Normal',
      run: { size: halfPoints(sizes.organ) },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    { id: style.centred, name: 'Giữa dòng', basedOn: 'Normal', paragraph: { alignment: AlignmentType.CENTER } },
    {
      id: style.rule,
      name: 'Đường kẻ',
      basedOn: 'Normal',
      run: { size: 4 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 50, lineRule: LineRuleType.EXACT } },
    },
    {
      id: style.recipients,
      name: 'Nơi nhận',
      basedOn: 'Normal',
      run: { size: halfPoints(sizes.recipients) },
    },
  ],
};

const levels: [string, (typeof LevelFormat)[keyof typeof LevelFormat]][] = [
  ['%1.', LevelFormat.UPPER_ROMAN],
  ['%2.', LevelFormat.DECIMAL],
  ['%2.%3.', LevelFormat.DECIMAL],
  ['%4)', LevelFormat.LOWER_LETTER],
];

export const numbering: IPropertiesOptions['numbering'] = {
  config: [
    {
      reference: headingList,
      levels: levels.map(([text, format], level) => ({
        level,
        text,
        format,
        alignment: AlignmentType.LEFT,
        suffix: LevelSuffix.SPACE,
        style: {
          run: { bold: true, italics: false, color: black, font: typeface },
          paragraph: { indent: { left: 0, firstLine: twips(indent) } },
        },
      })),
    },
  ],
};

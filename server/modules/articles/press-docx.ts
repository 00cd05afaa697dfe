import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Inline, Picture } from '#lib/article-content.ts';

export interface PressPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}
export interface PressText {
  title: string;
  summary: string;
  credit: string;
  unitName: string;
  content: { content: Block[] };
}

const WIDTH = 560;

/** A story as a Word document that an editor of a newspaper can work with: words, pictures with captions, who wrote it. */
export async function pressDocx(text: PressText, pictures: ReadonlyMap<string, PressPicture>): Promise<Uint8Array> {
  const body = text.content.content.flatMap((block) => drawn(block, pictures));
  const document = new Document({
    title: text.title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text.title)] }),
          ...(text.summary ? [new Paragraph({ children: [new TextRun({ text: text.summary, bold: true })] })] : []),
          ...body,
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ text: [text.credit, text.unitName].filter(Boolean).join(', '), bold: true })],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Drawn = Paragraph | Table;
const space = { spacing: { after: 120 } };

function drawn(block: Block, pictures: ReadonlyMap<string, PressPicture>, indent = 0): Drawn[] {
  const inside = (blocks: readonly Block[], more = 0) => blocks.flatMap((one) => drawn(one, pictures, indent + more));
  const left = { ...space, indent: { left: indent * 360 } };
  switch (block.type) {
    case 'paragraph':
      return [new Paragraph({ ...left, children: runs(block.content) })];
    case 'heading':
      return [
        new Paragraph({
          ...left,
          heading: block.attrs.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: runs(block.content),
        }),
      ];
    case 'picture':
      return shownPicture(block.attrs, pictures.get(block.attrs.cutId));
    case 'video':
      return [new Paragraph({ ...left, children: [link(block.attrs.url, block.attrs.title || block.attrs.url)] })];
    case 'horizontalRule':
      return [new Paragraph({ ...left, thematicBreak: true })];
    case 'blockquote':
      return inside(block.content, 1);
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item, at) => {
        const mark = block.type === 'bulletList' ? '–' : `${(block.attrs?.start ?? 1) + at}.`;
        return [new Paragraph({ ...left, children: [new TextRun(`${mark} `)] }), ...inside(item.content, 1)];
      });
    case 'table':
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.content.map(
            (row) =>
              new TableRow({
                children: row.content.map(
                  (cell) =>
                    new TableCell({
                      columnSpan: cell.attrs?.colspan ?? 1,
                      rowSpan: cell.attrs?.rowspan ?? 1,
                      children: cell.content.flatMap((one) => drawn(one, pictures)),
                    }),
                ),
              }),
          ),
        }),
      ];
  }
}

/** A picture that may not be used in the press leaves no trace: its caption would speak of who is not shown. */
function shownPicture({ caption, credit, alt }: Picture, picture: PressPicture | undefined): Paragraph[] {
  if (!picture) return [];
  const width = Math.min(WIDTH, picture.width);
  const height = Math.round((width * picture.height) / picture.width);
  const words = [caption, credit && `(${credit})`].filter(Boolean).join(' ');
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({
          type: 'jpg',
          data: picture.bytes,
          transformation: { width, height },
          altText: { name: caption || alt, description: alt, title: alt },
        }),
      ],
    }),
    ...(words
      ? [
          new Paragraph({
            ...space,
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: words, italics: true })],
          }),
        ]
      : []),
  ];
}

const link = (href: string, text: string) =>
  new ExternalHyperlink({ link: href, children: [new TextRun({ text, style: 'Hyperlink' })] });

const runs = (content: readonly Inline[] | undefined) =>
  (content ?? []).map((inline) => {
    if (inline.type === 'hardBreak') return new TextRun({ text: '', break: 1 });
    const marks = inline.marks ?? [];
    const has = (type: 'bold' | 'italic' | 'underline') => marks.some((mark) => mark.type === type);
    const href = marks.find((mark) => mark.type === 'link');
    if (href) return link(href.attrs.href, inline.text);
    return new TextRun({
      text: inline.text,
      bold: has('bold'),
      italics: has('italic'),
      ...(has('underline') && { underline: {} }),
    });
  });

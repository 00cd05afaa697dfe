import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { bodyChildren, footChildren } from './docx-body.ts';
import { headingChildren } from './docx-heading.ts';
import { coreProperties } from './docx-properties.ts';
import { halfPoints, numbering, style, styles, twips } from './docx-styles.ts';
import { mm, page, sizes } from './page.ts';
import type { Prepared } from './prepared.ts';

/** The Word document with its parts, zipped by the library. @returns bytes that still carry the clock */
export async function packDocument(prepared: Prepared): Promise<Uint8Array> {
  const document = new Document({
    title: prepared.meta.title,
    creator: prepared.meta.author,
    styles,
    numbering,
    compatibility: { version: 15 },
    sections: prepared.parts.map((part, i) => ({
      properties: sectionProperties(part.landscape, i === 0),
      headers: i === 0 ? { default: pageNumber(), first: emptyHeader() } : { default: pageNumber() },
      children: [
        ...(i === 0 ? headingChildren(prepared.heading, part.landscape) : []),
        ...bodyChildren(part.blocks),
        ...(i === prepared.parts.length - 1 ? [footChildren(prepared.foot)] : []),
      ],
    })),
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(prepared.meta) };
  return await Packer.pack(document, 'uint8array', false, [core]);
}

export function sectionProperties(landscape: boolean, first: boolean) {
  return {
    titlePage: first,
    ...(first ? {} : { type: SectionType.NEXT_PAGE }),
    page: {
      size: {
        width: twips(mm(page.width)),
        height: twips(mm(page.height)),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: twips(mm(page.top)),
        bottom: twips(mm(page.bottom)),
        left: twips(mm(page.left)),
        right: twips(mm(page.right)),
        header: twips(mm(page.header)),
        footer: twips(mm(page.header)),
        gutter: 0,
      },
    },
  };
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(sizes.pageNumber) });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({ style: style.centred })] });
}

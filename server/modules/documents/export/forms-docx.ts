import { Document, Packer, Paragraph, TableRow, TextRun } from 'docx';
import type { FormDocument } from '#lib/plan-document.ts';
import { bodyChildren } from './docx-body.ts';
import { sectionProperties } from './docx-document.ts';
import { headingChildren, plainCell, plainTable } from './docx-heading.ts';
import { coreProperties } from './docx-properties.ts';
import { halfPoints, numbering, style, styles, twips } from './docx-styles.ts';
import { mostPortraitColumns, textWidthOf } from './page.ts';
import { prepareFormBlocks } from './prepare.ts';
import { prepareHeading } from './prepare-heading.ts';
import { stopClock } from './zip-clock.ts';

/** Forms are set smaller than letters, so that one fits its page; the Decree's sizes are for documents that are issued. */
const formSize = 11;
const formStyles: typeof styles = {
  ...styles,
  default: {
    ...styles?.default,
    document: {
      ...styles?.default?.document,
      run: { ...styles?.default?.document?.run, size: halfPoints(formSize) },
    },
  },
  paragraphStyles: (styles?.paragraphStyles ?? []).map((one) =>
    one.id === style.cell ? { ...one, run: { ...one.run, size: halfPoints(formSize) } } : one,
  ),
};

/** Room to sign. Points. */
const signingSpace = 30;

/** Forms bound in one Word document, each on a page of its own. The same input gives the same bytes. */
export async function writeForms(forms: FormDocument[]): Promise<Uint8Array> {
  const first = forms[0];
  const document = new Document({
    title: first?.title ?? '',
    creator: first?.issuingBody ?? '',
    styles: formStyles,
    numbering,
    compatibility: { version: 15 },
    sections: forms.map((form, i) => {
      const landscape = isWide(form);
      return {
        properties: { ...sectionProperties(landscape, i === 0), titlePage: false },
        children: [
          ...headingChildren(headingOf(form), landscape),
          ...bodyChildren(prepareFormBlocks(form.blocks)),
          ...signatures(form, textWidthOf(landscape)),
        ],
      };
    }),
  });
  const meta = { title: first?.title ?? '', author: first?.issuingBody ?? '', year: 2000, date: null };
  const core = { path: 'docProps/core.xml', data: coreProperties(meta) };
  return stopClock(await Packer.pack(document, 'uint8array', false, [core]));
}

const isWide = (form: FormDocument): boolean =>
  form.blocks.some((block) => block.kind === 'table' && block.table.columns.length > mostPortraitColumns);

const headingOf = (form: FormDocument) => ({
  ...prepareHeading({
    ...form,
    number: null,
    symbol: '',
    place: '',
    date: null,
    year: 2000,
    bases: [],
    opening: null,
    sections: [],
    closing: null,
    recipients: [],
    signerTitle: [],
    signerName: null,
    draftMark: null,
  }),
  numberLine: '',
});

function signatures({ signatures: parts }: FormDocument, width: number) {
  if (parts.length === 0) return [];
  const each = width / parts.length;
  const centred = (text: string, look: { bold?: boolean; italics?: boolean }, before = 0) =>
    new Paragraph({
      style: style.centred,
      spacing: { before: twips(before) },
      children: [new TextRun({ text, ...look })],
    });
  const cells = parts.map(({ title, note }) =>
    plainCell(each, [
      centred(title, { bold: true }, 8),
      centred(note, { italics: true }),
      new Paragraph({ spacing: { before: twips(signingSpace) } }),
    ]),
  );
  const row = new TableRow({ cantSplit: true, children: cells });
  // A table right below another would become one with it.
  const gap = new Paragraph({ style: style.rule });
  return [
    gap,
    plainTable(
      parts.map(() => each),
      [row],
    ),
  ];
}

import { strFromU8, unzipSync } from 'fflate';
import type { PlanDocument } from '#lib/plan-document.ts';
import { departmentPlan } from './sample-plans.ts';

/** For tests: the parts of a zip file as text. */
export function partsOf(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const unescapeXml = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** For tests: the paragraphs of a Word document as plain text with ordinary spaces. */
export function paragraphsOf(documentXml: string): string[] {
  return documentXml.split('</w:p>').map((paragraph) => {
    const pieces = paragraph.match(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>|<w:br\/>/g) ?? [];
    const text = pieces
      .map((piece) => (piece === '<w:br/>' ? ' ' : unescapeXml(piece.replace(/<[^>]*>/g, ''))))
      .join('');
    return text.replaceAll('\u00a0', ' ');
  });
}

/** For tests: a plan with hardly anything in it, and `more`. */
export function barePlan(more: Partial<PlanDocument> = {}): PlanDocument {
  return {
    ...departmentPlan,
    upperBody: null,
    issuingBody: 'Trường Mầm non Hoa Ban',
    number: null,
    date: null,
    title: '',
    bases: [],
    opening: null,
    sections: [],
    closing: null,
    recipients: [],
    signerTitle: [],
    signerName: null,
    ...more,
  };
}

/** For tests: text that tries to be more than text, for XML, Typst, JSON, workbooks and the list's placeholder. */
export const hostileTexts = [
  '</w:t></w:r><w:r><w:t>x & y <![CDATA[z]]>',
  '#read("/etc/passwd") $x$ *bold* _it_ `code` @label <tag> \\u{41} // comment /* open',
  '"}],"parts":[] \\" \\n',
  '=HYPERLINK("http://evil.example","x") +1 -1 @SUM(A1)',
  '{headings-0} {headings\ue000-0} {{x}} %{y}',
  'ẩn\u202etxt.exe\u200b\ufeff\u0000\u0007\u001b[31m',
];

import type { Prepared } from './prepared.ts';
import { escapeXml } from './xml.ts';

/**
 * docProps/core.xml of our own: the library's has no language and takes its dates from the clock, which would make two
 * exports of one plan differ. An undated plan carries no date.
 */
export function coreProperties({ title, author, date }: Prepared['meta']): string {
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy><dc:language>vi-VN</dc:language>`,
    date === null ? '' : `${stamp('created')}${stamp('modified')}`,
    '</cp:coreProperties>',
  ].join('');
}

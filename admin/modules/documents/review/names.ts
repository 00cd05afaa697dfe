import type { TextKey } from '../../../texts/texts.ts';

/** The names of the single values of a plan; every other field is called by its kind. */
export const singleNames: Readonly<Record<string, Extract<TextKey, `documents.single.${string}`>>> = {
  'header.parentBody': 'documents.single.parentBody',
  'header.issuingBody': 'documents.single.issuingBody',
  'header.number': 'documents.single.number',
  'header.symbol': 'documents.single.symbol',
  'header.place': 'documents.single.place',
  'header.date': 'documents.single.date',
  docType: 'documents.single.docType',
  title: 'documents.single.title',
  period: 'documents.single.period',
  opening: 'documents.single.opening',
  closing: 'documents.single.closing',
  budget: 'documents.single.budget',
  'signer.mode': 'documents.single.signerMode',
  'signer.onBehalfOf': 'documents.single.signerOnBehalf',
  'signer.position': 'documents.single.signerPosition',
  'signer.name': 'documents.single.signerName',
};

import { prepared, read, write } from '#platform/route.ts';
import * as c from './documents.contract.ts';
import * as documents from './documents.ts';

export const documentRoutes = [
  read(c.listDocuments, documents.listDocuments),
  read(c.getDocument, documents.getDocument),
  read(c.getDocumentSource, documents.getSource),
  prepared(c.receiveDocument, documents.storePaste, documents.receiveDocument),
  write(c.editDocument, documents.editDocument),
  write(c.correctDocument, documents.correctDocument),
  write(c.checkDocument, documents.checkDocument),
  write(c.reopenDocument, documents.reopenDocument),
  write(c.deleteDocument, documents.deleteDocument),
  read(c.listCorrections, documents.listCorrections),
];

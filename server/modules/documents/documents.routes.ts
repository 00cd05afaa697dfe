import { prepared, read, write } from '#platform/route.ts';
import * as c from './documents.contract.ts';
import * as documents from './documents.ts';
import * as receiving from './receiving.ts';
import * as reviewing from './reviewing.ts';

export const documentRoutes = [
  read(c.listDocuments, documents.listDocuments),
  read(c.getDocument, documents.getDocument),
  read(c.getDocumentSource, documents.getSource),
  prepared(c.receiveDocument, receiving.storePaste, receiving.receiveDocument),
  write(c.editDocument, documents.editDocument),
  write(c.correctDocument, reviewing.correctDocument),
  write(c.checkDocument, reviewing.checkDocument),
  write(c.reopenDocument, reviewing.reopenDocument),
  write(c.deleteDocument, documents.deleteDocument),
  read(c.listCorrections, reviewing.listCorrections),
];

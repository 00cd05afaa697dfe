import { read, write } from '#platform/route.ts';
import { correctArticle } from './correction.ts';
import * as c from './publication.contract.ts';
import * as p from './publication.ts';
import { listPublications } from './publication-list.ts';
import { takeDownArticle } from './take-down.ts';

export const publicationRoutes = [
  read(c.listPublications, listPublications),
  write(c.publishArticle, p.publishArticle),
  write(c.retimePublication, p.retimePublication),
  write(c.endPublication, p.endPublication),
  write(c.correctArticle, correctArticle),
  write(c.takeDownArticle, takeDownArticle),
];

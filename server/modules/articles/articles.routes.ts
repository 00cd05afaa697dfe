import { prepared, read, write } from '#platform/route.ts';
import * as c from './articles.contract.ts';
import * as articles from './articles.ts';
import { articleFromDocument, readFirst } from './from-document.ts';
import { listArticles } from './lists.ts';
import { getNewsroom } from './newsroom.ts';
import { leaveArticle, setPresence } from './presence.ts';
import { saveText } from './saving.ts';
import { listLanguages, translateArticle } from './translations.ts';
import * as v from './versions.contract.ts';
import * as versions from './versions.ts';

export const articleRoutes = [
  read(c.getNewsroom, getNewsroom),
  read(c.listArticles, listArticles),
  write(c.createArticle, articles.createArticle),
  prepared(c.articleFromDocument, readFirst, articleFromDocument),
  read(c.getArticle, articles.getArticle),
  write(c.saveText, saveText),
  write(c.deleteArticle, articles.deleteArticle),
  read(v.listVersions, versions.listVersions),
  read(v.getVersion, versions.getVersion),
  write(v.restoreVersion, versions.restoreVersion),
  write(v.setPresence, setPresence),
  write(v.leaveArticle, leaveArticle),
  read(v.listLanguages, listLanguages),
  write(v.translateArticle, translateArticle),
];

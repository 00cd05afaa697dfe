import { read, write } from '#platform/route.ts';
import * as c from './articles.contract.ts';
import * as articles from './articles.ts';
import { listArticles } from './lists.ts';
import { getNewsroom } from './newsroom.ts';
import { saveText } from './saving.ts';

export const articleRoutes = [
  read(c.getNewsroom, getNewsroom),
  read(c.listArticles, listArticles),
  write(c.createArticle, articles.createArticle),
  read(c.getArticle, articles.getArticle),
  write(c.saveText, saveText),
  write(c.deleteArticle, articles.deleteArticle),
];

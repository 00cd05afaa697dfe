import { read, send, write } from '#platform/route.ts';
import { addMedia } from './adding.ts';
import * as a from './albums.contract.ts';
import * as albums from './albums.ts';
import { cutMedia } from './cutting.ts';
import * as describing from './describing.ts';
import * as library from './library.ts';
import { markPeople } from './marking.ts';
import * as c from './media.contract.ts';

export const mediaRoutes = [
  read(c.listMedia, library.listMedia),
  write(c.addMedia, addMedia),
  read(c.getMedia, library.getMedia),
  write(c.describeMedia, describing.describeMedia),
  write(c.removeMedia, describing.removeMedia),
  write(c.cutMedia, cutMedia),
  write(c.markPeople, markPeople),
  send(c.getRendition, library.getRendition),
  read(a.listAlbums, albums.listAlbums),
  write(a.addAlbum, albums.addAlbum),
  read(a.getAlbum, albums.getAlbum),
  write(a.editAlbum, albums.editAlbum),
  write(a.closeAlbum, albums.closeAlbum),
];

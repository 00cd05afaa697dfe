import { type Route, read, receive, send, write } from '../route.ts';
import { getFile } from './files.contract.ts';
import { openFile } from './files.ts';
import { continueUpload, getUpload, startUpload } from './uploads.contract.ts';
import * as uploads from './uploads.ts';

/** The addresses of files and uploads. The app hands in what the platform cannot know: where a unit stands. */
export const fileRoutes = (settings: uploads.UploadSettings): Route[] => [
  send(getFile, openFile),
  write(startUpload, (tx, actor, input) => uploads.start(tx, actor, input, settings)),
  read(getUpload, uploads.status),
  receive(continueUpload, (begin, actor, input, body) => uploads.receive(begin, actor, input, body, settings)),
];

import { parentPort, workerData } from 'node:worker_threads';
import { decodeText } from './decode.ts';
import { readPage } from './read-page.ts';

export interface PageWork {
  bytes: Uint8Array;
  contentType: string | undefined;
  url: string;
  today: string;
}

const { bytes, contentType, url, today } = workerData as PageWork;
parentPort?.postMessage(readPage(decodeText(bytes, contentType), url, today));

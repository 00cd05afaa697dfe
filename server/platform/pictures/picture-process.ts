import os from 'node:os';
import sharp from 'sharp';
import { drawPicture } from './draw-picture.ts';
import type { PictureOrder, PictureResult } from './picture.ts';
import { isTooLarge, UnfitPicture } from './sniff-picture.ts';

export type PictureReply = { id: number; result: PictureResult };

/** The process that reads and draws pictures, one after the other; see `picture-press.ts`. */
process.on('message', async ({ id, bytes, drawing }: PictureOrder) => {
  const reply: PictureReply = { id, result: await result(bytes, drawing) };
  // A server that was killed meanwhile hears nothing any more.
  process.send?.(reply, undefined, undefined, (error) => error && process.exit());
});

async function result(bytes: Uint8Array, drawing: PictureOrder['drawing']): Promise<PictureResult> {
  try {
    return { ok: true, ...(await drawPicture(bytes, drawing, new Date())) };
  } catch (error) {
    if (error instanceof UnfitPicture) return { ok: false, unfit: error.unfit };
    return { ok: false, unfit: isTooLarge(error) ? 'too-many-pixels' : 'broken' };
  }
}

// Requests come first: this takes what they leave.
os.setPriority(os.constants.priority.PRIORITY_LOW);
sharp.concurrency(1);
sharp.cache(false);
// Decoders of everything that is never taken stay shut, whatever the bytes say (SVG, TIFF, PDF and the like).
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
  ],
});

// Ctrl-C reaches the whole group, but pictures that the server still waits for are finished: it ends us by letting go.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

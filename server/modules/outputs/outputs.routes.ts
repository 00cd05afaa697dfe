import { read, write } from '#platform/route.ts';
import * as f from './feeds.contract.ts';
import * as feeds from './feeds.ts';
import * as edits from './output-edits.ts';
import * as c from './outputs.contract.ts';
import * as outputs from './outputs.ts';
import { pasteAddresses } from './pasting.ts';

export const outputRoutes = [
  read(c.listOutputs, outputs.listOutputs),
  read(c.listAuthors, outputs.listAuthors),
  read(c.getOutput, outputs.getOutput),
  write(c.recordOutput, outputs.recordByHand),
  write(c.pasteAddresses, pasteAddresses),
  write(c.editOutput, edits.editOutput),
  write(c.markOutput, edits.markOutput),
  write(c.withdrawOutput, edits.withdrawOutput),
  write(c.captureOutput, edits.captureOutput),
  write(c.pickOutput, edits.pickOutput),
  write(c.unpickOutput, edits.unpickOutput),
  read(f.listFeeds, feeds.listFeeds),
  write(f.addFeed, feeds.addFeed),
  write(f.setFeedState, feeds.setFeedState),
  write(f.readFeedNow, feeds.readFeedNow),
];

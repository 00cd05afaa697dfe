import { read, send, write } from '#platform/route.ts';
import { receiptPaper } from './hand-in-receipt.ts';
import * as c from './hand-ins.contract.ts';
import * as handIns from './hand-ins.ts';
import * as handing from './handing-in.ts';

export const handInRoutes = [
  read(c.listTopics, handIns.listTopics),
  read(c.listReceived, handIns.listReceived),
  read(c.listHandIns, handIns.listHandIns),
  write(c.beginHandIn, handIns.beginHandIn),
  read(c.getHandIn, handIns.getHandIn),
  write(c.putHandInItems, handing.putHandInItems),
  write(c.collectAlbum, handing.collectAlbum),
  write(c.sendHandIn, handing.sendHandIn),
  write(c.receiveHandIn, handing.receiveHandIn),
  write(c.returnHandIn, handing.returnHandIn),
  send(c.receiptPaper, receiptPaper),
];

import { type Route, read, send, write } from '#platform/route.ts';
import * as c from './toolkits.contract.ts';
import * as toolkits from './toolkits.ts';

export const toolkitRoutes: Route[] = [
  read(c.listToolkits, toolkits.listToolkits),
  read(c.listToolkit, toolkits.listToolkit),
  write(c.putPiece, toolkits.putPiece),
  write(c.withdrawPiece, toolkits.withdrawPiece),
  write(c.takePiece, toolkits.takePiece),
  send(c.pieceFile, toolkits.pieceFile),
  read(c.listPieceUses, toolkits.listPieceUses),
  read(c.listPieceVersions, toolkits.listPieceVersions),
];

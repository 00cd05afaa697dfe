import { type Route, read, send, write } from '#platform/route.ts';
import * as uses from './piece-uses.ts';
import * as pieces from './pieces.ts';
import * as c from './toolkits.contract.ts';
import * as toolkits from './toolkits.ts';

export const toolkitRoutes: Route[] = [
  read(c.listToolkits, toolkits.listToolkits),
  read(c.listToolkit, toolkits.listToolkit),
  write(c.putPiece, pieces.putPiece),
  write(c.withdrawPiece, pieces.withdrawPiece),
  write(c.takePiece, uses.takePiece),
  send(c.pieceFile, toolkits.pieceFile),
  read(c.listPieceUses, uses.listPieceUses),
  read(c.listPieceVersions, toolkits.listPieceVersions),
];

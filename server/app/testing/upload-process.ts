import { connect } from '#platform/database/connect.ts';
import { fileRoutes } from '#platform/files/files.routes.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { type Known, listening, testServing } from './serving.ts';

/** A server of its own process that takes uploads, for tests that kill it. Prints its address once it listens. */
export interface UploadProcess {
  url: string;
  role: string;
  folder: string;
  person: Known;
  unitPath: string;
  pieceBytes: number;
}

const given = JSON.parse(process.argv[2] ?? '') as UploadProcess;
useFileStore(await folderStore(given.folder));
const { db } = connect({ url: given.url, role: given.role, max: 4 });
const routes = fileRoutes({
  pathOf: async () => given.unitPath,
  maxBytes: 64 * 1024 * 1024,
  pieceBytes: given.pieceBytes,
});
const site = await listening(testServing(db, routes, [given.person]));
process.stdout.write(`${site.origin}\n`);

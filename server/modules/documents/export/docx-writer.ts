import { unzipSync, zipSync } from 'fflate';
import type { PlanDocument } from '#lib/plan-document.ts';
import { prepare } from './prepare.ts';

/** Every entry gets this time, so that the same plan gives the same bytes. */
const ZIP_TIME = new Date(2020, 2, 5);

/**
 * The plan as a Word document in the layout of Decree 30/2020/NĐ-CP. The same input gives the same bytes.
 * About 10 ms on the calling thread for a plan of five pages. The library (20 MB in memory) is loaded on first use.
 */
export async function writeDocx(plan: PlanDocument): Promise<Uint8Array> {
  const { packDocument } = await import('./docx-document.ts');
  return zipSync(unzipSync(await packDocument(prepare(plan))), { mtime: ZIP_TIME, level: 6 });
}

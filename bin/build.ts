/** Builds the admin app if it is stale: `node bin/run.mjs bin/build.ts`. `npm start` does it by itself. */
import path from 'node:path';
import { buildAdmin } from './admin-build.ts';

const began = performance.now();
try {
  const outcome = await buildAdmin(path.resolve(import.meta.dirname, '..'));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (outcome === 'built') console.error(`Đã dựng trang quản trị (built the admin app): ${seconds} s`);
} catch (error) {
  console.error(`Không dựng được trang quản trị (could not build the admin app): ${(error as Error).message}`);
  process.exitCode = 1;
}

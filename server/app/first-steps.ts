import type { SampleAccount } from '../../db/sample/sample.ts';
import { openSetup } from '../modules/access/setup.ts';
import type { Config } from '../platform/config.ts';
import { log } from '../platform/log.ts';
import type { Db } from '../platform/tx.ts';

/** What the person at the console needs to see: the address, and in a fresh demo the sign-ins, once. */
export async function firstSteps(config: Config, db: Db): Promise<void> {
  const address = `${config.adminOrigin}/app/`;
  console.log(`\nLan Tỏa đang chạy tại ${address}\nLan Tỏa is running at ${address}`);
  if (config.mode !== 'demo') return await showSetup(db);
  const { loadSample } = await import('../../db/sample/sample.ts');
  const accounts = await loadSample(db);
  // Told at once: whoever stops the first start while the plans are laid in has the passwords all the same.
  if (accounts) showAccounts(accounts);
  const { loadSampleWork } = await import('../../db/sample/plans.ts');
  await loadSampleWork(db);
  const { loadNewsroom } = await import('../../db/sample/newsroom.ts');
  // Pictures take their seconds to draw: the sector can be looked at meanwhile.
  void loadNewsroom(db).catch((err: unknown) =>
    log.warn({ err }, 'the stories of the sample come with the next start'),
  );
}

function showAccounts(accounts: readonly SampleAccount[]): void {
  console.log('\nTài khoản dùng thử (chỉ hiện một lần) / Demo sign-ins (shown once):\n');
  for (const a of accounts) console.log(`  ${a.email.padEnd(36)} ${a.password}   ${a.name}, ${a.title}, ${a.unit}`);
  console.log('');
}

/** In production nobody can sign in before somebody has made the first account by this link. */
async function showSetup(db: Db): Promise<void> {
  const link = await openSetup(db, new Date());
  if (!link) return;
  console.log(`\nThiết lập tài khoản đầu tiên (dùng một lần): ${link}`);
  console.log(`Set up the first account (works once): ${link}\n`);
}

import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/tx.ts';

/** What the person at the console needs to see: the address, and in a fresh demo the sign-ins, once. */
export async function firstSteps(config: Config, db: Db): Promise<void> {
  const address = `${config.adminOrigin}/app/`;
  console.log(`\nLan Tỏa đang chạy tại ${address}\nLan Tỏa is running at ${address}`);
  if (config.mode !== 'demo') return;
  const { loadSample } = await import('../../db/sample/sample.ts');
  const accounts = await loadSample(db);
  if (!accounts) return;
  console.log('\nTài khoản dùng thử (chỉ hiện một lần) / Demo sign-ins (shown once):\n');
  for (const a of accounts) console.log(`  ${a.email.padEnd(36)} ${a.password}   ${a.name}, ${a.title}, ${a.unit}`);
  console.log('');
}

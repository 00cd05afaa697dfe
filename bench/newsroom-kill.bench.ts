/**
 * Nothing that was acknowledged is lost in the newsroom: the real server is killed (SIGKILL) at moments of chance while
 * three hands save words as they are typed, upload photos, hand in, pass, approve, publish, schedule and offer stories.
 * Run: npm run bench -- newsroom-kill [rounds, 200 unless told otherwise]
 */
import { cloneDatabase } from '#app/testing/database.ts';
import { sampleFilling } from '#app/testing/http.ts';
import { newsroomRounds } from '#app/testing/newsroom-rounds.ts';

const rounds = Math.min(500, Number(process.argv[2] ?? 200));
const database = await cloneDatabase(sampleFilling);
const began = performance.now();
const { told, lost, disagreements, sentAgain } = await newsroomRounds(
  database.owner,
  database.url,
  rounds,
  Math.random,
);
await database.close();
const all = Object.values(told).reduce((sum, n) => sum + n, 0);
const kinds = Object.entries(told).map(([what, n]) => `${what} ${n}`);
console.log(
  `${rounds} rounds in ${((performance.now() - began) / 1000).toFixed(0)} s: ${all} acknowledged (${kinds.join(', ')}), ` +
    `${sentAgain} requests sent again, lost = ${lost.length}, disagreements = ${disagreements.length}`,
);
for (const one of [...lost, ...disagreements].slice(0, 20)) console.log(`  ${one}`);
process.exit(lost.length + disagreements.length > 0 ? 1 : 0);

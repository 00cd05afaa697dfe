/**
 * Nothing that was acknowledged is lost: the real server is killed (SIGKILL) at moments of chance while three hands write
 * plans and receive documents and three send plans down, answer, count and amend, and started again on the same database.
 * Run: npm run bench -- kill [rounds]
 */
import { cloneDatabase } from '#app/testing/database.ts';
import { sampleFilling } from '#app/testing/http.ts';
import { killRounds } from '#app/testing/kill-rounds.ts';

const rounds = Math.min(200, Number(process.argv[2] ?? 30));
const database = await cloneDatabase(sampleFilling);
const began = performance.now();
const outcome = await killRounds(database.owner, database.url, rounds, Math.random);
await database.close();
const { asks, answers, evidence, amendments } = outcome.field;
console.log(
  `${outcome.rounds} rounds in ${((performance.now() - began) / 1000).toFixed(0)} s: ${outcome.acknowledged} writes acknowledged, ` +
    `${outcome.sentAgain} requests sent again, ${outcome.documentsRead} documents read, ${asks} asks sent, ${answers} answers, ` +
    `${evidence} pieces of evidence, ${amendments} amendments, lost = ${outcome.lost.length}, ` +
    `disagreements = ${outcome.disagreements.length}`,
);
for (const one of [...outcome.lost, ...outcome.disagreements].slice(0, 20)) console.log(`  ${one}`);
process.exit(outcome.lost.length + outcome.disagreements.length > 0 ? 1 : 0);

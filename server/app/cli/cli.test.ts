import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { run as people } from './people.ts';
import { run as units } from './units.ts';

/** What a command says, and its exit code; nothing here opens a database. */
async function said(
  t: TestContext,
  run: (args: readonly string[]) => Promise<number>,
  args: string[],
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  for (const stream of ['log', 'error'] as const) t.mock.method(console, stream, (line: string) => lines.push(line));
  const code = await run(args);
  return { code, text: lines.join('\n') };
}

test('without a word they know, the commands say how they are used', async (t) => {
  for (const args of [[], ['load'], ['fly'], ['import', 'a.csv'], ['reorganise', 'a.csv']]) {
    const { code, text } = await said(t, units, args);
    assert.equal(code, 2);
    assert.match(text, /lantoa units load TỆP\.csv/);
  }
  assert.match((await said(t, people, [])).text, /lantoa people import TỆP --unit ĐƠN_VỊ/);
});

test('a file that is not there, or is no such table, is named and nothing is loaded', async (t) => {
  const missing = await said(t, units, ['load', '/nowhere/a.csv']);
  assert.deepEqual([missing.code, missing.text.startsWith('Chưa đọc được /nowhere/a.csv')], [1, true]);
  const wrong = await said(t, units, ['load', import.meta.filename]);
  assert.equal(wrong.code, 1);
  const table = await said(t, people, ['import', '/nowhere/b.xlsx', '--unit', 'so']);
  assert.deepEqual([table.code, table.text], [1, 'Không mở được tệp /nowhere/b.xlsx.']);
  const changes = await said(t, units, ['reorganise', '/nowhere/c.csv', '--by', 'minh.ho@so.songtra.example']);
  assert.equal(changes.code, 1);
  assert.match(changes.text, /^Chưa đọc được bảng này/);
});

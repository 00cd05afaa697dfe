import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const CHECKOUT = path.join(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'lantoa-import-'));
after(() => rmSync(folder, { recursive: true }));

const PLAN = 'Số: 12/KH-THCS\n\nKẾ HOẠCH\nTruyền thông năm 2026\n\nI. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n';

function lantoa(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(CHECKOUT, 'bin/lantoa.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

test('a plan is printed as JSON, and nothing else', () => {
  const { status, stdout, stderr } = lantoa('import', file('plan.txt', PLAN), '--json');
  const draft = JSON.parse(stdout);
  assert.deepEqual([status, stderr, draft.header.number, draft.title], [0, '', '12', 'Truyền thông năm 2026']);
});

test('without --json it is printed to be read', () => {
  const { status, stdout } = lantoa('import', file('plan.txt', PLAN));
  assert.equal(status, 0);
  assert.match(stdout, /Số, ký hiệu\s+12\/KH-THCS/);
  assert.match(stdout, /Mục đích \(1\)\n {2}- Nâng cao nhận thức\./);
});

test('bad input is answered in one sentence, with nothing on standard output', () => {
  const cases: [string[], RegExp][] = [
    [['import', path.join(folder, 'none.docx'), '--json'], /Không tìm thấy tệp/],
    [['import', folder], /là thư mục/],
    [['import', file('empty.docx', ''), '--json'], /Tệp này trống/],
    [['import', file('broken.docx', 'PK\u0003\u0004broken'), '--json'], /Tệp bị hỏng|Chưa nhận ra/],
    [['import', '--json'], /Cần đúng một tệp/],
    [['import', 'a', '--xml'], /Không có tùy chọn/],
    [['nothing'], /Không có lệnh/],
  ];
  for (const [args, sentence] of cases) {
    const { status, stdout, stderr } = lantoa(...args);
    assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [2, '', 1], args.join(' '));
    assert.match(stderr, sentence);
  }
});

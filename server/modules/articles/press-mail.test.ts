import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName } from './press-mail.ts';

test('a title with signs that turn the direction of reading names a file whose ending is what it looks like', () => {
  assert.equal(fileName('Lịch thi \u202excod\u200b.exe\r\nBcc: a@b'), 'Lịch thi xcod.exeBcc  a@b');
  assert.equal(fileName('../Bài: "một" <hai>'), '.. Bài   một   hai');
});

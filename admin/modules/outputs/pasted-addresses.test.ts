import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pastedAddresses } from './pasted-addresses.ts';

test('addresses are taken out of lines, chats and sentences, each once', () => {
  const text = `https://baolaocai.vn/1
Bài mới: https://baolaocai.vn/2, và https://baolaocai.vn/3).
https://baolaocai.vn/1

truong.edu.vn/bai`;
  assert.deepEqual(pastedAddresses(text), [
    'https://baolaocai.vn/1',
    'https://baolaocai.vn/2',
    'https://baolaocai.vn/3',
    'truong.edu.vn/bai',
  ]);
});

test('what holds no address stays as it was typed, to be refused with its reason', () => {
  assert.deepEqual(pastedAddresses('không phải địa chỉ\n\n'), ['không phải địa chỉ']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reading as en } from '#lib/texts/en/reading.ts';
import { reading as vi } from '#lib/texts/vi/reading.ts';
import { READING_CODES } from './reading-codes.ts';

test('every code has a sentence in both languages, with its parameters and no others', () => {
  assert.deepEqual(Object.keys(vi).sort(), Object.keys(READING_CODES).sort());
  for (const [code, params] of Object.entries(READING_CODES)) {
    for (const sentence of [vi[code as keyof typeof vi], en[code as keyof typeof vi]]) {
      const named = [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      assert.deepEqual(named.sort(), [...params].sort(), code);
      assert.match(sentence, /[.]$/, code);
    }
  }
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { provideTexts, switchLanguage, t } from './texts.ts';

const folder = import.meta.dirname;
const modules = fs.readdirSync(path.join(folder, 'vi')).map((file) => path.basename(file, '.ts'));

async function words(language: string, module: string): Promise<Record<string, string>> {
  const file = (await import(path.join(folder, language, `${module}.ts`))) as { default: Record<string, string> };
  return file.default;
}

const names = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((found) => found[1]))].sort();

test('every module speaks both languages, with the same keys and the same values in each sentence', async () => {
  for (const module of modules) {
    const [vi, en] = [await words('vi', module), await words('en', module)];
    assert.deepEqual(Object.keys(en).sort(), Object.keys(vi).sort(), module);
    for (const [key, sentence] of Object.entries(vi)) {
      assert.deepEqual(names(en[key] ?? ''), names(sentence), `${module}.${key}`);
    }
  }
});

test('Vietnamese words are composed (NFC), so that they look right in every font', async () => {
  for (const module of modules) {
    for (const [key, sentence] of Object.entries(await words('vi', module))) {
      assert.equal(sentence, sentence.normalize('NFC'), `${module}.${key}`);
    }
  }
});

test('a sentence takes its values', () => {
  assert.equal(t('ui.saved.at', { time: '14:05' }), 'Đã lưu 14:05');
  assert.equal(t('ui.save'), 'Lưu');
});

test('English takes a form by number, and falls back to Vietnamese where it has no words', async () => {
  provideTexts('ui', 'en', { 'inbox.unread': '{n} unread {n:notice|notices}' });
  switchLanguage('en');
  assert.equal(t('ui.inbox.unread', { n: 1 }), '1 unread notice');
  assert.equal(t('ui.inbox.unread', { n: 3 }), '3 unread notices');
  assert.equal(t('ui.save'), 'Lưu');
  switchLanguage('vi');
});

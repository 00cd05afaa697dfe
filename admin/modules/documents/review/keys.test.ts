import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandOf, commands, keysOf, type Pressed } from './keys.ts';

const press = (key: string, part: Partial<Pressed> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, on: 'field', ...part });

test('letters, arrows and Enter are commands on the chosen field', () => {
  assert.deepEqual(
    ['j', 'ArrowDown', 'Enter', 'n', 'x', '?'].map((key) => press(key)),
    ['next', 'next', 'accept', 'next-open', 'not-an-item', 'help'],
  );
});

test('while something is typed no key is a command', () => {
  assert.equal(press('a', { on: 'typing' }), undefined);
  assert.equal(press('a', { isComposing: true }), undefined);
});

test('shortcuts of the browser stay with the browser', () => {
  assert.equal(press('c', { ctrlKey: true }), undefined);
  assert.equal(press('a', { metaKey: true }), undefined);
});

test('Ctrl Z takes back what was done, and in a box only what was typed there', () => {
  assert.equal(press('z', { ctrlKey: true }), 'undo');
  assert.equal(press('z', { ctrlKey: true, on: 'typing' }), undefined);
});

test('Enter on another button presses that button, and arrows scroll the source', () => {
  assert.equal(press('Enter', { on: 'control' }), undefined);
  assert.equal(press('ArrowDown', { on: 'page' }), undefined);
  assert.equal(press('n', { on: 'control' }), 'next-open');
});

test('capitals and the marks of a Vietnamese keyboard mean the same letter', () => {
  assert.equal(press('A'), 'accept');
  assert.equal(press('ê'), 'edit');
});

test('every command has its key on the help card', () => {
  for (const command of commands) {
    const key = keysOf[command][0] ?? '';
    assert.equal(press(key.length === 1 ? key.toLowerCase() : key), command);
  }
});

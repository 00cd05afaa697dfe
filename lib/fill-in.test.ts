import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn } from './fill-in.ts';

const names = { 'đơn vị': 'Trường THCS Suối Ngọc', 'địa danh': 'Suối Ngọc', 'cấp trên': null };

test('each place takes the name of the unit, however it was typed', () => {
  assert.equal(
    fillIn('{đơn vị} mời phụ huynh; {Don Vi}, {ĐỊA DANH}', names),
    'Trường THCS Suối Ngọc mời phụ huynh; Trường THCS Suối Ngọc, Suối Ngọc',
  );
});

test('a place without a name, an unknown one and plain braces stay and are seen', () => {
  assert.equal(fillIn('{cấp trên} {lớp} {} { ', names), '{cấp trên} {lớp} {} { ');
});

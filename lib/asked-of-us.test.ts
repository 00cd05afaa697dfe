import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAskedOf } from './asked-of-us.ts';

const asked = (actor: string, kind: string, name = 'Đơn vị') => isAskedOf(actor, { kind, name });

test('schools are asked by their level, or as schools of any level', () => {
  assert.ok(asked('Các trường mầm non, tiểu học, THCS', 'nursery'));
  assert.ok(asked('Các trường mầm non, tiểu học, THCS', 'lower-secondary'));
  assert.ok(!asked('Các trường mầm non, tiểu học, THCS', 'upper-secondary'));
  for (const all of [
    'Các cơ sở giáo dục',
    'Các trường',
    'Các trường học trên địa bàn',
    'Nhà trường',
    'Các đơn vị trực thuộc',
  ])
    assert.ok(asked(all, 'primary'), all);
});

test('an office for schools is no school', () => {
  assert.ok(!asked('Vụ Giáo dục Mầm non', 'nursery'));
  assert.ok(!asked('Phòng Giáo dục Phổ thông', 'upper-secondary'));
  assert.ok(!asked('Phòng Giáo dục Mầm non', 'commune-office'));
  assert.ok(!asked('Trung tâm Truyền thông và Sự kiện', 'continuing-education'));
  assert.ok(asked('Phòng Giáo dục Phổ thông', 'division'));
});

test('universities are no schools of ours', () => {
  assert.ok(!asked('Các trường đại học, cao đẳng', 'nursery'));
  assert.ok(!asked('Các cơ sở giáo dục đại học', 'primary'));
  assert.ok(asked('Các trường đại học, cao đẳng', 'training-institution'));
});

test('several bodies of one line are asked one by one', () => {
  assert.ok(asked('Phòng GDĐT và các trường THPT', 'upper-secondary'));
  assert.ok(asked('Phòng GDĐT và các trường THPT', 'commune-office'));
  assert.ok(asked('Văn phòng Bộ; các Sở Giáo dục và Đào tạo', 'province-department'));
});

test('a unit that is named is asked', () => {
  assert.ok(asked('Trường THPT Sông Trà', 'upper-secondary', 'Trường THPT Sông Trà'));
  assert.ok(asked('Trung tâm Truyền thông và Sự kiện', 'division', 'Trung tâm Truyền thông và Sự kiện'));
});

test('the commune is asked under its names of before and after 1/7/2025', () => {
  for (const name of ['Phòng Văn hóa - Xã hội', 'UBND các xã, phường', 'Phòng Giáo dục và Đào tạo', 'Phòng GD&ĐT'])
    assert.ok(asked(name, 'commune-office'), name);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCovered } from './geometry.ts';

const face = { x: 0.4, y: 0.4, w: 0.2, h: 0.2 };
const covered = (recipe: { crop?: object | null; blurred?: object[] }) =>
  isCovered(face, { crop: null, blurred: [], ...recipe } as Parameters<typeof isCovered>[1]);

test('a face in the open is not covered, one that is cropped away is', () => {
  assert.equal(covered({}), false);
  assert.equal(covered({ crop: { x: 0, y: 0, w: 0.4, h: 1 } }), true);
  // A tenth of it is left: not more.
  assert.equal(covered({ crop: { x: 0, y: 0, w: 0.42, h: 1 } }), true);
  assert.equal(covered({ crop: { x: 0, y: 0, w: 0.43, h: 1 } }), false);
});

test('blurring covers from four fifths of the face on, places that two boxes share counted once', () => {
  assert.equal(covered({ blurred: [{ x: 0.4, y: 0.4, w: 0.2, h: 0.16 }] }), true);
  assert.equal(covered({ blurred: [{ x: 0.4, y: 0.4, w: 0.2, h: 0.15 }] }), false);
  const half = { x: 0.4, y: 0.4, w: 0.1, h: 0.2 };
  assert.equal(covered({ blurred: [half, half] }), false);
  assert.equal(covered({ blurred: [half, { ...half, x: 0.49 }] }), true);
});

test('forty small blurred parts beside one another leave a face that can be known', () => {
  const side = 0.2 / 6;
  const small = Array.from({ length: 36 }, (_, n) => ({
    x: 0.4 + (n % 6) * side,
    y: 0.4 + Math.floor(n / 6) * side,
    w: side,
    h: side,
  }));
  assert.equal(covered({ blurred: small }), false);
  const quarters = [0, 1, 2, 3].map((n) => ({ x: 0.4 + (n % 2) * 0.1, y: n < 2 ? 0.4 : 0.5, w: 0.1, h: 0.1 }));
  assert.equal(covered({ blurred: quarters }), true);
});

test('what is cropped and what is blurred count together', () => {
  const crop = { x: 0, y: 0, w: 0.5, h: 1 };
  assert.equal(covered({ crop, blurred: [{ x: 0.4, y: 0.4, w: 0.1, h: 0.1 }] }), false);
  assert.equal(covered({ crop, blurred: [{ x: 0.4, y: 0.4, w: 0.1, h: 0.17 }] }), true);
});

test('a person without a place is never covered by geometry', () => {
  assert.equal(isCovered({ x: 0.5, y: 0.5, w: 0, h: 0 }, { crop: null, blurred: [{ x: 0, y: 0, w: 1, h: 1 }] }), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxBetween, heldInside, LEAST, nextTurn, originalPlace, originalStep } from './turned.ts';

test('a place on the turned picture is found in the original, whichever way it was turned', () => {
  // The top left corner of the original, where it is seen after each turn.
  assert.deepEqual(originalPlace({ x: 0, y: 0 }, 0), { x: 0, y: 0 });
  assert.deepEqual(originalPlace({ x: 1, y: 0 }, 90), { x: 0, y: 0 });
  assert.deepEqual(originalPlace({ x: 1, y: 1 }, 180), { x: 0, y: 0 });
  assert.deepEqual(originalPlace({ x: 0, y: 1 }, 270), { x: 0, y: 0 });
});

test('a step to the right on the screen is a step of the original', () => {
  const right = { x: 1, y: 0 };
  assert.deepEqual(originalStep(right, 90), { x: 0, y: -1 });
  assert.deepEqual(originalStep(right, 270), { x: -0, y: 1 });
  for (const turn of [0, 90, 180, 270] as const) {
    const [from, to] = [
      { x: 0.2, y: 0.3 },
      { x: 0.5, y: 0.7 },
    ].map((place) => originalPlace(place, turn));
    const step = originalStep({ x: 0.3, y: 0.4 }, turn);
    assert.ok(Math.abs(to!.x - from!.x - step.x) < 1e-9 && Math.abs(to!.y - from!.y - step.y) < 1e-9);
  }
});

test('boxes stay inside the picture and never vanish', () => {
  assert.deepEqual(heldInside({ x: 0.9, y: -1, w: 0.5, h: 0 }), { x: 0.5, y: 0, w: 0.5, h: LEAST });
  assert.deepEqual(boxBetween({ x: 0.8, y: 1.4 }, { x: 0.2, y: 0.5 }), { x: 0.2, y: 0.5, w: 0.6, h: 0.5 });
});

test('four quarter turns are none', () => {
  assert.equal(
    [1, 2, 3, 4].reduce((turn) => nextTurn(turn as 0), 0),
    0,
  );
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLimiter } from './rate-limit.ts';

describe('how often somebody may ask', () => {
  test('a burst goes through at once, then each call waits for its token', () => {
    const limiter = createLimiter({ burst: 3, perSecond: 0.5 });
    assert.deepEqual(
      [1, 2, 3, 4].map(() => limiter.take('a', 0)),
      [0, 0, 0, 2],
    );
    assert.equal(limiter.take('a', 1000), 1, 'half a token is there');
    assert.equal(limiter.take('a', 2000), 0);
    assert.equal(limiter.take('a', 2000), 2);
  });

  test('whoever waits as long as told is let in', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 0.3 });
    limiter.take('a', 0);
    const seconds = limiter.take('a', 0);
    assert.equal(limiter.take('a', seconds * 1000), 0);
  });

  test('asking again while waiting does not lengthen the wait', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 1 });
    limiter.take('a', 0);
    for (let at = 0; at < 1000; at += 100) assert.equal(limiter.take('a', at), 1);
    assert.equal(limiter.take('a', 1000), 0);
  });

  test('one does not use up what another may', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 1 });
    limiter.take('a', 0);
    assert.equal(limiter.take('b', 0), 0);
  });

  test('a clock that goes back gives nothing away and takes nothing', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 1 });
    limiter.take('a', 10_000);
    assert.equal(limiter.take('a', 0), 1);
  });

  test('a flood of strangers does not fill the memory, and the one who asks most is not forgotten', () => {
    const limiter = createLimiter({ burst: 2, perSecond: 0.001 }, 100);
    limiter.take('busy', 0);
    for (let n = 0; n < 10_000; n++) {
      limiter.take(`stranger ${n}`, n);
      limiter.take('busy', n);
    }
    assert.ok(limiter.size <= 100);
    assert.ok(limiter.take('busy', 10_000) > 0);
  });
});

/** How much one key may do: `burst` calls at once, then `perSecond` more as time passes. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Limiter {
  /** Takes one call for the key at a time in milliseconds. 0: go on. Otherwise how many whole seconds to wait; nothing was taken. */
  take(key: string, at: number): number;
  /** Keys kept at the moment. */
  readonly size: number;
}

/** Open endpoints, per network: a whole school signs in behind one address at half past seven. */
export const openRate: Rate = { burst: 150, perSecond: 3 };
/** Writes, per person: far above what hands can do, far below what a script that ran away does. */
export const writeRate: Rate = { burst: 240, perSecond: 12 };

const MOST_KEYS = 20_000;

/**
 * A token bucket per key. It guards one process, on purpose without the database: with n processes a caller gets at
 * most n times the rate, which is still a bound. Full buckets are forgotten, so memory follows the callers of the moment.
 */
export function createLimiter(rate: Rate, mostKeys: number = MOST_KEYS): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const refilled = (bucket: { tokens: number; at: number }, at: number) =>
    Math.min(rate.burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * rate.perSecond);
  const sweep = (at: number) => {
    for (const [key, bucket] of buckets) if (refilled(bucket, at) >= rate.burst) buckets.delete(key);
    // Still too many: the least recently seen go, or a flood of addresses would fill the memory. A tenth at once, or
    // each stranger of the flood would cost a look at all buckets.
    for (const key of buckets.keys()) {
      if (buckets.size < mostKeys * 0.9) break;
      buckets.delete(key);
    }
  };
  return {
    take(key, at) {
      const known = buckets.get(key);
      // Rounded: many small refills must add up to the same as one large one.
      const tokens = known ? Math.round(refilled(known, at) * 1e6) / 1e6 : rate.burst;
      if (!known && buckets.size >= mostKeys) sweep(at);
      // Put at the end: the map's order is then the order of last use.
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / rate.perSecond));
    },
    get size() {
      return buckets.size;
    },
  };
}

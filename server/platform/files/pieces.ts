export interface Pieces {
  /** The next bytes, at most `limit` of them, as they arrive. Ends early when the body does. */
  next(limit: number): AsyncGenerator<Uint8Array>;
  /** True once nothing is left to read; waits for the next bytes to know. */
  ended(): Promise<boolean>;
}

/**
 * Cuts a body into pieces of a bounded length without ever holding one in memory. A body that breaks off (the caller's
 * line went down) ends like one that is finished: what arrived is worth keeping.
 */
export function cutInPieces(body: ReadableStream<Uint8Array> | null): Pieces {
  const reader = body?.getReader();
  let waiting: Uint8Array | undefined;
  const fill = async (): Promise<Uint8Array | undefined> => {
    while (!waiting || waiting.byteLength === 0) {
      const chunk = await reader?.read().catch(() => undefined);
      if (!chunk || chunk.done) return undefined;
      waiting = chunk.value;
    }
    return waiting;
  };
  return {
    async *next(limit) {
      for (let left = limit; left > 0; ) {
        const chunk = await fill();
        if (!chunk) return;
        const part = chunk.subarray(0, left);
        waiting = chunk.subarray(part.byteLength);
        left -= part.byteLength;
        yield part;
      }
    },
    ended: async () => (await fill()) === undefined,
  };
}

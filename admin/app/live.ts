import { useEffect, useEffectEvent } from 'react';

type Handler = (data: unknown) => void;

const handlers = new Map<string, Set<Handler>>();
let source: EventSource | undefined;
let again: ReturnType<typeof setTimeout> | undefined;

function listen(event: string): void {
  source?.addEventListener(event, (message) => {
    const data: unknown = JSON.parse((message as MessageEvent<string>).data);
    for (const handler of handlers.get(event) ?? []) handler(data);
  });
}

function open(): void {
  source = new EventSource('/api/inbox/events');
  for (const event of handlers.keys()) listen(event);
  // The browser reopens a broken line by itself, but gives up on one that was refused (a restart, an ended session).
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(again);
    again = setTimeout(open, 15_000);
  };
}

/** Follows one kind of live event while the component is on the screen: `useLive('inbox', (data) => …)`. */
export function useLive(event: string, handler: Handler): void {
  const current = useEffectEvent(handler);
  useEffect(() => {
    const mine: Handler = (data) => current(data);
    const known = handlers.get(event);
    handlers.set(event, (known ?? new Set()).add(mine));
    if (!source) open();
    else if (!known) listen(event);
    return () => {
      handlers.get(event)?.delete(mine);
    };
  }, [event]);
}

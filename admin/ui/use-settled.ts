import { useEffect, useRef, useState } from 'react';

const PAUSE = 250;

/**
 * Typed text that goes on (into the address) once the person pauses; a change from outside comes back into the box.
 * Returns what the box shows and its onChange.
 */
export function useSettled(value: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    typed,
    (text) => {
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        sent.current = text.trim();
        onSettled(text.trim());
      }, PAUSE);
    },
  ];
}

/** The value once it has stayed the same for a moment; until then the one before. */
export function useSettledValue<T>(value: T, after = 350): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}

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

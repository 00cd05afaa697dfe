import { useEffect, useState } from 'react';

/** A value once it has stood still for a moment, so that not every tick asks the server. */
export function useSettledValue<T>(value: T, after = 350): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}

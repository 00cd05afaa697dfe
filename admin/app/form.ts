import { useState } from 'react';
import type { Problem } from './problem.ts';

export interface Form<V> {
  values: V;
  /** Spread into a field of the kit: value, onChange and the error of the server beside it. */
  field: <K extends keyof V & string>(
    name: K,
  ) => { value: V[K]; onChange: (value: V[K]) => void; error: string | undefined };
  set: (change: Partial<V>) => void;
  /** Takes a problem: sentences go beside their fields. `save.mutate(values, { onError: form.fail })`. */
  fail: (problem: Problem) => void;
  /** The problem that belongs to no field of the form: show it in a <Notice tone="danger">. */
  problem: Problem | undefined;
  changed: boolean;
  reset: (values: V) => void;
}

/** Values and errors of a form. An error leaves its field as soon as the field is changed. */
export function useForm<V extends object>(initial: V): Form<V> {
  const [start, setStart] = useState(initial);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem>();
  const set = (change: Partial<V>) => {
    setValues((now) => ({ ...now, ...change }));
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !(name in change))));
    setProblem(undefined);
  };
  return {
    values,
    set,
    field: (name) => ({
      value: values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<V>),
      error: errors[name],
    }),
    fail: (found) => {
      const beside = Object.entries(found.fields ?? {}).filter(([name]) => name in values);
      setErrors(Object.fromEntries(beside));
      setProblem(beside.length > 0 ? undefined : found);
    },
    problem,
    changed: JSON.stringify(values) !== JSON.stringify(start),
    reset: (next) => {
      setStart(next);
      setValues(next);
      setErrors({});
      setProblem(undefined);
    },
  };
}

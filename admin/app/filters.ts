import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Path, PathParams } from './paths.ts';

/** The parameters of the page's own address: `const { planId } = useAddress(paths.plan)`. */
export function useAddress<P extends string>(_path: Path<P>): PathParams<P> {
  return useParams({ strict: false }) as PathParams<P>;
}

/** The one-time secret behind '#' of the address. */
export const useSecret = (): string => useLocation({ select: (location) => location.hash });

/**
 * Filters that live in the address, so that a list can be sent to a colleague and 'back' works.
 * `const [filters, setFilters] = useFilters({ q: '', state: '' })`; setting '' takes one out of the address.
 */
export function useFilters<F extends Record<string, string>>(
  defaults: F,
): [{ [K in keyof F]: string }, (change: Partial<Record<keyof F, string>>) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const filters = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, search[name] ?? value]),
  ) as { [K in keyof F]: string };
  const set = useCallback(
    (change: Partial<Record<keyof F, string>>) => {
      const next = (before: Record<string, string | undefined>) => {
        const merged: Record<string, string | undefined> = { ...before, ...change };
        return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== ''));
      };
      void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
    },
    [navigate],
  );
  return [filters, set];
}

/** '?q=a&state=b' ↔ { q: 'a', state: 'b' }: plain words, so that addresses stay readable and '123' stays text. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

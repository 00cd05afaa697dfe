import {
  keepPreviousData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { call } from './client.ts';
import { Problem } from './problem.ts';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // No answer is worth another try; an answer that says no is an answer.
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.status >= 502,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** The cache key of a read: its path first, so that a write can name what it changed. */
export const keyOf = (endpoint: Pick<Endpoint, 'path'>, input: unknown) => [endpoint.path, input] as const;

export interface ReadOptions {
  /** False: not yet (something it needs is missing). */
  enabled?: boolean;
  /** Keeps showing the answer before while the next one comes (a list whose filter changes). */
  keepPrevious?: boolean;
  refetchEvery?: number;
}

/** Reads an endpoint: `const plan = useRead(getPlan, { planId })` → data, error (a Problem), isPending. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E>,
  options: ReadOptions = {},
): UseQueryResult<OutputOf<E>, Problem> {
  const query: UseQueryOptions<OutputOf<E>, Problem> = {
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.enabled,
    refetchInterval: options.refetchEvery,
  };
  const before = options.keepPrevious ? { placeholderData: keepPreviousData as never } : undefined;
  return useQuery({ ...query, ...before }) as UseQueryResult<OutputOf<E>, Problem>;
}

interface Paged<T> {
  items: T[];
  next: string | null;
}
type ItemOf<E> = OutputOf<E> extends Paged<infer T> ? T : never;
type ListInput<E> = Omit<CallOf<E>, 'after'>;

export interface ListRead<T> {
  /** Undefined while the first page is on its way. */
  items: T[] | undefined;
  hasMore: boolean;
  /** The next page is on its way. */
  busy: boolean;
  more: () => void;
  query: UseInfiniteQueryResult<unknown, Problem>;
}

/** Reads a keyset list page by page; goes with <Table> and <More>. */
export function useList<E extends Endpoint>(
  endpoint: E,
  input: ListInput<E>,
  options: ReadOptions = {},
): ListRead<ItemOf<E>> {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'list'],
    queryFn: async ({ pageParam, signal }) => {
      const asked = pageParam ? { ...input, after: pageParam } : input;
      return (await call(endpoint, asked as CallOf<E>, { signal })) as unknown as Paged<ItemOf<E>>;
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: options.enabled,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    hasMore: query.hasNextPage,
    busy: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    query: query as unknown as UseInfiniteQueryResult<unknown, Problem>,
  };
}

export interface WriteOptions<E> {
  /** Beginnings of the paths whose reads are stale afterwards: ['/plans', '/home']. */
  changes?: readonly string[];
  onDone?: (output: OutputOf<E>, input: CallOf<E>) => void;
}

/** Writes by an endpoint: `const save = useWrite(editPlan, { changes: ['/plans'] }); save.mutate({ … })`. */
export function useWrite<E extends Endpoint>(
  endpoint: E,
  options: WriteOptions<E> = {},
): UseMutationResult<OutputOf<E>, Problem, CallOf<E>> {
  return useMutation<OutputOf<E>, Problem, CallOf<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async (output, input) => {
      options.onDone?.(output, input);
      if (options.changes) await refresh(options.changes);
    },
  });
}

/** Reads again whatever lies under these paths. */
export async function refresh(paths: readonly string[]): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey }) =>
      typeof queryKey[0] === 'string' && paths.some((path) => (queryKey[0] as string).startsWith(path)),
  });
}

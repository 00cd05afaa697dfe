/** A small key-value store in IndexedDB: what must survive a closed window and a dead network. */
export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Every entry in the order of its key. */
  all<T>(): Promise<[string, T][]>;
}

const names = ['drafts', 'outbox'] as const;
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('lantoa', 1);
    asked.onupgradeneeded = () => {
      for (const name of names) asked.result.createObjectStore(name);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function store(name: (typeof names)[number]): Store {
  const reach = async (mode: IDBTransactionMode) => (await open()).transaction(name, mode).objectStore(name);
  return {
    get: async (key) => await answer((await reach('readonly')).get(key)),
    set: async (key, value) => {
      await answer((await reach('readwrite')).put(value, key));
    },
    remove: async (key) => {
      await answer((await reach('readwrite')).delete(key));
    },
    all: async <T>() => {
      const entries = await reach('readonly');
      const [keys, values] = await Promise.all([answer(entries.getAllKeys()), answer<T[]>(entries.getAll())]);
      return keys.map((key, at) => [String(key), values[at] as T]);
    },
  };
}

/** A small key-value store in IndexedDB: what must survive a closed window and a dead network. */
export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Every entry in the order of its key. */
  all<T>(): Promise<[string, T][]>;
}

/** The stores of one database of this browser; it is opened when first asked for. */
export function openStores<N extends string>(database: string, names: readonly N[]): (name: N) => Store {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => {
    opened ??= openDatabase(database, names);
    return opened;
  };
  return (name) => storeIn(open, name);
}

function openDatabase(database: string, names: readonly string[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => {
      for (const name of names) asked.result.createObjectStore(name);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function storeIn(open: () => Promise<IDBDatabase>, name: string): Store {
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

/** What the app keeps: typed drafts, and writes that found no network. */
export const store = openStores('lantoa', ['drafts', 'outbox']);

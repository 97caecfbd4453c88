// What the device knows of what it keeps: IndexedDB, for pages and the worker alike.

/** A work that is kept; its pages and pictures lie in the cache. */
export type KeptWork = {
  readonly id: number;
  readonly title: string;
  readonly creators: string;
  /** Which edition this is; the archive names another when anything has changed. */
  readonly stamp: string;
  /** Addresses of its chapters, in order. */
  readonly pages: readonly string[];
  /** Addresses of style sheets, scripts, letters and pictures that they need. */
  readonly pieces: readonly string[];
  readonly bytes: number;
  /** When, in milliseconds since 1970. */
  readonly fetchedAt: number;
  /** Lists that it was kept with, by what was asked for; one that is kept alone has its own. */
  readonly asked: readonly string[];
  /** The archive has another edition. */
  readonly isOld: boolean;
  /** The page that was open last. */
  readonly open?: string;
};

/** A series, shelf or list that was kept; `asked` is what was asked for. */
export type KeptList = { readonly asked: string; readonly title: string; readonly address: string };

/** Something done without a connection, until it is sent. */
export type Deed = {
  /** What a later one replaces: `place 12`. */
  readonly slot: string;
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly at: number;
  /** Whose it is: the reader's word. */
  readonly reader: string;
};

/** Where a reader is in a work; from the text's place on, where that is known. */
export type Place = {
  readonly at: number;
  /** The kept page. */
  readonly page: string;
  readonly chapter: number;
  readonly paragraph?: number;
  readonly mark?: number;
  readonly within?: number;
  readonly share?: number;
};

/** Something that could not be sent; `sentence`: the archive's. */
export type Told = { readonly slot: string; readonly sentence: string };

type Stores = {
  works: KeptWork;
  lists: KeptList;
  deeds: Deed;
  told: Told;
  /** Single facts: `reader`, `contact`, `lost`, `shared` (bytes of assets), and `place 12`. */
  facts: { readonly name: string; readonly value: unknown };
};

const keys = {
  works: 'id',
  lists: 'asked',
  deeds: 'slot',
  told: 'slot',
  facts: 'name',
} as const satisfies Record<keyof Stores, string>;

type StoreName = keyof Stores;
export const storeNames = Object.keys(keys) as StoreName[];

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('inkstead-kept', 1);
    asked.onupgradeneeded = () => {
      for (const name of storeNames) {
        asked.result.createObjectStore(name, { keyPath: keys[name] });
      }
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/** Begins one transaction over some stores; `act` asks what it wants of them at once. */
async function within<Value>(
  names: readonly StoreName[],
  mode: IDBTransactionMode,
  act: (storeOf: (name: StoreName) => IDBObjectStore) => IDBRequest,
): Promise<Value> {
  const transaction = (await open()).transaction(names, mode);
  return new Promise((resolve, reject) => {
    const asked = act((name) => transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked.result as Value);
    transaction.onabort = () => reject(transaction.error);
  });
}

function run<Value>(
  name: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<Value> {
  return within<Value>([name], mode, (storeOf) => act(storeOf(name)));
}

export function find<Name extends StoreName>(
  name: Name,
  key: IDBValidKey,
): Promise<Stores[Name] | undefined> {
  return run(name, 'readonly', (store) => store.get(key));
}

export function listAll<Name extends StoreName>(name: Name): Promise<Stores[Name][]> {
  return run(name, 'readonly', (store) => store.getAll());
}

export function put<Name extends StoreName>(name: Name, value: Stores[Name]): Promise<void> {
  return run(name, 'readwrite', (store) => store.put(value));
}

export function remove(name: StoreName, key: IDBValidKey): Promise<void> {
  return run(name, 'readwrite', (store) => store.delete(key));
}

/** Changes what is there by then, if it is; null removes it. Nobody comes in between. */
export function change<Name extends StoreName>(
  name: Name,
  key: IDBValidKey,
  to: (value: Stores[Name]) => Stores[Name] | null,
): Promise<unknown> {
  return run(name, 'readwrite', (store) => {
    const asked: IDBRequest<Stores[Name] | undefined> = store.get(key);
    asked.onsuccess = () => {
      if (asked.result === undefined) return;
      const changed = to(asked.result);
      if (changed === null) store.delete(key);
      else store.put(changed);
    };
    return asked;
  });
}

/** Empties some stores and notes facts, all or nothing: a page may go in the middle of it. */
export function empty(
  names: readonly StoreName[],
  facts: readonly Stores['facts'][] = [],
): Promise<unknown> {
  return within([...new Set([...names, 'facts' as const])], 'readwrite', (storeOf) => {
    const asked: IDBRequest[] = names.map((name) => storeOf(name).clear());
    for (const one of facts) asked.push(storeOf('facts').put(one));
    return asked.at(-1)!;
  });
}

export async function fact<Value>(name: string): Promise<Value | undefined> {
  return (await find('facts', name))?.value as Value | undefined;
}

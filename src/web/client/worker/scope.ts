// What the service worker's duties see of the browser: the standard's words that we use and no
// more, because the types of pages and of workers exclude each other in one program.

/** An event that the worker stays awake for. */
export type Lasting = Event & { waitUntil(work: Promise<unknown>): void };

export type Fetching = Lasting & {
  readonly request: Request;
  /** What the browser asked for while the worker woke up; undefined where it did not. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Response | Promise<Response>): void;
};

export type Pushed = Lasting & { readonly data: { json(): unknown; text(): string } | null };

export type NotificationClicked = Lasting & { readonly notification: Notification };

export type Syncing = Lasting & { readonly tag: string };

type Events = {
  readonly install: Lasting;
  readonly activate: Lasting;
  readonly fetch: Fetching;
  readonly message: Lasting & MessageEvent;
  readonly push: Pushed;
  readonly notificationclick: NotificationClicked;
  readonly pushsubscriptionchange: Lasting;
  readonly sync: Syncing;
};

export type WorkerScope = {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration & {
    /** Chromium's alone. */
    readonly sync?: { register(tag: string): Promise<void> };
  };
  readonly clients: {
    matchAll(wishes?: { type?: 'window'; includeUncontrolled?: boolean }): Promise<Client[]>;
    openWindow(url: string): Promise<Client | null>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Kind extends keyof Events>(kind: Kind, act: (event: Events[Kind]) => void): void;
};

export type Client = {
  readonly url: string;
  focus(): Promise<Client>;
  navigate(url: string): Promise<Client | null>;
  postMessage(message: unknown): void;
};

/** What one feature answers for in the worker: it listens for its own events. */
export type Duty = (worker: WorkerScope) => void;

// Saves the form for now on the server, some seconds after a change and on leaving; the contract
// is in urls.ts. What the server could not be given stays on the device (`unsaved`), is said to
// the writer, and is tried again.
type Words = Readonly<Record<'saved' | 'offline' | 'loggedOut' | 'refused', string>> &
  Readonly<Record<'conflict' | 'compare', string>>;

/** A change is sent when the typing has rested so long ... */
const restMs = 2_500;
/** ... or when the first of several has waited so long. */
const patienceMs = 8_000;
/** What could not be sent is tried again after so long, twice as long each time. */
const retryMs = 5_000;
const retryMostMs = 60_000;
/** A server that says nothing for so long is one that cannot be reached. */
const answerMs = 30_000;
/** Saving for good waits so long for what is under way. */
const arrivalMs = 3_000;
/** A browser lets a page that is going send this much: 64 KiB with the headers. */
const farewellCharacters = 60_000;

export function enhance(tools: HTMLElement): void {
  const form = tools.closest('form');
  const address = tools.dataset['autosave'];
  if (form === null || address === undefined) return;
  const words = JSON.parse(tools.dataset['autosaveWords'] ?? '{}') as Words;
  new Autosave(form, address, words).listen();
}

class Autosave {
  readonly #form: HTMLFormElement;
  readonly #address: string;
  readonly #words: Words;
  readonly #seen = document.createElement('p');
  readonly #heard = document.createElement('p');
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** When the first change that is not sent yet was made. */
  #changedAt: number | null = null;
  #sent: string;
  /** What is on its way because the page may be going. */
  #leaving: string | null = null;
  #sending: AbortController | null = null;
  /** What was sent and is not answered yet. */
  readonly #underway = new Set<Promise<Response | null>>();
  #submitted = false;
  #failures = 0;

  constructor(form: HTMLFormElement, address: string, words: Words) {
    this.#form = form;
    this.#address = address;
    this.#words = words;
    this.#sent = this.#body();
    this.#seen.className = 'autosave';
    this.#heard.className = 'landmark';
    this.#heard.role = 'status';
    (form.querySelector('.submit') ?? form).append(this.#seen, this.#heard);
  }

  listen(): void {
    this.#form.addEventListener('input', () => this.#changed());
    this.#form.addEventListener('change', () => this.#changed());
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    addEventListener('pagehide', () => this.#farewell());
    addEventListener('pageshow', () => {
      this.#submitted = false;
    });
    addEventListener('online', () => void this.#send());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#farewell();
    });
  }

  /**
   * The form itself is on its way: a copy that came after it would be offered for nothing. One that
   * is under way already arrives first, or is given up.
   */
  #submit(event: SubmitEvent): void {
    const isWaiting = this.#underway.size > 0 && !this.#submitted;
    this.#submitted = true;
    clearTimeout(this.#rest);
    if (!isWaiting) {
      this.#sending?.abort();
      return;
    }
    event.preventDefault();
    const enough = new Promise((resolve) => setTimeout(resolve, arrivalMs));
    void Promise.race([Promise.all(this.#underway), enough]).then(() => {
      this.#form.requestSubmit(event.submitter);
    });
  }

  #changed(): void {
    const now = Date.now();
    this.#changedAt ??= now;
    clearTimeout(this.#rest);
    const left = this.#changedAt + patienceMs - now;
    this.#rest = setTimeout(() => void this.#send(), Math.max(0, Math.min(restMs, left)));
  }

  async #send(): Promise<void> {
    clearTimeout(this.#rest);
    if (this.#submitted || this.#sending !== null) return;
    const body = this.#body();
    this.#changedAt = null;
    if (body === this.#sent || body === this.#leaving) return;
    const sending = new AbortController();
    this.#sending = sending;
    const over = setTimeout(() => sending.abort(), answerMs);
    const answer = await this.#post(body, { signal: sending.signal });
    clearTimeout(over);
    this.#sending = null;
    await this.#settle(body, answer);
  }

  async #settle(body: string, answer: Response | null): Promise<void> {
    if (this.#submitted) return;
    const kept = answer !== null && (answer.ok || answer.status === 409);
    this.#failures = kept ? 0 : this.#failures + 1;
    if (kept) this.#sent = body;
    await this.#tell(answer);
    clearTimeout(this.#rest);
    if (!kept) {
      const wait = Math.min(retryMs * 2 ** (this.#failures - 1), retryMostMs);
      this.#rest = setTimeout(() => void this.#send(), wait);
    } else if (this.#body() === body) {
      this.#form.dispatchEvent(new Event('inkstead:kept'));
    } else this.#changed();
  }

  /** The page may stay after all: what comes of this is minded as of any other sending. */
  #farewell(): void {
    const body = this.#body();
    if (this.#submitted || body === this.#sent || body === this.#leaving) return;
    this.#leaving = body;
    void this.#post(body, { keepalive: body.length < farewellCharacters }).then((answer) => {
      if (this.#leaving === body) this.#leaving = null;
      return this.#settle(body, answer);
    });
  }

  #post(body: string, options: RequestInit): Promise<Response | null> {
    const posting = this.#fetch(body, options).finally(() => this.#underway.delete(posting));
    this.#underway.add(posting);
    return posting;
  }

  async #fetch(body: string, options: RequestInit): Promise<Response | null> {
    try {
      return await fetch(this.#address, {
        ...options,
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        },
        body,
      });
    } catch {
      return null;
    }
  }

  async #tell(answer: Response | null): Promise<void> {
    if (answer === null) return this.#say(this.#words.offline, 'problem');
    const told = await said(answer);
    const time = new Date(told.savedAt ?? Date.now()).toLocaleTimeString();
    const saved = this.#words.saved.replace('{time}', time);
    if (answer.ok) this.#say(saved, 'well');
    else if (answer.status === 409) {
      this.#say(`${this.#words.conflict} `, 'problem');
      const link = document.createElement('a');
      link.href = told.compare ?? '';
      link.textContent = this.#words.compare;
      this.#seen.append(link, ` ${saved}`);
    } else if (answer.status === 401 || answer.status === 403) {
      this.#say(this.#words.loggedOut, 'problem');
    } else this.#say(this.#words.refused.replace('{reason}', told.detail ?? ''), 'problem');
  }

  /** Every few seconds is too often to be spoken: problems are, once, and that one is over. */
  #say(sentence: string, state: 'well' | 'problem'): void {
    const before = this.#seen.classList.contains('problem');
    this.#seen.textContent = sentence;
    this.#seen.classList.toggle('problem', state === 'problem');
    if (state === 'well') this.#heard.textContent = before ? sentence : '';
    else if (this.#heard.textContent !== sentence) this.#heard.textContent = sentence;
  }

  #body(): string {
    const sent = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string') sent.append(name, value);
    }
    return sent.toString();
  }
}

type Told = { readonly savedAt?: string; readonly compare?: string; readonly detail?: string };

async function said(answer: Response): Promise<Told> {
  try {
    return (await answer.json()) as Told;
  } catch {
    return {};
  }
}

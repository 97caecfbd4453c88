// Somebody with a browser that has no script: keeps cookies, follows redirects, reads pages,
// fills forms by the names of their fields.
import type { Fetch } from '../../src/web/serve/index.ts';
import { Markup, type MarkupElement } from './markup.ts';

export const origin = 'http://127.0.0.1:4700';

export type VisitOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  /** False: a redirect is the answer. Absent: it is followed, as browsers do. */
  readonly follow?: boolean;
  /** Of `submit`: where the button pressed sends the form, if not where the form says. */
  readonly to?: string;
};

/** Fields to send: a list sends the name several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** An answer, read whole. */
export class Visit {
  readonly response: Response;
  readonly body: string;
  /** Path and query of the page that was reached. */
  readonly path: string;
  #markup: Markup | null = null;

  constructor(response: Response, body: string, path: string) {
    this.response = response;
    this.body = body;
    this.path = path;
  }

  get status(): number {
    return this.response.status;
  }

  get markup(): Markup {
    this.#markup ??= new Markup(this.body);
    return this.#markup;
  }

  /** What a reader sees: the text of the main part, white space squeezed. */
  get text(): string {
    const main = this.markup.find((element) => element.id === 'main');
    return (main ?? this.markup.root).text;
  }

  json<Value = Record<string, unknown>>(): Value {
    return JSON.parse(this.body) as Value;
  }

  /** Addresses of all links, in order. */
  get links(): string[] {
    return this.markup.all('a').flatMap((link) => link.attribute('href') ?? []);
  }

  /** The address of the link with that text; fails when there is none. */
  link(text: string): string {
    const found = this.markup.all('a').find((link) => link.text === text);
    const href = found?.attribute('href');
    if (href === undefined) throw new Error(`no link “${text}” on ${this.path}`);
    return href;
  }

  /** The form that posts to an address containing this; fails when there is none. */
  form(action: string): MarkupElement {
    const forms = this.markup.all('form').filter((form) => form.attribute('method') === 'post');
    const found = forms.find((form) => form.attribute('action')?.includes(action));
    if (found === undefined) throw new Error(`no form to “${action}” on ${this.path}`);
    return found;
  }
}

export class Visitor {
  readonly #fetch: Fetch;
  readonly cookies = new Map<string, string>();

  constructor(fetch: Fetch, session?: string) {
    this.#fetch = fetch;
    if (session !== undefined) this.cookies.set('inkstead_session', session);
  }

  get(path: string, options: VisitOptions = {}): Promise<Visit> {
    return this.send('GET', path, undefined, options);
  }

  /** Sends a form's fields without having seen the form: no token unless it is given. */
  post(path: string, fields: Fields, options: VisitOptions = {}): Promise<Visit> {
    return this.send('POST', path, urlencoded(fields), options);
  }

  /**
   * Fills and sends a form of a page: the values that stand in it, changed by `fields`, and the
   * button pressed.
   */
  submit(page: Visit, action: string, fields: Fields, options: VisitOptions = {}): Promise<Visit> {
    const form = page.form(action);
    const standing = standingFields(form);
    const sent = { ...standing, ...fields };
    return this.post(options.to ?? (form.attribute('action') as string), sent, options);
  }

  /** A request with any method and body. */
  async send(
    method: string,
    path: string,
    body: BodyInit | undefined,
    options: VisitOptions = {},
  ): Promise<Visit> {
    const headers = new Headers(options.headers);
    if (this.cookies.size > 0) headers.set('cookie', this.#cookieHeader());
    if (body !== undefined && !headers.has('content-type')) {
      headers.set('content-type', 'application/x-www-form-urlencoded');
    }
    const url = new URL(path, origin);
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const response = await this.#fetch(new Request(url, init));
    this.#keepCookies(response);
    const location = response.headers.get('location');
    if (options.follow !== false && location !== null && response.status < 400) {
      return this.get(location);
    }
    return new Visit(response, await response.text(), `${url.pathname}${url.search}`);
  }

  #cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keepCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const at = pair.indexOf('=');
      if (attributes.includes('Max-Age=0')) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

function urlencoded(fields: Fields): string {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) sent.append(name, one);
  }
  return sent.toString();
}

/** What a browser would send of an untouched form. */
function standingFields(form: MarkupElement): Fields {
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name === undefined) return;
    fields[name] = [...(fields[name] ?? []), value];
  };
  for (const control of form.all('input')) {
    const type = control.attribute('type') ?? 'text';
    if (type === 'submit') continue;
    const chosen = type !== 'checkbox' && type !== 'radio';
    if (chosen || control.attribute('checked') !== undefined) {
      add(control.attribute('name'), control.attribute('value') ?? '');
    }
  }
  for (const area of form.all('textarea')) {
    add(area.attribute('name'), area.rawText.replace(/^\n/, ''));
  }
  for (const select of form.all('select')) {
    const options = select.all('option');
    const chosen = options.find((one) => one.attribute('selected') !== undefined) ?? options[0];
    add(select.attribute('name'), chosen?.attribute('value') ?? chosen?.text ?? '');
  }
  return fields;
}

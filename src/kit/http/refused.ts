// How a handler says no. Expected refusals are values with a status and a sentence; the app turns
// them into a page or a problem document, whichever the asker reads.

/** One thing wrong with one field of what was sent. */
export type FieldError = { readonly field: string; readonly detail: string };

export type RefusalOptions = {
  /** A sentence for people: what happened and what to do. */
  readonly detail?: string;
  /** The last part of the problem's type, `members-only`; absent: the status alone says it. */
  readonly type?: string;
  readonly errors?: readonly FieldError[];
  /** Where a page leads on besides; no part of a problem document. */
  readonly link?: { readonly href: string; readonly label: string };
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown to leave a handler with an answer of refusal. Not a defect: it is never logged as one. */
export class Refused extends Error {
  readonly status: number;
  readonly options: RefusalOptions;

  constructor(status: number, options: RefusalOptions = {}) {
    super(options.detail ?? `refused with status ${status}`);
    this.name = 'Refused';
    this.status = status;
    this.options = options;
  }
}

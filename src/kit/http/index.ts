// Requests and answers in web standards; nothing here knows what the site is about.
export {
  found,
  jsonResponse,
  movedTo,
  pageResponse,
  seeOther,
  textResponse,
} from './answers.ts';
export { type CookieOptions, formatCookie, readCookies } from './cookies.ts';
export { decodeUtf8, Form, readBody, readForm } from './form.ts';
export type { UploadedFile } from './multipart.ts';
export { tidyPath } from './path.ts';
export { problemResponse, statusTitle } from './problem.ts';
export { type FieldError, type RefusalOptions, Refused } from './refused.ts';
export { subscriberOf } from './subscriber.ts';

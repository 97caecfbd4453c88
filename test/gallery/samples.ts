// The pages of the gallery by name. Their markup follows the contract: copy its shape.
import type { Page } from '../../src/web/document.ts';
import { errorPage } from '../../src/web/error-page.ts';
import { formPage, loginPage } from './form-samples.ts';
import { homePage, listPage } from './list-samples.ts';
import { indexPage, workPage } from './work-samples.ts';

export const samples: Readonly<Record<string, () => Page>> = {
  home: homePage,
  list: listPage,
  chapter: () => workPage('chapter'),
  whole: () => workPage('whole'),
  sparse: () => workPage('sparse'),
  form: formPage,
  login: loginPage,
  index: indexPage,
  missing: () => errorPage(404),
  // The frame as it will be in a right-to-left language.
  mirrored: () => ({ ...listPage(), lang: 'he', dir: 'rtl' }),
};

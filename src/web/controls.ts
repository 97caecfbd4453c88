// The controls that every form and list is built from. Each file below answers for one kind.
export {
  type CheckboxField,
  checkbox,
  checkboxGroup,
  type GroupField,
  radioGroup,
  type SelectField,
  selectField,
} from './controls/choices.ts';
export {
  type Confirmation,
  confirmForm,
  type FormShape,
  fieldset,
  formFor,
  hiddenField,
  submitButtons,
  tokenField,
} from './controls/form.ts';
export { keyList } from './controls/key-list.ts';
export { foldAttributes, restrictedMark } from './controls/marks.ts';
export { type Pages, pager } from './controls/pager.ts';
export {
  errorSummary,
  type FormProblems,
  fieldId,
  problemOf,
} from './controls/problems.ts';
export {
  passwordField,
  type TagField,
  type TextArea,
  type TextField,
  tagField,
  textArea,
  textField,
} from './controls/text-fields.ts';
export { dateText, dayText, definitionList, numberText, type Term } from './controls/values.ts';

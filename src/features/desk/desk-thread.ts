// What runs on the thread that reads texts.
import { takeMessages } from '../../kit/threads/index.ts';
import { type CheckedText, checkText } from '../../text/check/index.ts';
import { readNames, type TextNames } from '../../text/names/index.ts';
import type { AskedOfDesk } from './desk.ts';

takeMessages<AskedOfDesk, CheckedText | TextNames>((post) => (asked) => {
  if (asked.kind === 'check') post(checkText(asked.text.source, asked.text.format));
  else post(readNames(asked.texts));
});

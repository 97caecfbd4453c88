// What runs on the thread that checks texts.
import { takeMessages } from '../../kit/threads/index.ts';
import { type CheckedText, checkText } from '../../text/check/index.ts';
import type { AskedCheck } from './desk.ts';

takeMessages<AskedCheck, CheckedText>((post) => ({ source, format }) => {
  post(checkText(source, format));
});

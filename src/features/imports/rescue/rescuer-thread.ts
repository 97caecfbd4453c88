// What runs on the thread that rescues texts.
import { takeMessages } from '../../../kit/threads/index.ts';
import { type Rescued, rescue } from '../../../text/index.ts';
import type { AskedOfRescuer } from './rescuer.ts';

takeMessages<AskedOfRescuer, Rescued>((post) => ({ source, look }) => {
  post(rescue(source, { look }));
});

// What runs on each thread that answers questions of the search engine.
import { answerOnThread } from './engine/workers/index.ts';
import { takeMessages } from './kit/threads/index.ts';

takeMessages(answerOnThread);

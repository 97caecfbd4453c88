import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'Take everything out',
  lead:
    'One file with all that is yours: your account and what you have set, every work and draft ' +
    'as you typed it and as it is shown, your series, filters, mutes and notes. Keep it, read ' +
    'it, or bring it into another archive.',
  whatWorks:
    '{count, plural, =0 {You have no works yet.} one {You have # work or draft: it is there as ' +
    'a web page, as an e-book, and as data.} other {You have # works and drafts: each is there ' +
    'as a web page, as an e-book, and as data.}}',
  whatNot:
    'Passwords, the secret words of apps and the cookies of your sessions are not in it, and ' +
    'nothing that is other people’s alone.',
  button: 'Take out everything',
  busy: 'A file is being made for you at this moment. Let it finish, then ask again.',
  readmeTitle: 'What {login} has at {site}',
  readmeLead: 'Made on {date} at {url}.',
  readmePages: 'index.html: a list of the works, to be opened in a browser.',
  readmeWorks:
    'works/: a folder for each work and draft. work.json is the data, with every text as it was ' +
    'typed; work.html and work.epub are for reading; revisions/ holds earlier versions.',
  readmeData:
    'data/: a file for each kind of record that is yours, as the archive keeps them. Times are ' +
    'milliseconds since 1970 in UTC.',
  readmeBack:
    'An Inkstead archive can read this file back in: choose it where works are brought in. What ' +
    'is there already stays as it is.',
  noWorks: 'There are no works.',
  commandUsage: 'say --user NAME or --all, and --out PATH',
  commandNobody: 'nobody has an account called {login}',
  commandProgress: '{done} of {all} people',
  commandWritten: '{login}: {path}',
  commandStopped: 'stopped',
  commandFailed: '{path} was not written: {reason}',
  commandTaken: '{path} is there already: name another file',
  commandNoFolder: 'the folder of {path} is not there: make it first',
  draft: 'draft',
  words: '{count, plural, one {# word} other {# words}}',
});

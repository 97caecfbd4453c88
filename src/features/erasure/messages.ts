// Every sentence about deleting one's account.
import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'Delete my account',
  lead:
    'Your account closes at once, and is deleted after {days, number} days. Until then it comes ' +
    'back as it was when you log in. You see all that will happen before anything does.',
  takeoutFirst: 'Your works, bookmarks and everything else of yours can be had as one file.',
  takeoutLink: 'Take everything out first',

  worksLegend:
    '{count, plural, one {Your posted work} other {Your # posted works}}: what becomes of them?',
  worksHint: 'Works that others have made with you stay with them. Drafts are deleted in any case.',
  worksStay: 'They stay for readers, with nobody’s account behind them',
  worksDelete: 'They are deleted',
  exceptSummary: 'Choose works for which it is the other way round',
  exceptLegend: 'Except these',
  exceptHint: 'They are deleted if the others stay, and stay if the others are deleted.',
  nameLegend: 'The name on what stays',
  nameDrop: 'Mine is taken off',
  nameKeep: 'My pseud stays, and leads to nobody',
  nameNow: 'Your name stays on them for the 30 days; if it must be gone at once, orphan works now.',
  manageLink: 'Manage my works',
  commentsLegend: 'Your comments',
  commentsKeep: 'They stay, as by a deleted account',
  commentsDelete: 'They are deleted; where somebody has answered, an empty place stays',
  previewButton: 'See what would happen',

  previewTitle: 'What happens when you delete your account',
  nowHeading: 'At once',
  nowClosed: 'You are logged out everywhere, and your profile is shown to nobody.',
  nowTokens: 'App passwords and tokens of programs end. They do not come back.',
  nowWorks: 'Deleted:',
  laterHeading: 'On {day}, for good',
  laterStay: 'Stay without your name:',
  laterStayNamed: 'Stay under your pseud, which leads to nobody:',
  laterShared: 'Stay with those who made them with you:',
  laterCommentsKeep: 'Your comments stand as by a deleted account.',
  laterCommentsDelete: 'Your comments are deleted.',
  laterRest:
    'Your mail address, password, profile, pseuds, bookmarks, readings, mutes, blocks, saved ' +
    'filters, follows, notices and the list of your kudos are deleted. Kudos stay as a guest’s.',
  remainsHeading: 'What remains, and why',
  remainsName: 'The user name {login}: kept so that nobody can take it and be taken for you.',
  remainsActs:
    'What you did here as a wrangler, moderator or admin, under a number in place of your name: ' +
    'others must be able to follow what was decided.',
  remainsCases:
    'What moderators keep of reports and decisions, so that what was decided can be followed.',
  remainsBackups: 'Back-ups that were made before, until the host throws them away.',
  comeBack: 'Changed your mind? Log in before {day}.',
  worksCount: '{count, plural, one {# work} other {# works}}',
  passwordLabel: 'Your password',
  eraseButton: 'Delete my account',
  closedTitle: 'Your account is closed',
  closed:
    'The account {login} is closed, and deleted on {day}. If you change your mind, log in before ' +
    'then.',
});

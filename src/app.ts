// Composition: what the app is made of. Everything from outside (database, files, mail, clock,
// chance, settings) comes in as `Parts`; out comes a function from a request to an answer.
import { barred } from './barred.ts';
import { erasedRows } from './erased.ts';
import {
  accountRoutes,
  clientName,
  deleteBlocksOfWork,
  findMember,
  inviteDaily,
  inviteDailyMs,
  leadOn,
} from './features/accounts/index.ts';
import { apiRoutes } from './features/api/index.ts';
import {
  bookListsOfBookmarks,
  bookmarksRemover,
  bookmarksRoutes,
  feedsOfBookmarks,
  ownOfBookmarks,
} from './features/bookmarks/index.ts';
import {
  type Comments,
  commentsRemover,
  createComments,
  learnSpam,
  learnSpamMs,
} from './features/comments/index.ts';
import { createDesk, type Desk, deskRoutes } from './features/desk/index.ts';
import { accountEraser, erasureRoutes, welcomer } from './features/erasure/index.ts';
import { createTypesetter, exportsRoutes } from './features/exports/index.ts';
import { filtersMover, filtersRoutes, tastesOfFilters } from './features/filters/index.ts';
import {
  bookListsOfFinding,
  createFinding,
  type Finding,
  feedsOfFinding,
  findingRoutes,
  indexTextsMs,
  indexUpkeepMs,
} from './features/finding/index.ts';
import {
  announce,
  announceMs,
  feedsOfFollows,
  followItemFor,
  followNotices,
  followsRemover,
  followsRoutes,
} from './features/follows/index.ts';
import {
  announcementJobs,
  countDay,
  countDaysMs,
  hostRoutes,
  listDismissed,
  withAnnouncements,
} from './features/host/index.ts';
import {
  createReading,
  createRescuer,
  importsRemover,
  importsRoutes,
  worksOfSources,
} from './features/imports/index.ts';
import { kinRoutes } from './features/kin/index.ts';
import { kudosNotices, kudosRemover, kudosRoutes } from './features/kudos/index.ts';
import {
  accountUndoer,
  caseNotices,
  moderationRoutes,
  rulingNotices,
  undoingRoutes,
} from './features/moderation/index.ts';
import {
  listMutedPeople,
  mutesRemover,
  mutesRoutes,
  tastesOfMutes,
} from './features/mutes/index.ts';
import {
  forgetNotices,
  forgetNoticesMs,
  type NoticeKind,
  noticeMailers,
  noticePusher,
  noticesRoutes,
  pushMs,
} from './features/notices/index.ts';
import { offlineRoutes, readerWord } from './features/offline/index.ts';
import { bookListsOfPeople, feedsOfPeople, peopleRoutes } from './features/people/index.ts';
import {
  createHitCounter,
  feedsOfReading,
  flushHitsMs,
  type HitCounter,
  keepAdultConsent,
  readingRoutes,
} from './features/reading/index.ts';
import {
  createVisitKeeper,
  flushVisitsMs,
  forgetClearedMs,
  forgetClearedVisits,
  marksOfReadings,
  ownOfReadings,
  readingsRemover,
  readingsRoutes,
  type VisitKeeper,
} from './features/readings/index.ts';
import {
  forgetAudit,
  forgetAuditMs,
  keepUp,
  readSiteFrame,
  runMs,
  safekeeper,
  siteRoutes,
  upkeepMs,
} from './features/site/index.ts';
import { skinsRoutes } from './features/skins/index.ts';
import {
  createDayKeeper,
  keepDaysMs,
  statisticsRemover,
  statisticsRoutes,
} from './features/statistics/index.ts';
import type { TagMover } from './features/tags/index.ts';
import { takeoutRoutes } from './features/takeout/index.ts';
import {
  chapterPoster,
  companyNotices,
  imageSweeper,
  invitationNotices,
  purgeDeleted,
  purgeMs,
  tellOfCompany,
  type WorkRemover,
  worksRoutes,
} from './features/works/index.ts';
import { keepersMover, wranglingRoutes } from './features/wrangling/index.ts';
import { productVersion } from './kit/config/index.ts';
import { runDueJobs } from './kit/jobs/index.ts';
import { mailSender } from './kit/mail/index.ts';
import { releaseGarbage } from './kit/memory/index.ts';
import { headPosition } from './kit/sql/index.ts';
import { secondMs } from './kit/time/index.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { ownedTables } from './owned.ts';
import { sessionRules } from './session-rules.ts';
import type { Parts } from './shared/parts.ts';
import { undoersOf } from './undoers.ts';
import type { Assets } from './web/assets.ts';
import type { FeedSource } from './web/feeds.ts';
import type { Route } from './web/routes.ts';
import { createFetch, type Fetch } from './web/serve/index.ts';

export type Chore = {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
};

export type App = {
  readonly fetch: Fetch;
  /** Every route, for the access table. */
  readonly routes: readonly Route[];
  /** What has to be done now and then; the process does it, tests when they want. */
  readonly chores: readonly Chore[];
  /** Loads what the first list would wait for; pages that need none of it do not wait. */
  warmUp(): Promise<void>;
  /** Ends what runs on beside requests, writing what is still counted in memory. */
  close(): Promise<void>;
};

/** What sets a book as PDF, on its own. */
const pdfProcess = new URL('pdf-process.ts', import.meta.url);

/** What reads an uploaded file, on its own. */
const importProcess = new URL('import-process.ts', import.meta.url);

// What goes along with a tag that becomes another's synonym: each feature's part.
const tagMovers: readonly TagMover[] = [keepersMover, filtersMover];

const undoers = undoersOf(tagMovers);

/** A job is run this long after its time at the latest. */
const jobsMs = 10 * secondMs;
/** Somebody waits for the link in it. */
const mailMs = 3 * secondMs;

// What goes with a work that is removed for good: each feature's part.
export const workRemovers: readonly WorkRemover[] = [
  mutesRemover,
  kudosRemover,
  statisticsRemover,
  commentsRemover,
  bookmarksRemover,
  readingsRemover,
  importsRemover,
  followsRemover,
  { tables: ['blocks'], remove: deleteBlocksOfWork },
];

/** What lives as long as the app and several of its parts use. */
type Standing = {
  readonly finding: Finding;
  readonly hits: HitCounter;
  readonly visits: VisitKeeper;
  readonly desk: Desk;
  readonly rescuer: ReturnType<typeof createRescuer>;
  readonly comments: Comments;
  readonly noticeKinds: readonly NoticeKind[];
};

/** Builds the app on an opened, migrated archive. */
export async function createApp(parts: Parts, assets: Assets): Promise<App> {
  const finding = createFinding(parts, {
    tastes: [tastesOfMutes, tastesOfFilters],
    own: [ownOfReadings, ...ownOfBookmarks],
    marks: marksOfReadings,
  });
  const hits = createHitCounter(parts);
  const visits = createVisitKeeper(parts);
  const desk = createDesk();
  const rescuer = createRescuer();
  const comments = createComments(listMutedPeople);
  const noticeKinds = noticeKindsOf(parts, finding, comments);
  const standing = { finding, hits, visits, desk, rescuer, comments, noticeKinds };
  const routes = gatherRoutes(parts, standing).map(leadOn);
  const fetch = createFetch({
    parts,
    assets,
    routes,
    sessions: sessionRules(parts),
    barred,
    readSite: () => withAnnouncements(parts, readSiteFrame(parts.database.read, parts.settings)),
    dismissedBy: (member) => listDismissed(parts.database.read, member),
    headPosition: () => headPosition(parts.database.read),
    beforeAnswer: keepAdultConsent,
    afterKept: hits.countKept,
    readerWord: (viewer) => readerWord(parts.secret, viewer),
  });
  const runJobs = jobsRunner(parts, standing);
  const safekeeping = choresOfSafekeeping(parts);
  const close = async () => {
    await safekeeping.close();
    await hits.flush();
    await visits.flush();
    await finding.close();
    await Promise.all([desk.close(), rescuer.close()]);
  };
  const warmUp = async () => {
    // What came due while nothing ran.
    await runJobs();
    await finding.warmUp();
    // What starting and loading have left over.
    releaseGarbage();
  };
  const chores = [...gatherChores(parts, standing, runJobs), ...safekeeping.chores];
  return { fetch, routes, chores, warmUp, close };
}

function gatherRoutes(parts: Parts, standing: Standing): Route[] {
  const { finding, hits, visits, desk, rescuer, comments, noticeKinds } = standing;
  const reading = createReading(importProcess, parts.log);
  const listsForBooks = [
    ...bookListsOfFinding(finding),
    ...bookListsOfBookmarks(finding),
    ...bookListsOfPeople(finding),
  ];
  return [
    ...accountRoutes,
    ...noticesRoutes(noticeKinds, clientName),
    ...skinsRoutes,
    ...worksRoutes,
    ...findingRoutes(finding, followItemFor),
    ...mutesRoutes(finding),
    ...filtersRoutes(finding),
    ...kudosRoutes,
    ...bookmarksRoutes({ finding, mutedPeople: listMutedPeople, worksOfSources }),
    ...readingsRoutes(finding, visits),
    ...comments.routes,
    ...readingRoutes({ hits, visits, comments, followItem: followItemFor, finding }),
    ...followsRoutes(finding, feedSourcesOf(finding)),
    ...exportsRoutes(listsForBooks, createTypesetter(pdfProcess, parts.log)),
    ...deskRoutes(desk, finding),
    ...importsRoutes(reading, rescuer),
    ...peopleRoutes(finding),
    ...moderationRoutes,
    ...undoingRoutes(undoers),
    ...wranglingRoutes(finding, tagMovers),
    ...statisticsRoutes,
    ...takeoutRoutes(ownedTables),
    ...erasureRoutes,
    ...apiRoutes(finding, tagMovers, { visits, comments, reading }, productVersion()),
    ...hostRoutes,
    ...kinRoutes,
    ...offlineRoutes(listsForBooks),
    ...siteRoutes(finding),
  ];
}

function jobsRunner(parts: Parts, { noticeKinds }: Standing): () => Promise<void> {
  const jobKinds = [
    chapterPoster(parts),
    ...announcementJobs(parts),
    accountUndoer(parts, undoers),
    imageSweeper(parts),
    welcomer(parts),
    accountEraser(parts, workRemovers, erasedRows),
    ...noticeMailers(parts, noticeKinds, findMember),
  ];
  return oneAtATime(() => runDueJobs(parts, jobKinds));
}

function gatherChores(parts: Parts, standing: Standing, runJobs: () => Promise<void>): Chore[] {
  const { hits, visits, finding } = standing;
  const purge = async () => {
    await purgeDeleted(parts, workRemovers);
  };
  return [
    { name: 'write hits', everyMs: flushHitsMs, run: hits.flush },
    { name: 'write visits', everyMs: flushVisitsMs, run: visits.flush },
    { name: 'forget cleared', everyMs: forgetClearedMs, run: () => forgetClearedVisits(parts) },
    { name: 'count what the archive holds', everyMs: countDaysMs, run: () => countDay(parts) },
    { name: 'keep the counts of days', everyMs: keepDaysMs, run: createDayKeeper(parts) },
    { name: 'keep the index', everyMs: indexUpkeepMs, run: finding.upkeep },
    { name: 'remove what was deleted', everyMs: purgeMs, run: purge },
    { name: 'learn what is spam', everyMs: learnSpamMs, run: () => learnSpam(parts) },
    { name: 'forget old audit', everyMs: forgetAuditMs, run: () => forgetAudit(parts) },
    { name: 'run jobs', everyMs: jobsMs, run: runJobs },
    { name: 'invite from the queue', everyMs: inviteDailyMs, run: () => inviteDaily(parts) },
    ...choresOfTelling(parts, standing),
    { name: 'index texts', everyMs: indexTextsMs, run: finding.indexTexts },
  ];
}

/** Every list that can be a feed, public or a person's own. */
function feedSourcesOf(finding: Finding): readonly FeedSource[] {
  return [
    ...feedsOfFinding(finding),
    ...feedsOfPeople(finding),
    ...feedsOfBookmarks(finding),
    ...feedsOfReading,
    ...feedsOfFollows(finding),
  ];
}

/** Every kind of notice there is, by the features that leave them. */
function noticeKindsOf(parts: Parts, finding: Finding, comments: Comments): readonly NoticeKind[] {
  const ofTalk = [...comments.noticeKinds(parts), kudosNotices(parts)];
  return [
    invitationNotices(parts),
    ...companyNotices(parts),
    ...ofTalk,
    ...followNotices(parts, finding),
    ...caseNotices(parts),
    rulingNotices(parts),
  ];
}

/** On their own: a back-up takes as long as the archive is large. */
function choresOfSafekeeping(parts: Parts) {
  const stop = new AbortController();
  let running = Promise.resolve();
  const kinds = [safekeeper(parts, stop.signal)];
  const run = oneAtATime(() => {
    running = runDueJobs(parts, kinds);
    return running;
  });
  const chores: Chore[] = [
    { name: 'write and verify back-ups', everyMs: runMs, run },
    { name: 'keep the archive safe', everyMs: upkeepMs, run: () => keepUp(parts) },
  ];
  const close = async () => {
    stop.abort();
    await running.catch(() => undefined);
  };
  return { chores, close };
}

function choresOfTelling(parts: Parts, { finding, noticeKinds }: Standing): Chore[] {
  const sendMail = oneAtATime(() => runDueJobs(parts, [mailSender(parts)]));
  const pusher = noticePusher(parts, noticeKinds, findMember);
  const sendPushes = oneAtATime(() => runDueJobs(parts, [pusher]));
  const tellFollowers = oneAtATime(async () => {
    await announce(parts, finding);
    await tellOfCompany(parts);
  });
  return [
    // On its own: a mail server that is away makes each mail wait, and nothing else.
    { name: 'send mail', everyMs: mailMs, run: sendMail },
    // The same of a push service.
    { name: 'send pushes', everyMs: pushMs, run: sendPushes },
    { name: 'tell followers', everyMs: announceMs, run: tellFollowers },
    { name: 'forget old notices', everyMs: forgetNoticesMs, run: () => forgetNotices(parts) },
  ];
}

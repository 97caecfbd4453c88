// What crawlers are asked: the host chooses, and a page may only be stricter. These are requests;
// they do not bind anyone who ignores them.

/** Signals about what a machine may do with what it fetched; `null` says nothing about it. */
export type RobotSignals = {
  readonly search: boolean;
  readonly aiInput: boolean;
  readonly aiTrain: boolean;
};

export const defaultSignals: RobotSignals = { search: true, aiInput: false, aiTrain: false };

// Addresses that are endless, costly or one person's: no crawler has any use for them.
const closedToAll = [
  '/works?',
  '/works/search?',
  '/autocomplete/',
  '/downloads/',
  '/users/login',
  '/users/register',
  '/token_dispenser.json',
  '/report?',
];

// Crawlers that fetch for training models, by the names they give themselves.
const trainingAgents = [
  'GPTBot',
  'ClaudeBot',
  'Google-Extended',
  'Applebot-Extended',
  'CCBot',
  'Bytespider',
  'meta-externalagent',
  'Amazonbot',
];

/** The whole of robots.txt. */
export function robotsText(signals: RobotSignals): string {
  const say = (yes: boolean) => (yes ? 'yes' : 'no');
  const lines = [
    'User-agent: *',
    `Content-Signal: search=${say(signals.search)}, ai-input=${say(signals.aiInput)}, ` +
      `ai-train=${say(signals.aiTrain)}`,
    ...(signals.search ? closedToAll.map((path) => `Disallow: ${path}`) : ['Disallow: /']),
    '',
  ];
  if (!signals.aiTrain) {
    lines.push(...trainingAgents.map((agent) => `User-agent: ${agent}`), 'Disallow: /', '');
  }
  return lines.join('\n');
}

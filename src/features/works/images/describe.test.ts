// Words for a picture that are changed, and the texts that show it.
import assert from 'node:assert/strict';
import { it, test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { drawPicture, sendPicture } from '../../../../test/kit/pictures.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import { countDiskUse, readDiskShare } from '../../accounts/index.ts';
import { changeChapter, changeWork, listRevisions } from '../index.ts';
import { followWords } from './words-in-source.ts';

const words = {
  addresses: ['/a.jpg', 'http://x.example/a.jpg'],
  before: 'A "lamp"',
  after: 'A <cat>',
};

test('words that a picture had become those that it has, however they are written', () => {
  const cases: readonly (readonly ['html' | 'markdown', string, string])[] = [
    [
      'html',
      '<p>A <img class="x" SRC=/a.jpg alt=\'A "lamp"\'>',
      '<p>A <img class="x" SRC=/a.jpg alt="A &lt;cat>">',
    ],
    [
      'html',
      '<img alt="A  &quot;lamp&quot;" src="http://x.example/a.jpg" alt="second">',
      '<img alt="A &lt;cat>" src="http://x.example/a.jpg" alt="second">',
    ],
    [
      'markdown',
      '![A "lamp"](/a.jpg) ![A \\"lamp\\"](</a.jpg> "t")',
      '![A \\<cat>](/a.jpg) ![A \\<cat>](</a.jpg> "t")',
    ],
    [
      'markdown',
      '<img src="/a.jpg" alt="A &#34;lamp&#34;">',
      '<img src="/a.jpg" alt="A &lt;cat>">',
    ],
  ];
  for (const [format, source, wanted] of cases) {
    assert.deepEqual(followWords(source, format, words), { source: wanted, follows: true });
  }
});

test('words follow where a Markdown text has the address elsewhere', () => {
  const there = '\n\n[Lamp 1]: </a.jpg> "t"\n[A "lamp"]:\n  http://x.example/a.jpg';
  const typed = `![A "lamp"][lamp  1] ![A "lamp"][] ![A "lamp"] ![Mine][lamp 1]${there}`;
  const wanted =
    '![A \\<cat>][lamp  1] ![A \\<cat>][A "lamp"] ![A \\<cat>][A "lamp"] ![Mine][lamp 1]';
  const followed = followWords(typed, 'markdown', words);
  assert.deepEqual(followed, { source: `${wanted}${there}`, follows: true });
  const other = `![A "lamp"][b]\n\n[b]: /b.jpg`;
  assert.deepEqual(followWords(other, 'markdown', words), { source: other, follows: false });
});

test('a text that leaves the words to the picture follows, and words of its own stay', () => {
  const bare = '<img src="/a.jpg">';
  assert.deepEqual(followWords(bare, 'html', words), { source: bare, follows: true });
  const own = [
    '<img src="/a.jpg" alt="Mine">',
    '<img src="/a.jpg" alt="">',
    '<img src="/b.jpg" alt=\'A "lamp"\'>',
    '![Mine](/a.jpg) ![A "lamp"](/b.jpg)',
    '<img alt="/a.jpg',
    '<imgs src="/a.jpg">',
  ];
  for (const source of own) {
    assert.deepEqual(followWords(source, 'markdown', words), { source, follows: false });
  }
});

test('what a text begins and never ends is passed once, however often it does', () => {
  const beginnings = ['<img ', '<img "', '![', '![A](b', `![](${'b'.repeat(9)}`, '<img a'];
  const named = ['\n[', '\n[\\', '![A][', '![\\[', '\n[a]: ', ' '];
  for (const one of [...beginnings, ...named]) {
    const source = `![A "lamp"](/a.jpg)\n\n[lamp]: /a.jpg\n[a]:${one.repeat(100_000)}`;
    const { follows } = followWords(source, 'markdown', words);
    assert.ok(follows);
  }
  const long = `<img ${'a'.repeat(500_000)}>`;
  assert.deepEqual(followWords(long, 'html', words), { source: long, follows: false });
});

eachDatabase((database) => {
  it('every text that shows the picture follows its words, through a revision', async (t) => {
    const app = await makeApp(t, { database });
    const { parts } = app;
    const chapters = [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }];
    const work = await postWork(app, 'ada', { chapters });
    const ada = await app.as('ada');
    const member = await app.member('ada');
    const sent = await sendPicture(ada, work, await drawPicture(), { alt: 'A lamp' });
    const picture = sent.markup.all('img').at(-1)?.attribute('src') ?? '';
    const [one = 0 as never, two = 0 as never, three = 0 as never] = work.chapters.map(
      ({ id }) => id,
    );
    const given = { title: '', summary: '', notes: '', endNotes: '' };
    const write = async (id: typeof one, source: string, format: 'html' | 'markdown' = 'html') => {
      const chapter = { ...given, format, source };
      assert.ok((await changeChapter(parts, member, work.id, id, { chapter })).ok);
    };
    await write(one, `<p>See: <img src="${picture}" alt="A lamp"></p>`);
    await write(two, `See: ![A lamp](${picture})`, 'markdown');
    await write(three, `<p>See: <img src="${picture}" alt="The light of that night"></p>`);
    const tags = {
      rating: [{ name: 'General Audiences' }],
      warning: [{ name: 'No Archive Warnings Apply' }],
      category: [],
      fandom: [{ name: 'A' }],
      relationship: [],
      character: [],
      freeform: [],
    };
    const noted = {
      title: 'Noted',
      summary: '',
      notes: `<p><img src="${picture}">`,
      endNotes: '',
      language: 'en',
      restricted: false,
      expectedChapters: null,
      tags,
    };
    const changed = await changeWork(parts, member, work.id, { work: noted });
    assert.ok(changed.ok, JSON.stringify(changed));
    const page = await ada.get(`/works/${work.id}/images`);
    const said = await ada.submit(page, picture, { alt: 'A cat & a "lamp"', do: 'words' });
    assert.match(said.body, /follow in 3 texts that show the picture/);
    const whole = await app.guest().get(`/works/${work.id}?view_full_work=true`);
    const alts = whole.markup.all('img').filter((each) => each.attribute('src') === picture);
    assert.deepEqual(alts.map((each) => each.attribute('alt')).toSorted(), [
      'A cat & a "lamp"',
      'A cat & a "lamp"',
      'A cat & a "lamp"',
      'The light of that night',
    ]);
    for (const [chapter, revisions] of [
      [one, 3],
      [two, 3],
      [three, 2],
    ] as const) {
      const thing = { work: work.id, chapter };
      const list = await listRevisions(parts.database.read, thing, member.userId, { limit: 9 });
      assert.equal(list.length, revisions);
    }
  });

  it('the words stay as they were when a text that shows them cannot follow', async (t) => {
    const app = await makeApp(t, { database, env: { INKSTEAD_DISK_SHARE: '1' } });
    const { parts } = app;
    const work = await postWork(app, 'ada', { chapters: [{ title: 'One' }, { title: 'Two' }] });
    const ada = await app.as('ada');
    const member = await app.member('ada');
    const sent = await sendPicture(ada, work, await drawPicture(), { alt: 'A lamp' });
    const picture = sent.markup.all('img').at(-1)?.attribute('src') ?? '';
    const given = { title: '', summary: '', notes: '', endNotes: '', format: 'html' } as const;
    for (const { id } of work.chapters) {
      const chapter = { ...given, source: `<p><img src="${picture}" alt="A lamp"></p>` };
      assert.ok((await changeChapter(parts, member, work.id, id, { chapter })).ok);
    }
    const fill = async (bytes: number) =>
      parts.database.write((transaction) => countDiskUse(transaction, member.userId, bytes));
    // Room for the revision of the one text, and not of the other.
    const { used, most } = await readDiskShare(parts.database.read, parts.settings, member.userId);
    const room = 300;
    await fill((most ?? 0) - used - room);
    const page = await ada.get(`/works/${work.id}/images`);
    const refused = await ada.submit(page, picture, { alt: 'A cat', do: 'words' });
    assert.equal(refused.status, 413);
    const alts = async () => {
      const whole = await app.guest().get(`/works/${work.id}?view_full_work=true`);
      const shown = whole.markup.all('img').filter((each) => each.attribute('src') === picture);
      return shown.map((each) => each.attribute('alt'));
    };
    assert.deepEqual(await alts(), ['A lamp', 'A lamp']);
    await fill(-10_000);
    const said = await ada.submit(page, picture, { alt: 'A cat', do: 'words' });
    assert.match(said.body, /follow in 2 texts/);
    assert.deepEqual(await alts(), ['A cat', 'A cat']);
  });
});

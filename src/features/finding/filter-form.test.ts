// The filters beside a list: what they promise while they are filled in, and what a list that they
// leave empty says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit } from '../../../test/kit/visitor.ts';
import { synonym, tagId } from '../../../test/kit/wrangling.ts';
import type { LiveCounts } from './live-counts.ts';

describe('the boxes', () => {
  test('each says how many works the list would have with its tag wanted', async (t) => {
    const app = await kettles(t);
    const guest = app.guest();
    const filters = [
      '',
      'work_search[excluded_tag_names]=Rain',
      'work_search[other_tag_names]=Tea',
      'include_work_search[rating_ids][]=11',
    ];
    for (const filter of filters) {
      const page = await guest.get(`/works?${filter}`);
      const rows = choices(page);
      assert.ok(rows.length > 5);
      for (const { name, value, count, out } of rows) {
        const kept = filter.replace(/^work_search\[excluded.*|^include.*/, '');
        const base = out || name.includes('rating') ? kept : filter;
        const leads = await guest.get(`/works?${base}&${name}=${value}`);
        assert.equal(totalOf(leads), count, `${name}=${value} with “${base}”`);
      }
    }
  });

  test('a tag that is kept out stands in its group, once', async (t) => {
    const app = await kettles(t);
    const page = await app.guest().get('/works?work_search[excluded_tag_names]=Rain');
    const rain = String(await tagId(app, 'freeform:Rain'));
    const rows = choices(page).filter(({ value }) => value === rain);
    assert.deepEqual(
      rows.map(({ wanted, out, count }) => ({ wanted, out, count })),
      [{ wanted: false, out: true, count: 2 }],
    );
  });

  test('a group says how many of its tags are in use, and is open then', async (t) => {
    const app = await kettles(t);
    const page = await app.guest().get('/works?work_search[other_tag_names]=Tea,Rain');
    const open = page.markup
      .all('details')
      .filter((one) => one.attribute('open') !== undefined)
      .map((one) => one.all('summary')[0]?.text);
    assert.deepEqual(open, ['Additional tags 2 in use']);
  });

  test('kudos can be asked for from a number and up to one', async (t) => {
    const app = await kettles(t);
    const page = await app.guest().get('/works?work_search[kudos_from]=1&work_search[kudos_to]=5');
    assert.ok(page.text.includes('Remove: Kudos: 1 to 5'));
    assert.equal(totalOf(page), 0);
    const sent = await app.guest().get('/works?work_search[kudos_from]=&work_search[kudos_to]=');
    assert.equal(totalOf(sent), 3);
  });
});

describe('counts while the form is filled in', () => {
  test('they are those of the page that the form leads to', async (t) => {
    const app = await kettles(t);
    const guest = app.guest();
    const boxes = choices(await guest.get('/works'));
    const ids = boxes.map(({ value }) => value).join(',');
    const filters = ['', 'work_search[other_tag_names]=Tea', 'work_search[query]=zzz'];
    for (const filter of [...filters, 'exclude_work_search[rating_ids][]=11']) {
      const counted = (await guest.get(`/works?${filter}&counts=${ids}`)).json<LiveCounts>();
      assert.equal(counted.total, totalOf(await guest.get(`/works?${filter}`)), filter);
      assert.equal(Object.keys(counted.counts).length, boxes.length);
      for (const { name, value } of boxes) {
        if (filter.includes('rating')) continue;
        const leads = await guest.get(`/works?${filter}&${name}=${value}`);
        assert.equal(counted.counts[value], String(totalOf(leads)), `${filter} ${value}`);
      }
    }
  });

  test('they hold for the list of a tag and of a person alike', async (t) => {
    const app = await kettles(t);
    const ask = async (path: string) =>
      (await app.guest().get(`${path}?counts=`)).json<LiveCounts>();
    assert.equal((await ask('/tags/Tea/works')).label, 'Show 2 works');
    assert.equal((await ask('/users/ben/works')).label, 'Show 1 work');
    assert.equal((await ask('/users/ben/works')).said, '1 work');
  });

  test('a guest is told no count of works for members', async (t) => {
    const app = await kettles(t);
    await postWork(app, 'ada', { restricted: true, freeforms: ['Tea', 'Whispers'] });
    const whispers = await tagId(app, 'freeform:Whispers');
    const tea = await tagId(app, 'freeform:Tea');
    const path = `/works?counts=${whispers},${tea},12,,x,-1`;
    const counted = (await app.guest().get(path)).json<LiveCounts>();
    assert.equal(counted.total, 3);
    assert.equal(counted.counts[String(tea)], '2');
    assert.equal(counted.counts[String(whispers)], undefined);
    const forBen = (await (await app.as('ben')).get(path)).json<LiveCounts>();
    assert.equal(forBen.counts[String(whispers)], '1');
  });

  test('more tags than a page has boxes for are counted too', async (t) => {
    const app = await makeApp(t);
    const many = Array.from({ length: 70 }, (_, at) => `Tag ${at}`);
    for (let at = 0; at < 3; at++) {
      const freeforms = many.map((name) => `${name} of ${at}`);
      await postWork(app, 'ada', { freeforms: at === 2 ? [...freeforms, 'Rare'] : freeforms });
    }
    const rare = await tagId(app, 'freeform:Rare');
    const counted = (await app.guest().get(`/works?counts=${rare}`)).json<LiveCounts>();
    assert.deepEqual(counted.counts, { [rare]: '1' });
  });
});

describe('a list that its filters leave empty', () => {
  test('it says which of them to take away, and what that would give', async (t) => {
    const app = await kettles(t);
    const guest = app.guest();
    const page = await guest.get('/works?work_search[other_tag_names]=Tea,Rain,Snow');
    assert.deepEqual(helpOf(page), ['Without Rain: 1 work', 'Without Snow: 1 work']);
    const without = await guest.get(page.link('Without Rain: 1 work'));
    assert.equal(totalOf(without), 1);
    const kept = await guest.get(
      '/works?work_search[other_tag_names]=Tea&work_search[excluded_tag_names]=Tea',
    );
    assert.deepEqual(helpOf(kept), ['With Tea let in: 2 works', 'Without Tea: 1 work']);
  });

  test('where no single filter is the reason, that is said', async (t) => {
    const app = await kettles(t);
    const query = 'work_search[query]=zzz&work_search[title]=xxx';
    const page = await app.guest().get(`/works?${query}`);
    assert.deepEqual(helpOf(page), []);
    assert.ok(page.text.includes('Taking one of them away is not enough'));
    assert.equal(totalOf(await app.guest().get(page.link('Clear filters'))), 3);
  });

  test('an archive without works does not speak of filters', async (t) => {
    const app = await makeApp(t);
    const page = await app.guest().get('/works');
    assert.ok(page.text.includes('No works yet.'));
    assert.ok(!page.text.includes('No works fit'));
  });
});

test('what is kept out is told from what is wanted by its word and its mark', async (t) => {
  const app = await kettles(t);
  const query = 'work_search[other_tag_names]=Tea&work_search[excluded_tag_names]=Rain';
  const page = await app.guest().get(`/works?${query}`);
  const chips = page.markup.withClass('chips')[0]?.all('li') ?? [];
  assert.deepEqual(
    chips.map((chip) => [chip.text, chip.className]),
    [
      ['Remove: Tea', ''],
      ['Remove: not Rain', 'out'],
    ],
  );
});

test('the heading of a list of everything ends with its last word', async (t) => {
  const app = await kettles(t);
  const { body } = await app.guest().get('/works');
  assert.ok(body.includes('<h2 class="heading">3 Works</h2>'));
});

/** Ada: tea with rain, tea with snow (in a synonym's word); ben: rain. */
async function kettles(t: Parameters<typeof makeApp>[0]): Promise<TestApp> {
  const app = await makeApp(t);
  await postWork(app, 'ada', { fandoms: ['Marsh'], freeforms: ['Tea', 'Rain'] });
  await postWork(app, 'ada', {
    fandoms: ['Marsh', 'Fen'],
    freeforms: ['Cup of Tea', 'Snow'],
    rating: 'Explicit',
  });
  await postWork(app, 'ben', {
    fandoms: ['Fen'],
    freeforms: ['Rain'],
    rating: 'Teen And Up Audiences',
  });
  await synonym(app, 'freeform:Cup of Tea', 'freeform:Tea');
  return app;
}

type ShownChoice = {
  readonly name: string;
  readonly value: string;
  readonly count: number;
  readonly wanted: boolean;
  readonly out: boolean;
};

function choices(page: Visit): ShownChoice[] {
  const rows = page.markup.withClass('tag-choices').flatMap((group) => group.all('li'));
  return rows.map((row) => {
    const [wanted, out] = row.all('input');
    return {
      name: wanted?.attribute('name') ?? '',
      value: wanted?.attribute('value') ?? '',
      count: Number(row.withClass('count')[0]?.text),
      wanted: wanted?.attribute('checked') !== undefined,
      out: out?.attribute('checked') !== undefined,
    };
  });
}

function totalOf(page: Visit): number {
  return Number(/^(?:\d+ - \d+ of )?(\d+) Works?/.exec(page.markup.all('h2')[0]?.text ?? '')?.[1]);
}

function helpOf(page: Visit): string[] {
  const help = page.markup.withClass('none-fit')[0];
  return (help?.all('li') ?? []).map((line) => line.text);
}

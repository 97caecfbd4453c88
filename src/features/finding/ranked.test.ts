import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../../shared/synthetic-draws.ts';
import { rankedPlaces, ranksEnd } from './ranked.ts';

test('places come by rank, equal ones as they came, unwanted ones not at all', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = randomFrom(seed);
    const ranks = Array.from({ length: 300 }, () => Math.floor(random() ** 3 * ranksEnd) - 5);
    const places = Array.from({ length: 400 }, () => Math.floor(random() * ranks.length));
    const rankOf = (place: number) => ranks[place] as number;
    const plain = places.filter((place) => rankOf(place) >= 0);
    plain.sort((a, b) => rankOf(b) - rankOf(a));
    const ranked = rankedPlaces(places, rankOf);
    assert.deepEqual([...ranked.places], plain, `seed ${seed}`);
    assert.deepEqual([...ranked.ranks], plain.map(rankOf), `seed ${seed}`);
  }
});

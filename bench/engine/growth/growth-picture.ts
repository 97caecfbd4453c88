// docs/engine-growth.svg: times, memory and acts over the number of works.
import { answerSizes, bytesOf, placesOfSize, timeAt } from '../budgets.ts';
import { shown } from '../clock.ts';
import type { Figures } from '../figures.ts';
import { type Line, pictureOf } from './log-chart.ts';

/** SVG. At least one size. */
export function growthPicture(sizes: readonly Figures[]): string {
  const line = (name: string, read: (figures: Figures) => number): Line[] => {
    const points = sizes
      .map((figures) => [figures.measured.archive.works, read(figures)] as const)
      .filter(([, value]) => value > 0);
    return points.length === 0 ? [] : [{ name, points }];
  };
  const p50 = ({ measured: { warm, totals } }: Figures): number =>
    timeAt(warm, [...totals.keys()], 0.5);
  const p99 =
    (size: number) =>
    ({ measured: { warm, totals } }: Figures): number =>
      timeAt(warm, placesOfSize(totals, size), 0.99);
  const bytes = (name: keyof ReturnType<typeof bytesOf>) => (figures: Figures) =>
    bytesOf(figures)[name];
  return pictureOf({
    title: 'How the engine grows with the archive',
    description:
      'Three charts with logarithmic axes: milliseconds of questions, bytes a work in memory, ' +
      'seconds of building, saving and loading. The figures stand in engine-growth.md.',
    xTitle: 'works in the archive',
    xs: sizes.map(({ measured }) => measured.archive.works),
    xLabel: worksLabel,
    charts: [
      {
        title: 'A question, warm: milliseconds',
        unit: (value) => `${shortest(value)} ms`,
        lines: [
          ...line('p50', p50),
          ...answerSizes.flatMap(({ name }, size) => line(`p99, ${name}`, p99(size))),
        ],
      },
      {
        title: 'Resident memory: bytes a work',
        unit: (value) => `${shortest(value)} B`,
        lines: [
          ...line('serving', bytes('serving')),
          ...line('loaded', bytes('loaded')),
          ...line('most building', bytes('building')),
          ...line('most compacting', bytes('compacting')),
          ...line('most loading', bytes('loading')),
        ],
      },
      {
        title: 'The whole archive: seconds',
        unit: (value) => `${shortest(value)} s`,
        lines: [
          ...line('building, of the processor', ({ measured }) => measured.build.own),
          ...line('compacting', ({ changed }) => (changed?.compaction.ms ?? 0) / 1000),
          ...line('saving', ({ measured }) => measured.save.seconds),
          ...line('loading', ({ loaded }) => loaded.seconds),
        ],
      },
    ],
  });
}

function worksLabel(works: number): string {
  return works >= 1e6 ? `${works / 1e6} M` : works >= 1000 ? `${works / 1000} k` : String(works);
}

function shortest(value: number): string {
  const rounded = value >= 1000 ? Math.round(value) : value;
  return Number.isInteger(rounded) ? rounded.toLocaleString('en') : String(Number(shown(value)));
}

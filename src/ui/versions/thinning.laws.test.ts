import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { superfluous } from './thinning';
import { isAutomatic, newestFirst, type Version } from './version';

const hour = 3_600_000;
const day = 24 * hour;
const now = 2_000 * day;
const roomy = { perDiagram: 1000, bytes: 1_000_000_000 };

const versions = fc
  .array(
    fc.record({
      age: fc.integer({ min: 0, max: 400 * day }),
      diagram: fc.constantFrom('a', 'b'),
      name: fc.option(fc.constantFrom('Before the audit', 'As agreed'), { freq: 3 }),
      bytes: fc.integer({ min: 1, max: 5000 }),
    }),
    { maxLength: 60 },
  )
  .map((made) =>
    made.map(({ age, ...rest }, index): Version => version({ id: `v${index}`, made: now - age, ...rest })),
  );
const limits = fc.record({
  perDiagram: fc.integer({ min: 1, max: 40 }),
  bytes: fc.integer({ min: 1, max: 60_000 }),
});

describe('thinning', () => {
  it('never takes a version that has a name, nor the newest of the others', () => {
    fc.assert(
      fc.property(versions, limits, (list, bounds) => {
        const gone = new Set(superfluous(list, now, bounds));

        for (const each of list) if (each.name !== null) expect(gone.has(each.id)).toBe(false);
        const [newest] = newestFirst(list.filter(isAutomatic));
        if (newest !== undefined) expect(gone.has(newest.id)).toBe(false);
      }),
    );
  });

  it('is done when it was done', () => {
    fc.assert(
      fc.property(versions, limits, (list, bounds) => {
        const gone = new Set(superfluous(list, now, bounds));

        expect(
          superfluous(
            list.filter(({ id }) => !gone.has(id)),
            now,
            bounds,
          ),
        ).toEqual([]);
      }),
    );
  });

  it('leaves no more than the bounds say, but for what has a name and the newest', () => {
    fc.assert(
      fc.property(versions, limits, (list, bounds) => {
        const gone = new Set(superfluous(list, now, bounds));
        const left = list.filter(({ id }) => !gone.has(id));

        const [newest] = newestFirst(left.filter(isAutomatic));
        const sizes = left.filter((each) => each !== newest && isAutomatic(each));
        const total = left.reduce((sum, { bytes }) => sum + bytes, 0);
        expect(total <= bounds.bytes || sizes.length === 0).toBe(true);
        for (const diagram of ['a', 'b'])
          expect(
            left.filter((each) => each.diagram === diagram && isAutomatic(each)).length,
          ).toBeLessThanOrEqual(bounds.perDiagram);
      }),
    );
  });

  it('keeps all of the last hour, one an hour of the last day, and one a day of the last month', () => {
    const everyTenMinutes = Array.from({ length: 6 * 24 * 3 }, (_, index) =>
      version({ id: `v${index}`, made: now - 1 - index * (hour / 6) }),
    );

    const gone = new Set(superfluous(everyTenMinutes, now, roomy));
    const left = everyTenMinutes.filter(({ id }) => !gone.has(id)).map(({ made }) => now - made);

    expect(left.filter((age) => age < hour).length).toBe(6);
    expect(left.filter((age) => age >= hour && age < day).length).toBe(23);
    expect(left.filter((age) => age >= day).length).toBe(2);
  });

  it('keeps of a stretch of time the state at its end', () => {
    const [early, late] = [
      version({ id: 'early', made: now - 3 * hour + 60_000 }),
      version({ id: 'late', made: now - 2 * hour - 60_000 }),
    ];

    expect(superfluous([early, late], now, roomy)).toEqual(['early']);
  });

  it('keeps the history of one diagram apart from that of another', () => {
    const two = [
      version({ id: 'mine', made: now - 3 * hour, diagram: 'a' }),
      version({ id: 'theirs', made: now - 3 * hour + 1, diagram: 'b' }),
    ];

    expect(superfluous(two, now, roomy)).toEqual([]);
  });
});

function version(given: Partial<Version>): Version {
  return { id: 'v', diagram: 'a', made: now, why: 'work', name: null, resources: 1, bytes: 100, ...given };
}

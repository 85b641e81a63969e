import { describe, expect, it } from 'vitest';
import { fittingColumns } from './fittingColumns';

const all = ['name', 'address', 'flows'] as const;
const rooms = {
  name: { least: 150, share: 1 },
  address: { least: 100, share: 1 },
  flows: { least: 80, share: 1 },
};

describe('the columns of a table', () => {
  const shownAt = (width: number) => fittingColumns(all, ['name', 'flows', 'address'], rooms, width);

  it('are all shown where there is room for them, in their own order', () => {
    expect(shownAt(330)).toEqual(['name', 'address', 'flows']);
  });

  it('give way by their importance in a narrow panel, down to the first', () => {
    expect(shownAt(329)).toEqual(['name', 'flows']);
    expect(shownAt(100)).toEqual(['name']);
  });
});

import { describe, expect, it } from 'vitest';
import { gridDeed, type GridLine, type GridPlace } from './gridKeys';

// The keys of https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/
const lines: readonly GridLine[] = [
  { id: 'vpc', level: 1, isOpen: true },
  { id: 'subnet', level: 2, isOpen: false },
  { id: 'web', level: 2, isOpen: undefined },
];
const shape = { lines, columns: 3, page: 2 };

function press(key: string, at: GridPlace, held: { shift?: boolean; ctrl?: boolean } = {}) {
  const { shift = false, ctrl = false } = held;
  return gridDeed(
    {
      key,
      code: key,
      ctrlKey: ctrl,
      metaKey: false,
      shiftKey: shift,
      altKey: false,
      repeat: false,
      isComposing: false,
      keyCode: 0,
    },
    at,
    shape,
  );
}
const row = (index: number): GridPlace => ({ row: index, column: null });
const cell = (index: number, column: number): GridPlace => ({ row: index, column });

describe('the right arrow', () => {
  it('opens a closed row, and goes into the cells of one that is open or has nothing in it', () => {
    expect(press('ArrowRight', row(1))).toEqual({ do: 'open' });
    expect(press('ArrowRight', row(0))).toEqual({ do: 'go', to: cell(0, 0), selects: 'no' });
    expect(press('ArrowRight', row(2))).toEqual({ do: 'go', to: cell(2, 0), selects: 'no' });
  });

  it('goes to the next cell and stops at the last', () => {
    expect(press('ArrowRight', cell(0, 1))).toMatchObject({ to: cell(0, 2) });
    expect(press('ArrowRight', cell(0, 2))).toBeUndefined();
  });
});

describe('the left arrow', () => {
  it('closes an open row, and goes outwards from one that is closed', () => {
    expect(press('ArrowLeft', row(0))).toEqual({ do: 'close' });
    expect(press('ArrowLeft', row(1))).toEqual({ do: 'go', to: row(0), selects: 'alone' });
  });

  it('goes from the first cell to its row', () => {
    expect(press('ArrowLeft', cell(2, 1))).toMatchObject({ to: cell(2, 0) });
    expect(press('ArrowLeft', cell(2, 0))).toMatchObject({ to: row(2) });
  });
});

describe('the keys up and down', () => {
  it('select what they come to, stay in their column, and stop at the ends', () => {
    expect(press('ArrowDown', cell(0, 2))).toEqual({ do: 'go', to: cell(1, 2), selects: 'alone' });
    expect(press('ArrowUp', row(0))).toMatchObject({ to: row(0) });
    expect(press('PageDown', row(1))).toMatchObject({ to: row(2) });
  });

  it('leave the selection with Ctrl and extend it with Shift', () => {
    expect(press('ArrowDown', row(0), { ctrl: true })).toMatchObject({ selects: 'no' });
    expect(press('ArrowDown', row(0), { shift: true })).toMatchObject({ selects: 'range' });
    expect(press(' ', row(0), { ctrl: true })).toEqual({ do: 'toggle-selected' });
  });
});

describe('Home and End', () => {
  it('go to the ends of the row from a cell, and of the tree from a row or with Ctrl', () => {
    expect(press('Home', cell(2, 2))).toMatchObject({ to: cell(2, 0) });
    expect(press('End', cell(0, 0))).toMatchObject({ to: cell(0, 2) });
    expect(press('End', row(0))).toMatchObject({ to: row(2) });
    expect(press('Home', cell(2, 2), { ctrl: true })).toMatchObject({ to: cell(0, 2), selects: 'alone' });
  });
});

it('leaves shortcuts of the editor and of the browser alone', () => {
  expect(press('z', row(0), { ctrl: true })).toBeUndefined();
  expect(press('Delete', row(0))).toBeUndefined();
  expect(press('Tab', row(0))).toBeUndefined();
});

it('asks for the menu with Shift+F10 and with the menu key', () => {
  expect(press('F10', row(0), { shift: true })).toEqual({ do: 'menu' });
  expect(press('ContextMenu', row(0))).toEqual({ do: 'menu' });
});

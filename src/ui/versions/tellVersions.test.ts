import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Desk, DeskState, Safety } from '../files/desk';
import { messages } from '../shell/messages';
import { tellVersionsOnlyHere } from './tellVersions';

describe('versions that the browser does not store any more', () => {
  beforeEach(() => messages.setState([], true));

  it('are told of while the diagram itself is kept', () => {
    tellVersionsOnlyHere(deskThat({ is: 'kept' }).desk, 'full');

    expect(said()).toEqual([expect.stringContaining('the newest versions are kept in this tab only')]);
  });

  it('are not told of beside the diagram, whichever of them is found to be not kept first', () => {
    const before = deskThat({ is: 'not-kept', because: 'full' });
    const after = deskThat({ is: 'keeping' });

    tellVersionsOnlyHere(before.desk, 'full');
    tellVersionsOnlyHere(after.desk, 'full');
    after.becomes({ is: 'not-kept', because: 'full' });

    expect(said()).toEqual([]);
  });
});

function said(): string[] {
  return messages.getState().map(({ words }) => words.en);
}

function deskThat(safety: Safety): { readonly desk: Desk; readonly becomes: (next: Safety) => void } {
  const state = createStore<Pick<DeskState, 'safety'>>(() => ({ safety }));
  return { desk: { state } as unknown as Desk, becomes: (next) => state.setState({ safety: next }) };
}

/** How the outline is looked at; kept while another panel is in its place, and not saved. */
import { createStore } from 'zustand/vanilla';
import { words } from './words';
import type { ResourceId } from '../../core/model/document';
import type { OutlineQuery } from '../../editor/outline/rows';

export interface OutlineState {
  readonly shows: 'resources' | 'flows';
  readonly filter: string;
  readonly folded: ReadonlySet<ResourceId>;
  readonly sort: OutlineQuery['sort'];
}

export const outlineState = createStore<OutlineState>(() => ({
  shows: 'resources',
  filter: '',
  folded: new Set(),
  sort: null,
}));

/** Offered where nothing fits the filter. */
export const showAll = {
  label: words.showAll,
  run: (): void => outlineState.setState({ filter: '' }),
};

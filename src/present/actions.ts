import type { Action } from '../editor/actions';
import { slidesOf } from './slides';
import { words } from './words';

export const presentingActions: readonly Action[] = [
  {
    id: 'present',
    label: words.present,
    group: 'view',
    enabled: ({ store }) => store.document.scenes.size > 0,
    run: ({ store, session }) => session.setState({ presenting: slidesOf(store.document)[0]?.id ?? null }),
  },
];

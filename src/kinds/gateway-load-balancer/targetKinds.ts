import type { KindName } from '../../core/model/kinds';

/** What can be registered by a reference to it. */
export const targetKinds: readonly KindName[] = ['instance', 'network-interface'];

/** Comparing the ways of a flow. All but the names of the actions is loaded when it is asked for. */
import type { Action } from '../../editor/actions';
import type { Session } from '../../editor/session';

/** As many as there are alternatives at the most. */
const mostWays = 7;

/** Whether the ways of a flow are compared now. */
export function isComparing({ panel, comparing, presenting }: Session): boolean {
  return panel === 'paths' && comparing !== null && presenting === null;
}

export const pathActions: readonly Action[] = [
  {
    id: 'compare-paths',
    label: { en: 'Compare paths', ja: '経路を比較' },
    group: 'view',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: (editor) =>
      void import('./openPaths').then(
        ({ openPaths }) => openPaths(editor),
        () => undefined,
      ),
  },
  ...Array.from({ length: mostWays + 1 }, (_, index) => (index + 1) % (mostWays + 1)).map(
    (number): Action => ({
      id: `show-way-${number}`,
      label:
        number === 0
          ? { en: 'Show all paths', ja: 'すべての経路を表示' }
          : { en: `Show path ${number}`, ja: `経路 ${number} を表示` },
      keys: [{ key: `${number}` }],
      group: 'view',
      // The table has a button for each.
      keyboardOnly: true,
      enabled: ({ session }) => {
        const state = session.getState();
        return isComparing(state) && number <= (state.comparing?.count ?? 0);
      },
      run: ({ session }) =>
        session.setState(({ comparing }) => ({
          comparing: comparing === null ? null : { ...comparing, shown: number },
        })),
    }),
  ),
];

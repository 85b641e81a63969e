/** Containers: fitted to their content, collapsed to a chip, opened again. */
import { isCollapsed } from '../../core/layout/collapsed';
import { selectedContainers, toggleCollapsed, wouldExpand } from '../collapsing';
import { fitToContents } from '../fitting';
import type { Action } from './action';

export const containing: readonly Action[] = [
  {
    id: 'duplicate-to-zone',
    label: { en: 'Duplicate to another AZ', ja: '別の AZ に複製' },
    keys: [{ key: 'd', mod: true, shift: true }],
    group: 'edit',
    enabled: ({ session, store, catalog }) =>
      [...session.getState().selection].some((id) => {
        const resource = store.document.resources.get(id);
        return resource !== undefined && catalog.kind(resource.kind).isZonal === true;
      }),
    run: (editor) => {
      void import('../zoneCopy/zoneCopy').then(({ duplicateToOtherZone }) => duplicateToOtherZone(editor));
    },
  },
  {
    id: 'fit-to-contents',
    label: { en: 'Fit to contents', ja: '内容に合わせる' },
    keys: [{ code: 'KeyF', alt: true, shift: true }],
    group: 'arrange',
    enabled: (editor) => {
      const containers = selectedContainers(editor);
      return containers.length === 1 && !containers.some((each) => isCollapsed(editor.catalog, each));
    },
    run: (editor) => {
      const [only] = selectedContainers(editor);
      if (only !== undefined) fitToContents(editor, only.id);
    },
  },
  {
    id: 'toggle-collapsed',
    label: { en: 'Collapse to a chip', ja: '折りたたむ' },
    labelNow: (editor) =>
      wouldExpand(editor) ? { en: 'Expand', ja: '展開する' } : { en: 'Collapse to a chip', ja: '折りたたむ' },
    // By its place: Alt types another character on a Mac.
    keys: [{ code: 'KeyC', alt: true }],
    group: 'arrange',
    enabled: (editor) => selectedContainers(editor).length > 0,
    run: (editor) =>
      toggleCollapsed(
        editor,
        selectedContainers(editor).map(({ id }) => id),
      ),
  },
];

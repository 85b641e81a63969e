/** Containers: fitted to their content, collapsed to a chip, opened again. */
import { isCollapsed } from '../../core/layout/collapsed';
import type { Resource } from '../../core/model/document';
import { fitToContentsNow, toggleCollapsedNow } from '../containerActs';
import type { Editor } from '../editor';
import type { Action } from './action';

/** The containers among the selection. */
function selectedContainers({ session, store, catalog }: Editor): readonly Resource[] {
  return [...session.getState().selection].flatMap((id) => {
    const resource = store.document.resources.get(id);
    return resource !== undefined && catalog.kind(resource.kind).shape.as === 'container' ? [resource] : [];
  });
}

/** Whether a press would open them: all of them are chips. */
function wouldExpand(editor: Editor): boolean {
  const containers = selectedContainers(editor);
  return containers.length > 0 && containers.every((each) => isCollapsed(editor.catalog, each));
}

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
      if (only !== undefined) void fitToContentsNow(editor, only.id);
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
      void toggleCollapsedNow(
        editor,
        selectedContainers(editor).map(({ id }) => id),
      ),
  },
];

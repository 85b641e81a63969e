/** The dialog that is open, its code loaded when it is first asked for. */
import { lazy, Suspense, type ComponentType } from 'react';
import { useStore } from 'zustand';
import { FailedPart } from './FailedPart';
import { dialogs, type DialogName } from './dialogs';

const dialogsByName: Readonly<Record<DialogName, ComponentType>> = {
  about: lazy(async () => ({ default: (await import('./AboutDialog')).AboutDialog })),
  limitations: lazy(async () => ({ default: (await import('./LimitationsDialog')).LimitationsDialog })),
  matrix: lazy(async () => ({ default: (await import('../matrix/MatrixDialog')).MatrixDialog })),
  unproven: lazy(async () => ({ default: (await import('../export/UnprovenDialog')).UnprovenDialog })),
  picture: lazy(async () => ({ default: (await import('../picture/PictureDialog')).PictureDialog })),
  aws: lazy(async () => ({ default: (await import('../files/AwsCommandsDialog')).AwsCommandsDialog })),
  parameters: lazy(async () => ({
    default: (await import('../parameters/ParametersDialog')).ParametersDialog,
  })),
  planner: lazy(async () => ({ default: (await import('../planner/PlannerDialog')).PlannerDialog })),
  commands: lazy(async () => ({ default: (await import('../commands/CommandsDialog')).CommandsDialog })),
  find: lazy(async () => ({ default: (await import('../commands/FindDialog')).FindDialog })),
  fixes: lazy(async () => ({ default: (await import('../commands/FixesDialog')).FixesDialog })),
  replace: lazy(async () => ({ default: (await import('../commands/ReplaceDialog')).ReplaceDialog })),
  shortcuts: lazy(async () => ({ default: (await import('../commands/ShortcutsDialog')).ShortcutsDialog })),
  'open-link': lazy(async () => ({ default: (await import('../share/OpenLinkDialog')).OpenLinkDialog })),
  'copy-link': lazy(async () => ({ default: (await import('../share/CopyLinkDialog')).CopyLinkDialog })),
  versions: lazy(async () => ({ default: (await import('../versions/VersionsDialog')).VersionsDialog })),
  compare: lazy(async () => ({ default: (await import('../versions/VersionsDialog')).CompareDialog })),
  'name-version': lazy(async () => ({
    default: (await import('../versions/NameVersionDialog')).NameVersionDialog,
  })),
  'move-to': lazy(async () => ({ default: (await import('../commands/MoveToDialog')).MoveToDialog })),
  'add-inside': lazy(async () => ({
    default: (await import('../commands/AddInsideDialog')).AddInsideDialog,
  })),
  'connect-to': lazy(async () => ({
    default: (await import('../commands/ConnectToDialog')).ConnectToDialog,
  })),
  prices: lazy(async () => ({ default: (await import('../cost/PricesDialog')).PricesDialog })),
  'break-even': lazy(async () => ({
    default: (await import('../cost/BreakEvenDialog')).BreakEvenDialog,
  })),
  gallery: lazy(async () => ({ default: (await import('../files/GalleryDialog')).GalleryDialog })),
};

export function Dialogs() {
  const open = useStore(dialogs, (state) => state.open);
  if (open === null) return null;
  const Open = dialogsByName[open];
  return (
    <FailedPart key={open} onFailure={() => dialogs.setState({ open: null })}>
      <Suspense fallback={null}>
        <Open />
      </Suspense>
    </FailedPart>
  );
}

/** Keeps the diagram as it is now as a version with a name. */
import { useDesk } from '../files/useDesk';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { tell } from '../shell/messages';
import { useSay } from '../useEditor';
import { NameForm } from './NameForm';
import { tellNamed } from './tellVersions';
import './versions.css';
import { versionsOf } from './versionsOf';
import { words } from './words';

export function NameVersionDialog() {
  const say = useSay();
  const desk = useDesk();
  const keep = async (name: string): Promise<void> => {
    try {
      const versions = await versionsOf(desk);
      const version = await versions.keep('named', name);
      if (version === undefined) tell({ tone: 'failure', words: words.tooLarge });
      else tellNamed(desk, name, versions.shelf.isOnlyHere(version.id));
    } catch {
      tell({ tone: 'failure', words: words.notKept });
    }
  };
  return (
    <Dialog title={say(words.nameTitle)} onClose={closeDialog}>
      <NameForm
        start=""
        onKeep={(name) => {
          closeDialog();
          void keep(name);
        }}
        onCancel={closeDialog}
      />
    </Dialog>
  );
}

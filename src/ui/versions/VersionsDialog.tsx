/** The version history over the whole window: the list beside a canvas that shows what is chosen in it, or how two of them differ. */
import { useState } from 'react';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { useSay } from '../useEditor';
import { ComparePane, type Sides } from './ComparePane';
import { HistoryPane } from './HistoryPane';
import { useVersions } from './useVersions';
import './versions.css';
import './compare.css';
import { words } from './words';

export function VersionsDialog() {
  return <Versions start={null} />;
}

/** Opens with the present diagram beside the newest version of it. */
export function CompareDialog() {
  return <Versions start={{ before: null, after: 'now' }} />;
}

function Versions({ start }: { readonly start: Sides | null }) {
  const say = useSay();
  const shown = useVersions();
  const [sides, setSides] = useState<Sides | null>(start);
  return (
    <Dialog
      title={say(sides === null ? words.history : words.compare)}
      className="versions-dialog"
      onClose={closeDialog}
    >
      {shown.versions === null ? (
        <p className="versions-quiet">{say(words.reading)}</p>
      ) : sides === null ? (
        <HistoryPane shown={shown} versions={shown.versions} onCompare={setSides} />
      ) : (
        <ComparePane shown={shown} versions={shown.versions} start={sides} onBack={() => setSides(null)} />
      )}
    </Dialog>
  );
}

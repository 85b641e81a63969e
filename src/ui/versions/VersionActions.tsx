/** What can be done with the version that is chosen, or with the diagram of now. */
import { useState } from 'react';
import type { Document } from '../../core/model/document';
import { useDesk } from '../files/useDesk';
import { closeDialog } from '../shell/dialogs';
import { useSay, useSession } from '../useEditor';
import { captionOf } from './caption';
import type { Sides } from './ComparePane';
import { NameForm } from './NameForm';
import { downloadVersion, openVersionAsCopy, restoreVersion } from './versionDeeds';
import type { Version } from './version';
import type { Versions } from './versionsOf';
import { words } from './words';

export interface VersionActionsProps {
  /** Undefined: the diagram of now. */
  readonly version: Version | undefined;
  /** The version before it. */
  readonly before: Version | undefined;
  /** What it holds; undefined until it is read, and where it cannot be. */
  readonly document: Document | undefined;
  readonly now: number;
  readonly versions: Versions;
  readonly onCompare: (sides: Sides) => void;
  readonly onChange: () => Promise<void>;
}

export function VersionActions({
  version,
  before,
  document,
  now,
  versions,
  onCompare,
  onChange,
}: VersionActionsProps) {
  const say = useSay();
  const desk = useDesk();
  const language = useSession((session) => session.language);
  const [isNaming, setNaming] = useState(false);
  const [fault, setFault] = useState('');
  const when = {
    en: captionOf(version, now, 'en', words.now.en),
    ja: captionOf(version, now, 'ja', words.now.ja),
  };

  const name = async (given: string): Promise<void> => {
    setNaming(false);
    if (version !== undefined) await versions.shelf.change({ ...version, name: given });
    else if ((await versions.keep('named', given)) === undefined) setFault(say(words.tooLarge));
    await onChange();
  };

  if (isNaming)
    return (
      <NameForm
        start={version?.name ?? ''}
        onKeep={(given) => void name(given)}
        onCancel={() => setNaming(false)}
      />
    );
  const button = (label: string, deed: () => void, isOff = false, isMain = false) => (
    <button
      type="button"
      className={`button ${isMain ? 'button-filled' : 'button-outlined'}`}
      disabled={isOff}
      onClick={deed}
    >
      {label}
    </button>
  );
  return (
    <div
      className="versions-actions"
      role="group"
      aria-label={captionOf(version, now, language, say(words.now))}
    >
      {version === undefined ? (
        <>
          {button(say(words.nameNow), () => setNaming(true), document?.resources.size === 0)}
          {before === undefined
            ? null
            : button(say(words.compareWithBefore), () => onCompare({ before: before.id, after: 'now' }))}
        </>
      ) : (
        <>
          {button(
            say(words.restore),
            () => {
              if (document === undefined) return;
              closeDialog();
              void restoreVersion(desk, versions, document, when);
            },
            document === undefined,
            true,
          )}
          {button(say(words.compareWithNow), () => onCompare({ before: version.id, after: 'now' }))}
          {before === undefined
            ? null
            : button(say(words.compareWithBefore), () => onCompare({ before: before.id, after: version.id }))}
          {button(
            say(words.openCopy),
            () => {
              if (document === undefined) return;
              closeDialog();
              void openVersionAsCopy(desk, document, when);
            },
            document === undefined,
          )}
          {button(say(words.download), () => void downloadVersion(versions, version, document?.name ?? ''))}
          {button(say(version.name === null ? words.nameNow : words.rename), () => setNaming(true))}
          <DeleteButton version={version} versions={versions} onChange={onChange} />
        </>
      )}
      {fault === '' ? null : (
        <p role="alert" className="versions-fault">
          {fault}
        </p>
      )}
    </div>
  );
}

/** What was deleted can be put back as long as it is still looked at: the list does not go on before that. */
function DeleteButton({
  version,
  versions,
  onChange,
}: {
  readonly version: Version;
  readonly versions: Versions;
  readonly onChange: () => Promise<void>;
}) {
  const say = useSay();
  const [isSure, setSure] = useState(false);
  const remove = async (): Promise<void> => {
    await versions.shelf.drop([version.id]);
    await onChange();
  };
  if (!isSure)
    return (
      <button type="button" className="button button-outlined" onClick={() => setSure(true)}>
        {say(words.remove)}
      </button>
    );
  return (
    <span className="versions-sure" role="alert">
      {say(words.sure)}
      <button type="button" className="button button-outlined" onClick={() => void remove()}>
        {say(words.removeForGood)}
      </button>
      <button type="button" className="button" onClick={() => setSure(false)}>
        {say(words.cancel)}
      </button>
    </span>
  );
}

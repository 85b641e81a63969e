/** The list of versions, what can be done with the one that is chosen, and how it looked. */
import { useState } from 'react';
import { useDesk } from '../files/useDesk';
import { useDocument, useSay, useSession } from '../useEditor';
import { captionOf } from './caption';
import type { Sides } from './ComparePane';
import { bounds } from './thinning';
import type { ShownVersions } from './useVersions';
import { useVersionDocument } from './useVersionDocument';
import { VersionActions } from './VersionActions';
import { VersionList } from './VersionList';
import { VersionStage } from './VersionStage';
import type { Versions } from './versionsOf';
import { Trouble } from './Trouble';
import { roomWords, words } from './words';

export interface HistoryPaneProps {
  readonly shown: ShownVersions;
  readonly versions: Versions;
  readonly onCompare: (sides: Sides) => void;
}

export function HistoryPane({ shown, versions, onCompare }: HistoryPaneProps) {
  const say = useSay();
  const desk = useDesk();
  const language = useSession((session) => session.language);
  const present = useDocument((document) => document);
  const [chosen, setChosen] = useState<string | null>(null);
  const [now] = useState(() => Date.now());
  const { list, bytes, reload } = shown;
  const version = list.find(({ id }) => id === chosen);
  const { read, seen } = useVersionDocument(versions, version?.id ?? null, present);

  return (
    <div className="versions-panes">
      <VersionStage
        document={seen}
        // While it is read the picture is still that of another.
        caption={read === undefined ? say(words.reading) : captionOf(version, now, language, say(words.now))}
        onStage={nothing}
      />
      <div className="versions-side">
        <Trouble trouble={versions.shelf.trouble()} desk={desk} />
        <VersionList
          list={list}
          chosen={version?.id ?? null}
          now={now}
          versions={versions}
          onChoose={setChosen}
        />
        {read !== undefined && 'failure' in read ? (
          <p role="alert" className="versions-fault">
            {say(read.failure)}
          </p>
        ) : null}
        <VersionActions
          key={version?.id ?? 'now'}
          version={version}
          before={list[version === undefined ? 0 : list.indexOf(version) + 1]}
          document={read !== undefined && 'document' in read ? read.document : undefined}
          now={now}
          versions={versions}
          onCompare={onCompare}
          onChange={reload}
        />
        <p className="versions-quiet">{say(roomWords(bytes, bounds.bytes))}</p>
      </div>
    </div>
  );
}

const nothing = (): void => undefined;

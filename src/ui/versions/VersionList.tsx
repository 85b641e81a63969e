/** The versions, the newest first, with what each changed. */
import { useRef, type KeyboardEvent } from 'react';
import { useSay } from '../useEditor';
import { summaryWords } from './summaryWords';
import { timeWords } from './timeWords';
import { stepFocus } from './stepFocus';
import type { Version } from './version';
import type { Versions } from './versionsOf';
import { words } from './words';

export interface VersionListProps {
  readonly list: readonly Version[];
  /** Null: the diagram of now. */
  readonly chosen: string | null;
  readonly now: number;
  readonly versions: Versions;
  readonly onChoose: (id: string | null) => void;
}

export function VersionList({ list, chosen, now, versions, onChoose }: VersionListProps) {
  const say = useSay();
  const all = useRef<HTMLOListElement>(null);
  const step = (event: KeyboardEvent): void => stepFocus(event, all.current);
  return (
    <>
      <ol ref={all} className="versions-list scrolls" aria-label={say(words.versions)}>
        <li>
          <button
            type="button"
            className="versions-row"
            aria-current={chosen === null}
            onKeyDown={step}
            onClick={() => onChoose(null)}
          >
            <b>{say(words.now)}</b>
            <span className="versions-quiet">{say(words.nowText)}</span>
          </button>
        </li>
        {list.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              className="versions-row"
              aria-current={version.id === chosen}
              onKeyDown={step}
              onClick={() => onChoose(version.id)}
            >
              <span className="versions-title">
                <b>{version.name ?? say(timeWords(version.made, now))}</b>
                {versions.shelf.isOnlyHere(version.id) ? (
                  <span className="versions-quiet">{say(words.onlyHere)}</span>
                ) : null}
              </span>
              <span className="versions-quiet">
                {version.name === null ? say(words[version.why]) : say(timeWords(version.made, now))}
              </span>
              {version.since === undefined ? null : (
                <span className="versions-changes">{say(summaryWords(version.since.changes))}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
      {list.length > 0 ? null : (
        <div className="versions-empty">
          <p>
            <b>{say(words.noVersions)}</b>
          </p>
          <p className="versions-quiet">{say(words.noVersionsHint)}</p>
        </div>
      )}
    </>
  );
}

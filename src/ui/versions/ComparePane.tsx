/** Two versions and how they differ: on the canvas of the later one, and as a list beside it. */
import { useMemo, useRef, useState } from 'react';
import type { ComparedLine } from '../../core/diff/comparison';
import type { Document } from '../../core/model/document';
import { showRect } from '../../editor/camera';
import { comparisonMarks } from '../../editor/comparisonMarks';
import type { Editor } from '../../editor/editor';
import { viewRect } from '../../editor/view';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { captionOf } from './caption';
import { CompareLayer } from './CompareLayer';
import { CompareList } from './CompareList';
import { SideChoice, type NamedFile } from './SideChoice';
import { useComparison } from './useComparison';
import type { ShownVersions } from './useVersions';
import { useVersionDocument } from './useVersionDocument';
import { VersionStage } from './VersionStage';
import type { Versions } from './versionsOf';
import { words } from './words';

/** `now` is the diagram as it is, `file` one that was opened for comparing, everything else the id of a version. */
export type Side = string;

export interface Sides {
  /** Null: the newest version there is. */
  readonly before: Side | null;
  readonly after: Side;
}

export interface ComparePaneProps {
  readonly shown: ShownVersions;
  readonly versions: Versions;
  readonly start: Sides;
  readonly onBack: () => void;
}

export function ComparePane({ shown: { list }, versions, start, onBack }: ComparePaneProps) {
  const say = useSay();
  const { catalog } = useEditor();
  const language = useSession((session) => session.language);
  const present = useDocument((document) => document);
  const [sides, setSides] = useState(start);
  const [file, setFile] = useState<NamedFile | null>(null);
  const [line, setLine] = useState<ComparedLine | null>(null);
  const [now] = useState(() => Date.now());
  const stage = useRef<Editor | null>(null);
  const earlier = sides.before ?? list[0]?.id ?? null;

  const before = useSide(versions, earlier, present, file);
  const after = useSide(versions, sides.after, present, file);
  const { comparison, failed } = useComparison(before.document, after.document);
  const marks = useMemo(
    () =>
      comparison === null || before.document === undefined
        ? null
        : comparisonMarks(catalog, before.document, comparison),
    [catalog, before.document, comparison],
  );

  const choose = (next: Sides): void => {
    setLine(null);
    setSides(next);
  };
  const look = (chosen: ComparedLine): void => {
    setLine(chosen);
    const rect = marks?.rectOf(chosen);
    if (stage.current === null || rect === undefined) return;
    const view = viewRect(stage.current);
    const isSeen =
      rect.x >= view.x &&
      rect.y >= view.y &&
      rect.x + rect.w <= view.x + view.w &&
      rect.y + rect.h <= view.y + view.h;
    // What is in sight at a size that can be read stays where it is.
    if (!isSeen || stage.current.session.getState().viewport.zoom < readable) showRect(stage.current, rect);
  };
  const captions = { now: say(words.now), file: file?.name ?? '' };
  const captionFor = (side: Side): string =>
    side === 'file'
      ? captions.file
      : captionOf(
          list.find(({ id }) => id === side),
          now,
          language,
          captions.now,
        );
  const failure = before.failure ?? after.failure ?? (failed ? words.notCompared : undefined);

  return (
    <div className="versions-panes">
      <VersionStage
        document={comparison?.after ?? after.document ?? present}
        caption={earlier === null ? captions.now : `${captionFor(earlier)} → ${captionFor(sides.after)}`}
        onStage={(made) => (stage.current = made)}
        over={marks === null ? null : <CompareLayer marks={marks} line={line?.id ?? null} />}
      />
      <div className="versions-side">
        <button type="button" className="button versions-back" onClick={onBack}>
          <span aria-hidden="true">‹</span> {say(words.back)}
        </button>
        <SideChoice
          sides={{ before: earlier, after: sides.after }}
          list={list}
          file={file}
          captionFor={captionFor}
          onChoose={choose}
          onFile={(opened) => {
            setFile(opened);
            choose({ before: earlier ?? 'now', after: 'file' });
          }}
        />
        {failure === undefined ? (
          <CompareList
            comparison={comparison}
            isWaiting={earlier !== null}
            line={line?.id ?? null}
            onChoose={look}
          />
        ) : (
          <p role="alert" className="versions-fault">
            {say(failure)}
          </p>
        )}
      </div>
    </div>
  );
}

/** Below this zoom the names on the canvas cannot be read. */
const readable = 0.4;

function useSide(versions: Versions, side: Side | null, present: Document, file: NamedFile | null) {
  const id = side === null || side === 'now' || side === 'file' ? null : side;
  const { read } = useVersionDocument(versions, id, present);
  if (side === null) return {};
  if (side === 'file') return file === null ? {} : { document: file.document };
  if (read === undefined) return {};
  return 'failure' in read ? { failure: read.failure } : { document: read.document };
}

/** One problem: a click goes to it; the first thing that would mend it stands beside it. */
import { memo, type KeyboardEvent } from 'react';
import type { Finding } from '../../core/rules/rule';
import { jumpTo } from '../../editor/inspecting/jump';
import { words as awsWords } from '../aws/words';
import { FixButton } from '../FixButton';
import { ResourceIcon } from '../ResourceName';
import { SeveritySign } from '../severitySigns';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { words } from './words';

export interface ProblemLineProps {
  readonly finding: Finding;
  /** It follows from the one above it, whose fixes mend it too. */
  readonly isEffect: boolean;
  readonly suppress: (finding: Finding) => void;
  readonly walk: (event: KeyboardEvent<HTMLElement>) => void;
}

/** An unchanged finding is the same object from answer to answer, so that an edit draws only the lines that changed. */
export const ProblemLine = memo(function ProblemLine({
  finding,
  isEffect,
  suppress,
  walk,
}: ProblemLineProps) {
  const editor = useEditor();
  const say = useSay();
  const { severity, message, on, field, fixes = [], place: written, aws } = finding;
  const [place] = on;
  const isSelected = useSession((session) => session.selection.has(place));
  const [first, ...others] = isEffect ? [] : fixes;
  return (
    <li
      className="problem"
      data-effect={isEffect ? true : undefined}
      data-selected={isSelected ? true : undefined}
    >
      <button
        type="button"
        className="problem-main"
        title={isEffect ? say(words.causedBy) : undefined}
        onClick={() => jumpTo(editor, place, field)}
        onKeyDown={walk}
        // What the shortcut for fixes is about.
        onFocus={() => editor.session.setState({ findingInFocus: finding.key })}
        onBlur={() => editor.session.setState({ findingInFocus: null })}
      >
        <SeveritySign severity={severity} />
        {aws === undefined ? (
          <span className="problem-message">{say(message)}</span>
        ) : (
          <span className="problem-message">
            <span className="problem-source" title={say(awsWords.byAws)}>
              AWS
            </span>{' '}
            <span lang="en">{message.en}</span>{' '}
            {aws.suggestion === undefined ? null : (
              <span className="problem-suggestion" lang="en">
                {aws.suggestion}
              </span>
            )}{' '}
            <span className="problem-line">{finding.rule}</span>
          </span>
        )}
        {written === undefined ? null : (
          <span className="problem-line">{`${written.file}:${written.line}:${written.column}`}</span>
        )}
        <Place id={place} otherwise={aws?.logicalId ?? ''} />
      </button>
      <div className="problem-fixes">
        {first === undefined ? null : <FixButton plan={first} />}
        {others.length === 0 ? null : (
          <button
            type="button"
            className="button"
            title={say(words.moreFixes)}
            aria-label={`${say(words.moreFixes)}: ${others.length}`}
            onClick={() => jumpTo(editor, place, field)}
          >
            +{others.length}
          </button>
        )}
      </div>
      <button type="button" className="button problem-suppress" onClick={() => suppress(finding)}>
        {say(words.suppress)}
      </button>
    </li>
  );
});

/** `otherwise`: what it is called in the template, where it is not drawn. */
function Place({ id, otherwise }: { readonly id: string; readonly otherwise: string }) {
  const name = useDocument((document) => {
    const resource = document.resources.get(id);
    if (resource !== undefined) return resource.name;
    const flow = document.flows.get(id);
    const end = (each: string | undefined) => document.resources.get(each ?? '')?.name ?? '';
    return flow === undefined ? otherwise : `${end(flow.from)} → ${end(flow.to)}`;
  });
  return (
    <span className="problem-place">
      <ResourceIcon id={id} size={16} />
      <span>{name}</span>
    </span>
  );
}

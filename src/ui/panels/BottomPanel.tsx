/** The panels below the canvas: problems, flows, paths, scenes, cost, code. Folded, only their tabs are left. */
import { Suspense, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { PanelName } from '../../editor/session';
import { countsOf } from '../../editor/inspecting/findings';
import { DownGlyph } from '../glyphs';
import { useDocument, useEditor, useSay, useSession, useVerdicts } from '../useEditor';
import { Splitter } from './Splitter';
import { tabWords } from './tabWords';
import '../controls.css';
import './panels.css';

/** What each tab shows; handed in, so that each is loaded when it is first opened. */
export interface BottomPanelProps {
  readonly outline?: ReactNode;
  readonly problems: ReactNode;
  readonly flows: ReactNode;
  readonly paths?: ReactNode;
  readonly scenes?: ReactNode;
  readonly cost?: ReactNode;
  readonly code?: ReactNode;
  readonly guidelines?: ReactNode;
}

export function BottomPanel(parts: BottomPanelProps) {
  const { session } = useEditor();
  const say = useSay();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = useSession((state) => state.panel);
  const height = useSession((state) => state.panelHeight);
  const problems = useVerdicts(({ findings }) => {
    const { error, warning, advice } = countsOf(findings);
    return error + warning + advice;
  });
  const errors = useVerdicts(({ findings }) => countsOf(findings).error);
  const flows = useDocument((document) => document.flows.size);
  const sceneCount = useDocument((document) => document.scenes.size);
  const tabs: readonly { readonly name: PanelName; readonly label: string; readonly count?: number }[] = [
    { name: 'outline', label: say(tabWords.outline) },
    { name: 'problems', label: say(tabWords.problems), count: problems },
    { name: 'flows', label: say(tabWords.flows), count: flows },
    { name: 'paths', label: say(tabWords.paths) },
    { name: 'scenes', label: say(tabWords.scenes), count: sceneCount },
    { name: 'cost', label: say(tabWords.cost) },
    { name: 'code', label: say(tabWords.code) },
    { name: 'guidelines', label: say(tabWords.guidelines) },
  ];
  const open = tabs.find(({ name }) => name === chosen)?.name ?? null;
  const show = (panel: PanelName | null): void => session.setState({ panel });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };

  return (
    <div className="panel" style={open === null ? undefined : { height }}>
      {open === null ? null : <Splitter />}
      <div className="panel-head">
        <div
          ref={list}
          className="panel-tabs"
          role="tablist"
          tabIndex={-1}
          aria-label={say(tabWords.panels)}
          onKeyDown={onKeyDown}
        >
          {tabs.map(({ name, label, count }, index) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              className="panel-tab"
              aria-selected={name === open}
              aria-controls={name === open ? `${id}-body` : undefined}
              tabIndex={name === open || (open === null && index === 0) ? 0 : -1}
              onClick={() => show(name === open ? null : name)}
            >
              {label}
              {count === undefined ? null : (
                <span
                  className="panel-count"
                  data-errors={name === 'problems' && errors > 0 ? true : undefined}
                >
                  {count}
                </span>
              )}
            </button>
          ))}
        </div>
        {open === null ? null : (
          <button
            type="button"
            className="icon-button panel-fold"
            title={say(tabWords.fold)}
            aria-label={say(tabWords.fold)}
            onClick={() => show(null)}
          >
            <DownGlyph />
          </button>
        )}
      </div>
      {open === null ? null : (
        <div id={`${id}-body`} className="panel-body" role="tabpanel" aria-labelledby={`${id}-${open}`}>
          <Suspense fallback={<p className="panel-empty">{say(tabWords.loading)}</p>}>{parts[open]}</Suspense>
        </div>
      )}
    </div>
  );
}

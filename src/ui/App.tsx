/** The frame of the application: where each part stands. The parts decide for themselves what they show. */
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { fitAll } from '../editor/camera';
import { Canvas } from './canvas/Canvas';
import { DropZone } from './files/DropZone';
import { DeskProvider } from './files/useDesk';
import { Palette } from './palette/Palette';
import { BottomPanel } from './panels/BottomPanel';
import { Dialogs } from './shell/Dialogs';
import { FailedPart } from './shell/FailedPart';
import { Messages } from './shell/Messages';
import { Shell } from './shell/Shell';
import { TopBar } from './shell/TopBar';
import type { Started } from './startEditor';
import { OnceDrawn } from './canvas/OnceDrawn';
import { EditorProvider, useSession } from './useEditor';
import { loadRules } from './useRules';

// Loaded when something is first selected.
const Inspector = lazy(async () => {
  const [{ Inspector: found }] = await Promise.all([import('./inspector/Inspector'), loadRules()]);
  return { default: found };
});
const CodePane = lazy(async () => ({ default: (await import('./code/CodePane')).CodePane }));
const OutlinePanel = lazy(async () => ({ default: (await import('./outline/OutlinePanel')).OutlinePanel }));
const ProblemsPanel = lazy(async () => ({ default: (await import('./panels/ProblemsPanel')).ProblemsPanel }));
const PathsPanel = lazy(async () => ({ default: (await import('./paths/PathsPanel')).PathsPanel }));
const PathsOnCanvas = lazy(async () => ({ default: (await import('./paths/PathsOnCanvas')).PathsOnCanvas }));
const GuidelinesPanel = lazy(async () => ({
  default: (await import('./guidelines/GuidelinesPanel')).GuidelinesPanel,
}));
const FlowsPanel = lazy(async () => ({ default: (await import('./panels/FlowsPanel')).FlowsPanel }));
const TipLayer = lazy(async () => ({ default: (await import('./shell/TipLayer')).TipLayer }));
const CostPanel = lazy(async () => ({ default: (await import('./cost/CostPanel')).CostPanel }));

export interface AppProps extends Started {
  /** What presenting brings: the panel in which scenes are made, and what stands in the canvas's place while they are shown. */
  readonly scenes: ReactNode;
  readonly presenter: ReactNode;
}

export function App({ editor, desk, isUnseen, scenes, presenter }: AppProps) {
  // The canvas has been measured by the time its parent's effects run.
  useEffect(() => {
    if (isUnseen) fitAll(editor);
  }, [editor, isUnseen]);
  return (
    <EditorProvider value={editor}>
      <DeskProvider value={desk}>
        <FailedPart>
          <Shell
            topBar={<TopBar />}
            palette={
              <FailedPart>
                <Palette />
              </FailedPart>
            }
            canvas={
              <FailedPart>
                <Canvas />
                <ComparedPaths />
              </FailedPart>
            }
            code={
              <FailedPart>
                <Suspense fallback={null}>
                  <CodePane />
                </Suspense>
              </FailedPart>
            }
            inspector={
              <FailedPart>
                <Suspense fallback={null}>
                  <Inspector />
                </Suspense>
              </FailedPart>
            }
            panel={
              <FailedPart>
                <BottomPanel
                  outline={<OutlinePanel />}
                  problems={<ProblemsPanel />}
                  flows={<FlowsPanel />}
                  paths={<PathsPanel />}
                  scenes={scenes}
                  cost={<CostPanel />}
                  code={<CodePane />}
                  guidelines={<GuidelinesPanel />}
                />
              </FailedPart>
            }
            presenter={<FailedPart>{presenter}</FailedPart>}
            messages={<Messages />}
          />
          <Dialogs />
          <DropZone />
          <OnceDrawn>
            <TipLayer />
          </OnceDrawn>
        </FailedPart>
      </DeskProvider>
    </EditorProvider>
  );
}

/** While paths are compared the canvas shows them. */
function ComparedPaths() {
  const isOn = useSession((session) => session.panel === 'paths');
  return isOn ? (
    <Suspense fallback={null}>
      <PathsOnCanvas />
    </Suspense>
  ) : null;
}

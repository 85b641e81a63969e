/** The canvas: React Flow shows the nodes and moves the view; what the pointer and the keys do is the editor's to decide. */
import { ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { CanvasNode } from '../../editor/projection';

import { useLens } from '../lenses/useLensMark';
import { awaitMenu } from './earlyMenu';
import { OnceDrawn } from './OnceDrawn';
import { useEditor, useSay, useSession } from '../useEditor';
import './arrow.css';
import './canvas.css';
import './node.css';
import './boxNode.css';
import './chips.css';
import './iconNode.css';
import './nodeText.css';
// After these, whose borders and plates they outline.
import './nodeStates.css';
import './nodeMarks.css';
import './nodeHandles.css';
import { Dots } from './Dots';
import { EmptyState } from './EmptyState';
import { Hints } from './Hints';
import { LiveRegion } from './LiveRegion';
import { Minimap } from './Minimap';
import { nodeTypes } from './nodes';
import { ToolBar } from './ToolBar';
import { useFocus } from './useFocus';
import { useLanding } from './useLanding';
import { useNodes } from './useNodes';
import { usePointer } from './usePointer';
import { useShortcuts } from './useShortcuts';
import { useViewport } from './useViewport';
import { canvasWords } from './words';
import { ZoomCluster } from './ZoomCluster';

// Loaded when they are wanted: what is looked at first is the diagram.
/** Arrows are routed by what comes once the diagram stands, and are drawn by what comes with it. */
const ArrowLayer = lazy(async () => ({ default: (await import('./ArrowLayer')).ArrowLayer }));
const FarLayer = lazy(async () => ({ default: (await import('./FarLayer')).FarLayer }));
const GestureLayer = lazy(async () => ({ default: (await import('./GestureLayer')).GestureLayer }));
const Shifting = lazy(async () => ({ default: (await import('./Shifting')).Shifting }));
const ContextMenu = lazy(async () => ({ default: (await import('./ContextMenu')).ContextMenu }));
const DebugTimes = lazy(async () => ({ default: (await import('./DebugTimes')).DebugTimes }));
const NewEndBox = lazy(async () => ({ default: (await import('./NewEndBox')).NewEndBox }));
const PlansOffer = lazy(async () => ({ default: (await import('./PlansOffer')).PlansOffer }));
const LensLayer = lazy(async () => ({ default: (await import('../lenses/LensLayer')).LensLayer }));
const ProposalBar = lazy(async () => ({ default: (await import('./ProposalBar')).ProposalBar }));
const PreviewLayer = lazy(async () => ({ default: (await import('./PreviewLayer')).PreviewLayer }));

export function Canvas() {
  return (
    <ReactFlowProvider>
      <Surface />
    </ReactFlowProvider>
  );
}

const noEdges: never[] = [];

/** Below this zoom the dots of the grid would be a grey veil. */
const dotsFrom = 0.25;

/** `?debug=times` */
const showsTimes = new URLSearchParams(location.search).get('debug') === 'times';

function Surface() {
  const editor = useEditor();
  const say = useSay();
  const surface = useRef<HTMLElement>(null);
  const { near, isLarge } = useNodes();
  const isProposing = useSession((session) => session.proposal !== null);
  const isPreviewing = useSession((session) => session.preview !== null) || isProposing;
  const asksForEnd = useSession((session) => session.newEnd !== null);
  const offersPlans = useSession((session) => session.offerFor !== null);
  // A slide is looked at for what its author wanted to show.
  const isLensOn = useSession((session) => session.lens !== null && session.presenting === null);
  const lens = useLens();
  const isGridShown = useSession(({ gridShown, viewport }) => gridShown && viewport.zoom >= dotsFrom);
  const tool = useSession((session) => session.tool.tool);
  const doing = useSession((session) => session.gesture?.doing ?? 'nothing');
  const pointer = usePointer(editor, surface);
  useShortcuts(editor, pointer, surface);
  const { defaultViewport, onMove } = useViewport(editor, surface);
  useFocus(editor, surface);
  useLanding(editor, surface);
  useEffect(() => {
    // React Flow calls its wrapper an application of its own, without a name, and lets nobody say otherwise.
    surface.current?.querySelector('.react-flow')?.setAttribute('role', 'presentation');
    surface.current?.addEventListener('contextmenu', awaitMenu);
  }, []);

  return (
    <section
      ref={surface}
      className={`canvas tool-${tool} doing-${doing} ${isLarge ? 'is-large' : ''} ${
        lens === null ? '' : `has-lens lens-${lens}`
      }`}
      role="application"
      aria-label={say(canvasWords.diagram)}
      aria-describedby="canvas-how-to"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the diagram as a whole is one stop of Tab
      tabIndex={0}
    >
      <p id="canvas-how-to" hidden>
        {say(canvasWords.howTo)}
      </p>
      <ReactFlow
        // React Flow does not write to its nodes; its type only forgets to say so.
        nodes={near as CanvasNode[]}
        edges={noEdges}
        nodeTypes={nodeTypes}
        defaultViewport={defaultViewport}
        // Of a wheel that turns by one notch React Flow tells only a start and, when no other has followed, an end.
        onMoveStart={onMove}
        onMove={onMove}
        onMoveEnd={onMove}
        minZoom={0.05}
        maxZoom={4}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        panOnDrag={false}
        selectionOnDrag={false}
        panOnScroll
        zoomOnScroll={false}
        zoomOnPinch
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        proOptions={hideAttribution}
      >
        <ViewportPortal>
          {isGridShown ? <Dots /> : null}
          <OnceDrawn>
            <FarLayer />
          </OnceDrawn>
          <OnceDrawn>
            <ArrowLayer />
          </OnceDrawn>
          <OnceDrawn>
            <GestureLayer />
          </OnceDrawn>
          {isPreviewing ? (
            <Suspense fallback={null}>
              <PreviewLayer />
            </Suspense>
          ) : null}
        </ViewportPortal>
        <Minimap />
      </ReactFlow>
      {isLensOn ? (
        <Suspense fallback={null}>
          <LensLayer />
        </Suspense>
      ) : null}
      <EmptyState />
      <ToolBar />
      <ZoomCluster />
      <OnceDrawn>
        <Shifting surface={surface} mounted={near} />
      </OnceDrawn>
      <OnceDrawn>
        <ContextMenu surface={surface} />
      </OnceDrawn>
      <Suspense fallback={null}>
        {asksForEnd ? <NewEndBox surface={surface} /> : null}
        {offersPlans ? <PlansOffer canvas={surface} /> : null}
      </Suspense>
      <Hints />
      {isProposing ? (
        <Suspense fallback={null}>
          <ProposalBar canvas={surface} />
        </Suspense>
      ) : null}
      <LiveRegion />
      {showsTimes ? (
        <Suspense fallback={null}>
          <DebugTimes />
        </Suspense>
      ) : null}
    </section>
  );
}

// MIT allows it; the attribution stands with the other licences.
const hideAttribution = { hideAttribution: true };

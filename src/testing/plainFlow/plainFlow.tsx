/**
 * A plain React Flow canvas, built only to be measured beside ours: every node mounted and nested in its parent, edges with
 * labels, and the features that React Flow has by itself (dragging, resizing, selecting, connecting, measuring), with its own
 * background, controls and minimap. The one setting that differs from its defaults besides the zoom's limits is that the wheel
 * pans, so that both canvases can be given the same gesture.
 */
import {
  Background,
  Controls,
  Handle,
  MiniMap,
  NodeResizer,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useEdgesState,
  useNodesState,
  useReactFlow,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { memo, useEffect, type CSSProperties } from 'react';
import { createRoot } from 'react-dom/client';
import type { PlainNode } from './content';
import './plainFlow.css';

// React Flow types node data as an open record, which only a type alias satisfies.
// oxlint-disable-next-line typescript/consistent-type-definitions -- see above
type Data = { readonly of: PlainNode };
type Drawn = Node<Data>;

const Container = memo(function Container({ data: { of }, selected }: NodeProps<Drawn>) {
  return (
    <div className="plain-container" style={{ '--edge': of.colour } as CSSProperties}>
      <NodeResizer isVisible={selected} />
      <Handle type="target" position={Position.Top} />
      <div className="plain-title">
        <Icon icon={of.icon} size={24} />
        <b>{of.name}</b>
        <span>{of.detail}</span>
        <Chips of={of} />
      </div>
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});

const Leaf = memo(function Leaf({ data: { of } }: NodeProps<Drawn>) {
  return (
    <div className="plain-leaf">
      <Handle type="target" position={Position.Top} />
      <Icon icon={of.icon} size={48} />
      <span>{of.name}</span>
      <Chips of={of} />
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});

function Icon({ icon, size }: { readonly icon: string | null; readonly size: number }) {
  return icon === null ? null : <img src={`./icons/${icon}.svg`} alt="" width={size} height={size} />;
}

function Chips({ of }: { readonly of: PlainNode }) {
  return of.chips.map((name) => (
    <span key={name} className="plain-chip">
      {name}
    </span>
  ));
}

const nodeTypes = { container: Container, leaf: Leaf };

function PlainFlow() {
  const { nodes: given, edges: between } = window.plainContent ?? { nodes: [], edges: [] };
  const [nodes, setNodes, onNodesChange] = useNodesState<Drawn>(given.map(drawn));
  const [edges, , onEdgesChange] = useEdgesState([...between]);
  const { setViewport } = useReactFlow();
  useEffect(() => {
    window.showPlain = (viewport) => {
      // A resize and a drag that come back do not quite: after a hundred steps a VPC would be out of view.
      setNodes((now) => now.map(asGiven));
      void setViewport(viewport);
    };
  }, [setViewport, setNodes]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={nodeTypes}
      minZoom={0.02}
      maxZoom={4}
      panOnScroll
      fitView
    >
      <Background />
      <Controls />
      <MiniMap />
    </ReactFlow>
  );
}

function drawn(of: PlainNode): Drawn {
  const { id, parentId, x, y, w, h, isContainer } = of;
  return {
    id,
    type: isContainer ? 'container' : 'leaf',
    position: { x, y },
    width: w,
    height: h,
    ...(parentId === null ? {} : { parentId }),
    data: { of },
  };
}

/** The very same node where it stands as it was given. */
function asGiven(node: Drawn): Drawn {
  const { x, y, w, h } = node.data.of;
  const { position, width, height } = node;
  if (position.x === x && position.y === y && width === w && height === h) return node;
  return { ...node, position: { x, y }, width: w, height: h, measured: { width: w, height: h } };
}

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <ReactFlowProvider>
      <PlainFlow />
    </ReactFlowProvider>,
  );

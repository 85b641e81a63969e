/** How pictures are drawn, by what the shape of their kind draws: frames, images, plain lines and numbers. */
import { useMemo, type CSSProperties } from 'react';
import { known } from '../../core/model/value';
import { valuesOf } from '../../core/model/queries';
import type { NodeData } from '../../editor/projection';
import { keptImage } from '../../lib/imageData';
import { iconAddress } from '../builtFile';
import { NodeFrame } from '../canvas/NodeFrame';
import { NoteText } from '../canvas/NoteText';
import { ResourceName } from '../canvas/ResourceName';
import { useEditor, useSay, useSession } from '../useEditor';
import { LineNode } from './LineNode';
import './pictures.css';
import { propWhere } from '../../core/catalog/propWhere';
import { words } from './words';

export interface PictureProps {
  readonly data: NodeData;
}

export function PictureNode({ data }: PictureProps) {
  const { shape } = useEditor().catalog.kind(data.resource.kind);
  if (shape.as !== 'picture') return null;
  switch (shape.draws) {
    case 'frame':
      return <FrameNode data={data} />;
    case 'image':
      return <ImageNode data={data} />;
    case 'number':
      return <NumberNode data={data} />;
    case 'line':
      return <LineNode data={data} shape={shape} />;
  }
}

function FrameNode({ data: { resource, look } }: PictureProps) {
  const { colour = 'var(--line-strong)', style = 'solid', header = 'left' } = look.border ?? {};
  // The colour comes from AWS's deck, or is that of the text.
  const edge = { '--edge': colour, borderStyle: style } as CSSProperties;
  return (
    <NodeFrame resource={resource} look={look} className={`box frame box-${header}`} style={edge} resizable>
      <div className="box-title">
        {look.icon === undefined ? null : (
          <img
            className="box-icon"
            src={iconAddress(look.icon)}
            alt=""
            draggable={false}
            data-part="title"
            data-id={resource.id}
          />
        )}
        <span className="box-words" data-part="title" data-id={resource.id}>
          <ResourceName resource={resource} className="box-name" />
        </span>
      </div>
    </NodeFrame>
  );
}

function ImageNode({ data: { resource, look } }: PictureProps) {
  const say = useSay();
  const prop = propWhere(useEditor().catalog, resource.kind, 'art');
  const value = known(valuesOf(resource)[prop]);
  const image = typeof value === 'string' ? value : '';
  // A browser that is handed a file which asks for gigabytes takes them: what it is handed is looked at first.
  const isSound = useMemo(() => typeof keptImage(image) === 'object', [image]);
  const isNamed = useSession(({ editing }) => editing === resource.id);
  return (
    <NodeFrame resource={resource} look={look} className="picture" resizable>
      {isSound ? (
        <img className="picture-image" src={image} alt="" draggable={false} />
      ) : (
        <span className="picture-missing">{say(image === '' ? words.noImage : words.brokenImage)}</span>
      )}
      {isNamed ? (
        <span className="picture-caption">
          <ResourceName resource={resource} className="picture-name" />
        </span>
      ) : null}
    </NodeFrame>
  );
}

function NumberNode({ data: { resource, look } }: PictureProps) {
  const prop = propWhere(useEditor().catalog, resource.kind, 'text');
  const text = known(valuesOf(resource)[prop]);
  const says = typeof text === 'string' ? text : '';
  const isEdited = useSession(({ editing }) => editing === resource.id);
  const number = look.detail ?? '';
  return (
    <NodeFrame resource={resource} look={look} className="call-out">
      <span className="call-out-disc" data-digits={number.length} title={says}>
        {number}
      </span>
      {isEdited ? (
        <span className="call-out-text">
          <NoteText resource={resource} field={prop} text={says} />
        </span>
      ) : (
        <span className="unseen">{says}</span>
      )}
    </NodeFrame>
  );
}

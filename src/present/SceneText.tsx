/** The text of a scene: its Markdown as elements. Nothing of it is ever read as HTML, and no link leads anywhere. */
import { Fragment } from 'react';
import { markdownBlocks, type Block, type Span } from '../core/scenes/markdown';

export interface SceneTextProps {
  readonly text: string;
  /** The blocks that are still to come, counted from 1: they keep their room, so that nothing moves when they come. */
  readonly hidden?: ReadonlySet<number>;
}

export function SceneText({ text, hidden }: SceneTextProps) {
  return markdownBlocks(text).map((block, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the blocks of one text never change their places
    <div key={index} className="scene-block" data-hidden={hidden?.has(index + 1) === true}>
      <BlockView block={block} />
    </div>
  ));
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.as === 'code')
    return (
      <pre>
        <code>{block.text}</code>
      </pre>
    );
  // The title of the scene is the heading of the page; one within the text is a line that stands out.
  if (block.as === 'heading')
    return (
      <h2>
        <Spans spans={block.spans} />
      </h2>
    );
  if (!('items' in block))
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    );
  const items = block.items.map((spans, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the items of one list never change their places
    <li key={index}>
      <Spans spans={spans} />
    </li>
  ));
  return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map((span, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the spans of one line never change their places
    <Fragment key={index}>
      <SpanView span={span} />
    </Fragment>
  ));
}

function SpanView({ span }: { readonly span: Span }) {
  if (span.as === 'break') return <br />;
  if (span.as === 'link')
    return (
      <>
        <u>{span.text}</u> <span className="scene-address">({span.address})</span>
      </>
    );
  if (!('spans' in span)) return span.as === 'code' ? <code>{span.text}</code> : span.text;
  const inner = <Spans spans={span.spans} />;
  return span.as === 'bold' ? <strong>{inner}</strong> : <em>{inner}</em>;
}

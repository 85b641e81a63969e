/** What differs, over the canvas of the later version: signs that have their own shapes, in no colour of a verdict. */
import type { ChangeSign } from '../../core/diff/comparison';
import type { ComparisonMarks, Mark, Wire } from '../../editor/comparisonMarks';
import { useSession } from '../useEditor';
import { signTexts } from './signs';

export interface CompareLayerProps {
  readonly marks: ComparisonMarks;
  /** The line that is looked at. */
  readonly line: string | null;
}

/** More lines than this at once hide the diagram; those of the line that is looked at are always there. */
const mostWires = 40;

export function CompareLayer({ marks: { marks, wires }, line }: CompareLayerProps) {
  const { x, y, zoom } = useSession((session) => session.viewport);
  const own = wires.filter((wire) => wire.line === line);
  const shown = [...(wires.length <= mostWires ? wires.filter((wire) => !own.includes(wire)) : []), ...own];
  const apart = shown.filter(
    (wire, index) => !shown.some((other, later) => later > index && isSameWay(wire, other)),
  );
  return (
    <div className="compare-layer" style={{ transform: `translate(${x}px, ${y}px)` }}>
      <svg className="compare-wires">
        {apart.map((wire, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the wires of one comparison never change
          <WireLine key={index} wire={wire} zoom={zoom} isInFocus={wire.line === line} />
        ))}
        {marks.map((mark) =>
          mark.was === null || (mark.sign === 'elsewhere' && !isOf(mark, line)) ? null : (
            <line
              key={`${mark.id} ${mark.sign}`}
              className="compare-way"
              x1={(mark.was.x + mark.was.w / 2) * zoom}
              y1={(mark.was.y + mark.was.h / 2) * zoom}
              x2={(mark.rect.x + mark.rect.w / 2) * zoom}
              y2={(mark.rect.y + mark.rect.h / 2) * zoom}
            />
          ),
        )}
      </svg>
      {marks.map((mark, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the marks of one comparison never change
        <MarkBox key={index} mark={mark} zoom={zoom} isInFocus={isOf(mark, line)} />
      ))}
    </div>
  );
}

/** Two lines on one another are one to the eye; what is looked at comes last and stays. */
function isSameWay(one: Wire, other: Wire): boolean {
  return (
    one.from.x === other.from.x &&
    one.from.y === other.from.y &&
    one.to.x === other.to.x &&
    one.to.y === other.to.y
  );
}

function isOf({ lines }: Mark, line: string | null): boolean {
  return line !== null && lines.includes(line);
}

/** Room between what is marked and its outline, in px of the screen. */
const room = 4;

function MarkBox({
  mark,
  zoom,
  isInFocus,
}: {
  readonly mark: Mark;
  readonly zoom: number;
  readonly isInFocus: boolean;
}) {
  const { sign, name, rect, was, isBeside, isContainer } = mark;
  // What only stands elsewhere is no difference to the network: it is shown when it is asked for.
  if ((sign === 'elsewhere' || isBeside) && !isInFocus) return null;
  return (
    <>
      <Outline rect={rect} zoom={zoom} sign={sign} isInFocus={isInFocus} isContainer={isContainer}>
        <span className="compare-sign">{signTexts[sign]}</span>
        {name === '' ? null : <span className="compare-name">{name}</span>}
      </Outline>
      {was === null ? null : <Outline rect={was} zoom={zoom} sign="was" isInFocus={isInFocus} />}
    </>
  );
}

interface OutlineProps {
  readonly rect: Mark['rect'];
  readonly zoom: number;
  readonly sign: ChangeSign | 'was';
  readonly isInFocus: boolean;
  readonly isContainer?: boolean;
  readonly children?: React.ReactNode;
}

function Outline({ rect, zoom, sign, isInFocus, isContainer = false, children }: OutlineProps) {
  return (
    <div
      className={`compare-mark compare-${sign} ${isInFocus ? 'is-in-focus' : ''} ${isContainer ? 'is-container' : ''}`}
      style={{
        transform: `translate(${rect.x * zoom - room}px, ${rect.y * zoom - room}px)`,
        width: rect.w * zoom + 2 * room,
        height: rect.h * zoom + 2 * room,
      }}
    >
      {children}
    </div>
  );
}

function WireLine({
  wire,
  zoom,
  isInFocus,
}: {
  readonly wire: Wire;
  readonly zoom: number;
  readonly isInFocus: boolean;
}) {
  const { sign, from, to, pieces } = wire;
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const [start, end] = longest(pieces) ?? [from, to];
  return (
    <g className={`compare-wire compare-${sign} ${isInFocus ? 'is-in-focus' : ''}`}>
      {pieces.map(([one, other]) => (
        <line
          key={`${one.x} ${one.y}`}
          x1={one.x * zoom}
          y1={one.y * zoom}
          x2={other.x * zoom}
          y2={other.y * zoom}
        />
      ))}
      <path
        className="compare-head"
        d="M-9 -4.5 0 0-9 4.5"
        transform={`translate(${to.x * zoom} ${to.y * zoom}) rotate(${angle})`}
      />
      <g transform={`translate(${((start.x + end.x) / 2) * zoom} ${((start.y + end.y) / 2) * zoom})`}>
        <circle r={9} />
        <text>{signTexts[sign]}</text>
      </g>
    </g>
  );
}

/** Its sign stands there, clear of the icons. */
function longest(pieces: Wire['pieces']): Wire['pieces'][number] | undefined {
  const lengthOf = ([one, other]: Wire['pieces'][number]): number =>
    Math.hypot(other.x - one.x, other.y - one.y);
  return [...pieces].sort((one, other) => lengthOf(other) - lengthOf(one))[0];
}

/** A length in px on a plate that is as large at every zoom, while something is dragged. */
import type { Point } from '../../core/model/document';
import './measure.css';

export interface MeasureProps {
  /** The middle of the plate, in canvas px. */
  readonly at: Point;
  readonly zoom: number;
  /** The room of the plate, in px of the screen. */
  readonly plate: { readonly w: number; readonly h: number };
  /** What it measures: `guide` or `space`. */
  readonly of: string;
  readonly text: string;
}

export function Measure({ at, zoom, plate: { w, h }, of, text }: MeasureProps) {
  return (
    <g className="measure" transform={`translate(${at.x} ${at.y}) scale(${1 / zoom})`}>
      <rect x={-w / 2} y={-h / 2} width={w} height={h} rx={3} />
      <text className={`${of}-measure`} y={4}>
        {text}
      </text>
    </g>
  );
}

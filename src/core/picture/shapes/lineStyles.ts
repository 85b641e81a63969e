import type { Border } from '../../catalog/kind';
import type { Stroke } from '../picture';

export type LineStyle = Border['style'];

/** The borders of AWS's groups: 1.5 px wide. */
export const borderDash: Readonly<Record<LineStyle, Pick<Stroke, 'dash'>>> = {
  solid: {},
  dashed: { dash: [5, 3] },
  dotted: { dash: [0.1, 3] },
};

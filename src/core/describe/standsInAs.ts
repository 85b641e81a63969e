import type { Refs } from '../catalog/field';
import type { ResourceId } from '../model/document';
import type { AnswerScope } from './answerWriting';

/** The subnets of something with a foot in several: the one it is drawn in first, and those that are there. */
export function standsInAs(
  own: ResourceId | undefined,
  others: Refs,
  scope: AnswerScope,
): readonly ResourceId[] {
  const rest = Object.keys(others).filter((id) => id !== own && scope.resource(id) !== undefined);
  return own === undefined ? rest : [own, ...rest];
}

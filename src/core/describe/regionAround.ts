import type { ResourceId } from '../model/document';
import type { AnswerScope } from './answerWriting';

/** The Region of another resource: that of the box around it. */
export function regionAround(id: ResourceId | null, scope: AnswerScope, otherwise = scope.region): string {
  let box = scope.resource(id);
  for (let depth = 0; box !== undefined && depth < 40; depth++) {
    if ('region' in box.props && typeof box.props.region === 'string' && box.props.region !== '')
      return box.props.region;
    box = scope.resource(box.parentId);
  }
  return otherwise;
}

/** Connections that join two different things of one kind. */
import { call } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import type { FoundFault, RuleContext } from '../../core/rules/rule';
import type { Words } from '../../lib/words';
import { called, plan } from './words';

/** The fault of a connection of which one end is missing, or is the same as the other: what could stand there instead. */
export function endFault(
  context: RuleContext,
  id: ResourceId,
  field: string,
  message: Words,
  fitting: readonly Resource[],
): FoundFault {
  const name = called(context, id);
  return {
    on: [id],
    field,
    message,
    fixes: fitting
      .slice(0, 2)
      .map((end) =>
        plan(
          `Join ${called(context, end.id)} by ${name}`,
          `${name} の接続先を ${called(context, end.id)} に変更`,
          call('setProps', { id, props: { [field]: end.id } }),
        ),
      ),
  };
}

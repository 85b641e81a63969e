/** Requests to be joined with something of somebody else, which they must accept. */
import { call } from '../../core/commands';
import type { ResourceId } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { FoundFault, RuleContext } from '../../core/rules/rule';
import { called, plan } from './words';

/** Shows the design as it is once the request has been accepted. */
export function acceptance(context: RuleContext, id: ResourceId): Plan {
  const name = called(context, id);
  return plan(
    `Take the request for ${name} as accepted`,
    `${name} のリクエストを承諾済みにする`,
    call('setProps', { id, props: { accepted: true } }),
  );
}

export function notAccepted(context: RuleContext, id: ResourceId): FoundFault {
  const name = called(context, id);
  return {
    on: [id],
    field: 'accepted',
    message: {
      en: `The request for ${name} has not been accepted`,
      ja: `${name} のリクエストがまだ承諾されていません`,
    },
    fixes: [acceptance(context, id)],
  };
}

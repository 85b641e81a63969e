import { call } from '../../core/commands';
import type { Resource } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { called, plan } from './words';

export function withoutPrivateDns(context: RuleContext, { id }: Resource<'interface-endpoint'>): Plan {
  const name = called(context, id);
  return plan(
    `Turn off private DNS of ${name}`,
    `${name} のプライベート DNS を無効化`,
    call('setProps', { id, props: { privateDns: false } }),
  );
}

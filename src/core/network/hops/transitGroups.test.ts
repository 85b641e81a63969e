import { describe, expect, test } from 'vitest';
import { allow, interfaceEndpoint, securityGroup, unknown } from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import { two, changed, withTarget } from '../../../testing/transit';
import type { Fact } from '../facts';

describe('TG5 security groups across a transit gateway', () => {
  // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
  const guarded = (facts: readonly Fact[] = two): Fact[] =>
    changed(facts, 'GroupB', 'security-group', () =>
      securityGroup('GroupB', 'VpcB', { in: [allow('tcp', 443, { ref: 'GroupA' })] }),
    );
  const supporting = (support: boolean | typeof unknown): Fact[] =>
    changed(guarded(), 'Tgw', 'transit-gateway', (fact) => ({ ...fact, securityGroupReferencing: support }));

  test('are recognised inbound when the transit gateway and both attachments support it', () => {
    expect(traceOf(supporting(true), 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('are not otherwise, which the trace says', () => {
    const blocked = { resource: 'GroupB', analyzerCode: 'SG_REFERENCING_SUPPORT' };

    expect(traceOf(supporting(false), 'HostA', 'HostB').blockedBy[0]).toMatchObject(blocked);
    for (const by of ['AttachA', 'AttachB'])
      expect(
        traceOf(withTarget(supporting(true), by, { securityGroupReferencing: false }), 'HostA', 'HostB')
          .blockedBy[0],
      ).toMatchObject(blocked);
    expect(traceOf(supporting(unknown), 'HostA', 'HostB').verdict).toBe('unknown');
  });

  test('are never recognised outbound', () => {
    const facts = changed(
      changed(two, 'Tgw', 'transit-gateway', (fact) => ({ ...fact, securityGroupReferencing: true })),
      'GroupA',
      'security-group',
      () => securityGroup('GroupA', 'VpcA', { out: [allow('tcp', 443, { ref: 'GroupB' })] }),
    );

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupA',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test('IE7 are not recognised by an interface endpoint', () => {
    // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
    const endpointGroup = (rows: Parameters<typeof securityGroup>[2]) => [
      ...supporting(true),
      securityGroup('EndpointGroup', 'VpcB', rows),
      ...interfaceEndpoint('Ssm', 'VpcB', 'ssm', ['SubnetB'], { securityGroups: ['EndpointGroup'] }),
    ];

    expect(
      traceOf(endpointGroup({ in: [allow('tcp', 443, { ref: 'GroupA' })] }), 'HostA', 'Ssm').blockedBy[0],
    ).toMatchObject({ resource: 'EndpointGroup', analyzerCode: 'SG_REFERENCES_NOT_PRESERVED' });
    expect(traceOf(endpointGroup({ in: [allow('tcp', 443, '10.0.0.0/16')] }), 'HostA', 'Ssm').verdict).toBe(
      'reachable',
    );
  });
});

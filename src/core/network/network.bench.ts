/** A design of about N resources, and how long the engine takes for it. `npx vitest bench src/core/network` runs it. */
import { bench, describe } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../testing/facts';
import type { Fact } from './facts';
import { compileNetwork } from './network';

/** VPCs of 16 subnets each, every subnet with its table, its group and its instances. */
export function generatedDesign(resources: number): Fact[] {
  const facts: Fact[] = [];
  const perVpc = 160;
  for (let v = 0; facts.length < resources; v++) {
    const net = `Vpc${v}`;
    facts.push(vpc(net, `10.${v % 256}.0.0/16`), internetGateway(`${net}Igw`, net));
    facts.push(
      networkAcl(`${net}Acl`, net, {
        in: [aclRow(100, 'allow', 'tcp', [1024, 65535]), aclRow(110, 'allow', 'tcp', 443)],
        out: [aclRow(90, 'deny', 'any', null, '198.51.100.0/24'), aclRow(100, 'allow')],
      }),
    );
    for (let s = 0; s < 16 && facts.length < resources; s++) {
      const name = `${net}S${s}`;
      const isPublic = s % 4 === 0;
      facts.push(
        subnet(name, net, `10.${v % 256}.${s}.0/24`, {
          routeTable: `${name}Table`,
          networkAcl: s % 2 === 0 ? `${net}Acl` : null,
        }),
        routeTable(`${name}Table`, net, { '0.0.0.0/0': isPublic ? `${net}Igw` : `${net}Nat` }),
        securityGroup(`${name}Group`, net, {
          in: [allow('tcp', 443, `10.${v % 256}.0.0/16`), allow('tcp', 443, { ref: `${net}S0Group` })],
        }),
      );
      for (let i = 0; i < perVpc / 16 - 4; i++)
        facts.push(
          instance(`${name}I${i}`, name, { publicIpv4: isPublic, securityGroups: [`${name}Group`] }),
        );
    }
    facts.push(
      natGateway(`${net}Nat`, `${net}S0`),
      gatewayEndpoint(`${net}S3`, net, 's3', [`${net}S1Table`, `${net}S2Table`]),
      ...interfaceEndpoint(`${net}Ssm`, net, 'ssm', [`${net}S1`, `${net}S2`], {
        securityGroups: [`${net}S1Group`],
      }),
    );
  }
  return facts;
}

const questions = [
  flow('Vpc0S1I0', 'Vpc0S2I1'),
  flow('Vpc0S1I0', 'internet'),
  flow('Vpc0S1I0', { service: 's3' }),
  flow('Vpc0S3I0', { service: 'ssm' }),
  flow('Vpc0S4I0', { service: 'sqs' }),
  flow('internet', 'Vpc0S0I0'),
];

for (const size of [100, 1000, 5000]) {
  const facts = generatedDesign(size);
  const network = compileNetwork(facts);
  describe(`${size} resources`, () => {
    bench('compile', () => void compileNetwork(facts));
    bench(`${questions.length} traces`, () => {
      for (const question of questions) network.trace(question);
    });
  });
}

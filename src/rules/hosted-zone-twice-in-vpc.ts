import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { domainOf } from './shared/dns';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'hosted-zone-twice-in-vpc',
  severity: 'error',
  summary: {
    en: 'A VPC can be associated with one private hosted zone of each name',
    ja: '1 つの VPC に、同じ名前のプライベートホストゾーンを複数関連付けることはできません',
  },
  why: {
    en: 'Route 53 refuses the second association, because both zones would answer for the same names. Put the records into one zone, or give the second a longer name, such as dev.example.internal beside example.internal: the more specific one then answers for its part.',
    ja: '同じ名前に応答するゾーンが 2 つになるため、2 つ目の関連付けは拒否されます。レコードを 1 つのゾーンにまとめるか、example.internal に対する dev.example.internal のように、より長い名前にしてください。その部分には、より具体的なゾーンが応答します。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AssociateVPCWithHostedZone.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  ],
  *check(context) {
    const owners = new Map<string, string>();
    for (const zone of context.all('hosted-zone')) {
      const domain = domainOf(zone);
      if (domain === undefined) continue;
      for (const vpc of Object.keys(zone.props.vpcs)) {
        const key = JSON.stringify([vpc, domain]);
        const owner = owners.get(key);
        if (owner === undefined) {
          owners.set(key, zone.id);
          continue;
        }
        const name = called(context, zone.id);
        const vpcName = called(context, vpc);
        yield {
          on: [zone.id, owner],
          field: 'vpcs',
          message: {
            en: `${name} and ${called(context, owner)} are both associated with ${vpcName} for ${domain}`,
            ja: `${name} と ${called(context, owner)} が、どちらも ${domain} のゾーンとして ${vpcName} に関連付けられています`,
          },
          fixes: harmless(context, [
            Object.keys(zone.props.vpcs).length < 2
              ? undefined
              : plan(
                  `Take ${vpcName} from ${name}`,
                  `${name} と ${vpcName} の関連付けを解除`,
                  call('setProps', {
                    id: zone.id,
                    props: {
                      vpcs: Object.fromEntries(
                        Object.entries(zone.props.vpcs).filter(([other]) => other !== vpc),
                      ),
                    },
                  }),
                ),
          ]),
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc'),
        box('hosted-zone', 'Outer', { domain: 'example.internal', vpcs: { Vpc: true } }),
        box('hosted-zone', 'Inner', { domain: 'dev.example.internal', vpcs: { Vpc: true } }),
      ),
      sketch(
        box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }),
        box('vpc', 'Other', { cidr: '10.1.0.0/16' }),
        box('hosted-zone', 'Own', { domain: 'example.internal', vpcs: { Vpc: true } }),
        box('hosted-zone', 'Others', { domain: 'example.internal', vpcs: { Other: true } }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }),
        box('vpc', 'Other', { cidr: '10.1.0.0/16' }),
        box('hosted-zone', 'A', { domain: 'example.internal', vpcs: { Vpc: true } }),
        box('hosted-zone', 'B', { domain: 'Example.internal.', vpcs: { Vpc: true, Other: true } }),
      ),
    ],
  },
});

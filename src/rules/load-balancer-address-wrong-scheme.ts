import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'load-balancer-address-wrong-scheme',
  severity: 'error',
  summary: {
    en: 'An internal load balancer takes fixed private addresses, an internet-facing one Elastic IP addresses',
    ja: '固定できるのは、内部ロードバランサーではプライベートアドレス、インターネット向けでは Elastic IP アドレスです',
  },
  why: {
    en: 'AWS rejects an Elastic IP address for a node of an internal Network Load Balancer, and a private address of one’s choice for an internet-facing one. Leave it out: then AWS chooses.',
    ja: '内部の Network Load Balancer に Elastic IP アドレスを、インターネット向けのものにプライベートアドレスを指定することはできません。指定しなければ AWS が割り当てます。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SubnetMapping.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-network-load-balancer.html',
  ],
  *check(context) {
    for (const balancer of context.all('network-load-balancer'))
      for (const [row, { privateIp, elasticIp }] of Object.entries(balancer.props.addresses)) {
        const { scheme } = balancer.props;
        const name = called(context, balancer.id);
        if (scheme === 'internal' && elasticIp === true)
          yield {
            on: [balancer.id],
            field: `addresses.${row}.elasticIp`,
            message: {
              en: `${name} is internal and cannot have an Elastic IP address`,
              ja: `${name} は内部ロードバランサーのため、Elastic IP アドレスを指定できません`,
            },
            fixes: [
              plan(
                `Take the Elastic IP address off ${name}`,
                `${name} から Elastic IP アドレスを外す`,
                call('setRow', { id: balancer.id, field: 'addresses', row, values: { elasticIp: false } }),
              ),
            ],
          };
        const address = known(privateIp) ?? '';
        if (scheme === 'internet-facing' && address !== '')
          yield {
            on: [balancer.id],
            field: `addresses.${row}.privateIp`,
            message: {
              en: `${name} is internet-facing and cannot have the private address ${address}`,
              ja: `${name} はインターネット向けのため、プライベートアドレス ${address} を指定できません`,
            },
            fixes: [
              plan(
                'Let AWS choose the address',
                'アドレスを AWS に任せる',
                call('setRow', { id: balancer.id, field: 'addresses', row, values: { privateIp: '' } }),
              ),
            ],
          };
      }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('network-load-balancer', 'Nlb', {
              addresses: { a: { subnet: 'A', privateIp: '10.0.0.10', elasticIp: false } },
            }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('network-load-balancer', 'Nlb', {
              addresses: { a: { subnet: 'A', privateIp: '', elasticIp: true } },
            }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', routeTable: 'Table' },
            box('network-load-balancer', 'Nlb', {
              scheme: 'internet-facing',
              addresses: { a: { subnet: 'A', privateIp: '10.0.0.10', elasticIp: false } },
            }),
          ),
          box('route-table', 'Table', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
    ],
  },
});

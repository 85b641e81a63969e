import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'endpoint-dns-records-mismatch',
  severity: 'error',
  summary: {
    en: 'The DNS records of an interface endpoint are of addresses that it has',
    ja: 'インターフェイスエンドポイントの DNS レコードの IP タイプは、エンドポイントの IP アドレスタイプに含まれるものにします',
  },
  why: {
    en: 'AWS makes A records only for an endpoint with IPv4 addresses, AAAA records only for one with IPv6 addresses, and both only for one with both; otherwise it refuses the endpoint. Choose the type of the records as that of the addresses, or give the endpoint the addresses.',
    ja: 'A レコードには IPv4 アドレス、AAAA レコードには IPv6 アドレス、その両方には両方のアドレスがエンドポイントに必要で、ない場合は作成できません。DNS レコードの IP タイプを IP アドレスタイプに合わせるか、IP アドレスタイプを変更してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.VpcEndpointDnsRecordIpType.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptionsSpecification.html',
  ],
  check: forEachOf('interface-endpoint', function* (context, { id, props }) {
    const [addresses, records] = [known(props.addressType), known(props.dnsRecords)];
    if (addresses === undefined || addresses === 'dualstack' || addresses === records) return;
    if (records === undefined || records === 'default' || records === 'service-defined') return;
    const name = called(context, id);
    const [own, other] = addresses === 'ipv4' ? ['IPv4', 'IPv6'] : ['IPv6', 'IPv4'];
    yield {
      on: [id],
      field: 'dnsRecords',
      message: {
        en: `${name} is to have DNS records for ${other}, and has ${own} addresses only`,
        ja: `${name} の DNS レコードに ${other} が指定されていますが、エンドポイントのアドレスは ${own} だけです`,
      },
      fixes: [
        plan(
          `Let the DNS records of ${name} follow its addresses`,
          `${name} の DNS レコードを IP アドレスタイプに合わせる`,
          call('setProps', { id, props: { dnsRecords: 'default' } }),
        ),
      ],
    };
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true, dnsHostnames: true },
          box(
            'subnet',
            'Subnet',
            { ipv6: 1 },
            box('interface-endpoint', 'Endpoint', { addressType: 'dualstack', dnsRecords: 'ipv6' }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { dnsHostnames: true },
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', { addressType: 'ipv4', dnsRecords: 'dualstack' }),
          ),
        ),
      ),
    ],
  },
});

import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'hosted-zone-without-vpc',
  severity: 'error',
  summary: {
    en: 'A private hosted zone needs a VPC to answer in',
    ja: 'プライベートホストゾーンには、関連付ける VPC が必要です',
  },
  why: {
    en: 'A private hosted zone answers only in the VPCs it is associated with. A template that names none makes a public hosted zone of it, whose names anybody can look up. Associate the VPCs whose workloads use the names.',
    ja: 'プライベートホストゾーンは、関連付けた VPC の中でだけ応答します。テンプレートで VPC を指定しないと、誰でも参照できるパブリックホストゾーンが作成されます。名前を使うワークロードのある VPC を関連付けてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html',
  ],
  *check(context) {
    for (const zone of context.all('hosted-zone')) {
      if (Object.keys(zone.props.vpcs).length > 0) continue;
      const name = called(context, zone.id);
      yield {
        on: [zone.id],
        field: 'vpcs',
        message: {
          en: `${name} is associated with no VPC, so it answers nobody`,
          ja: `${name} に関連付けられた VPC がないため、どこからも使えません`,
        },
        fixes: harmless(
          context,
          context
            .all('vpc')
            .slice(0, 3)
            .map((vpc) =>
              plan(
                `Associate ${name} with ${called(context, vpc.id)}`,
                `${name} を ${called(context, vpc.id)} に関連付け`,
                call('setProps', { id: zone.id, props: { vpcs: { [vpc.id]: true } } }),
              ),
            ),
        ),
      };
    }
  },
  examples: {
    good: [sketch(box('vpc', 'Vpc'), box('hosted-zone', 'Zone', { vpcs: { Vpc: true } }))],
    bad: [sketch(box('vpc', 'Vpc'), box('hosted-zone', 'Zone'))],
  },
});

import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'public-access-block-twice',
  severity: 'error',
  summary: {
    en: 'A Region has one VPC Block Public Access setting',
    ja: 'VPC ブロックパブリックアクセスの設定は、リージョンに 1 つだけです',
  },
  why: {
    en: 'It is one switch of the account for the whole Region, so two of them cannot both hold: which one is in force depends on the order in which they are deployed. Keep one.',
    ja: 'アカウントごと、リージョンごとに 1 つの設定のため、2 つを同時に有効にはできません。どちらが適用されるかはデプロイの順序次第です。1 つだけ残してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcblockpublicaccessoptions.html',
  ],
  *check(context) {
    const first = new Map<string, string>();
    for (const { id } of context.all('public-access-block')) {
      const { region } = context.around(id);
      const other = first.get(region);
      if (other === undefined) {
        first.set(region, id);
        continue;
      }
      const name = called(context, id);
      yield {
        on: [id, other],
        message: {
          en: `${region} has ${called(context, other)} already, so ${name} cannot hold as well`,
          ja: `${region} にはすでに ${called(context, other)} があるため、${name} と両立できません`,
        },
        fixes: [plan(`Delete ${name}`, `${name} を削除`, call('deleteResources', { ids: [id] }))],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('region', 'Tokyo', { region: 'ap-northeast-1' }, box('public-access-block', 'InTokyo')),
        box('region', 'Osaka', { region: 'ap-northeast-3' }, box('public-access-block', 'InOsaka')),
      ),
    ],
    bad: [
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box('public-access-block', 'Both'),
          box('public-access-block', 'Ingress', { mode: 'block-ingress' }),
        ),
      ),
    ],
  },
});

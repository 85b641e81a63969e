import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'public-access-block-off',
  severity: 'error',
  summary: {
    en: 'VPC Block Public Access that is off cannot be deployed',
    ja: '「オフ」の VPC ブロックパブリックアクセスはデプロイできません',
  },
  why: {
    en: 'Off is what a Region starts with, and CloudFormation refuses to make the setting with it. Delete it, or choose what it blocks. It is of use in a scene that shows a design before it is switched on.',
    ja: '「オフ」はリージョンの初期状態で、CloudFormation ではこの値で作成できません。削除するか、ブロックする方向を選んでください。有効にする前の構成をシーンで見せるときには役立ちます。',
  },
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcblockpublicaccessoptions.html',
  ],
  *check(context) {
    for (const { id, props } of context.all('public-access-block')) {
      if (props.mode !== 'off') continue;
      const name = called(context, id);
      yield {
        on: [id],
        field: 'mode',
        message: {
          en: `${name} is off, which CloudFormation does not let it be`,
          ja: `${name} が「オフ」ですが、CloudFormation ではこの値を指定できません`,
        },
        fixes: [
          plan(`Delete ${name}`, `${name} を削除`, call('deleteResources', { ids: [id] })),
          plan(
            `Let ${name} block ingress only`,
            `${name} を「イングレスのみ」に変更`,
            call('setProps', { id, props: { mode: 'block-ingress' } }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [sketch(box('region', 'Tokyo', {}, box('public-access-block', 'Bpa', { mode: 'block-ingress' })))],
    bad: [sketch(box('region', 'Tokyo', {}, box('public-access-block', 'Bpa', { mode: 'off' })))],
  },
});

/**
 * An AWS service in a Region, as an end of flows. It is named as its endpoints name it: `s3`, `ssmmessages`, `ecr.api`. Its
 * addresses are public; endpoints give it private ones. It is no resource of a template.
 */
import { defineKind } from '../../core/catalog/kind';
import { isUnknown, known, type Value } from '../../core/model/value';
import { serviceMeant } from '../../lib/serviceNames';
import { verbatim } from '../../lib/words';
import { services } from './services';

interface AwsServiceProps {
  readonly service: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'aws-service': AwsServiceProps;
  }
}

export default defineKind({
  kind: 'aws-service',
  label: { en: 'AWS service', ja: 'AWS サービス' },
  summary: {
    en: 'S3, DynamoDB, Systems Manager, SQS and any other service',
    ja: 'S3、DynamoDB、Systems Manager、SQS などのサービス',
  },
  group: 'services',
  icon: 'architecture-group/AWSCloudlogo',
  defaultName: 'AwsService',
  presets: Object.entries(services).map(([service, { name, icon }], index) => ({
    label: verbatim(name),
    icon,
    // A name that a template would take: "Amazon S3" is S3.
    name: name.replace(/^(Amazon|AWS) /, '').replace(/[^A-Za-z0-9]/g, ''),
    props: { service },
    // The rest of the list is found by searching.
    searchOnly: index > 12,
  })),
  parents: ['region', 'canvas'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    service: {
      control: 'text',
      label: { en: 'Service', ja: 'サービス' },
      help: {
        en: 'As its endpoints name it: s3, ssm, ecr.api',
        ja: 'エンドポイントでの名前: s3、ssm、ecr.api など',
      },
      default: 's3',
      suggestions: () => Object.keys(services),
      check: (service) =>
        /^[a-z0-9][a-z0-9._-]*$/.test(service)
          ? undefined
          : {
              en: `“${service}” is not the name of a service, such as s3 or ssm`,
              ja: `「${service}」はサービス名 (s3 や ssm など) ではありません`,
            },
    },
  },
  look({ props }, around) {
    const name = known(props.service);
    const meant = name === undefined ? '' : serviceMeant(around.region, name).service;
    const service = Object.hasOwn(services, meant) ? services[meant] : undefined;
    return {
      ...(service === undefined ? {} : { icon: service.icon, label: verbatim(service.name) }),
      detail: name ?? '?',
    };
  },
  propose(service, around) {
    const taken = around
      .all('aws-service')
      .flatMap(({ id, props }) => (id === service.id ? [] : [props.service]));
    return { service: Object.keys(services).find((name) => !taken.includes(name)) ?? 's3' };
  },
  tidy: () => ({ column: '2', row: 1 }),
  *facts({ id, props }, { region }) {
    yield isUnknown(props.service)
      ? { fact: 'service', by: id, service: props.service, region }
      : { fact: 'service', by: id, ...serviceMeant(region, props.service) };
  },
});

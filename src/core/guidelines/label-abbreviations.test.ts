import { testGuideline } from '../../testing/testGuideline';
import { box } from '../model/sketch';

testGuideline('label-abbreviations', {
  good: [
    {
      boxes: [box('aws-icon', 'Elastic Load Balancing (ELB)'), box('aws-icon', 'ELB')],
      at: { ELB: [200, 0] },
    },
    { boxes: [box('instance', 'VPC A to VPC B')], at: {} },
  ],
  bad: [
    {
      boxes: [box('aws-icon', 'EC2 (EC2)')],
      at: {},
      says: 'The label EC2 (EC2) says EC2 twice',
      fix: 'Call it EC2',
    },
    {
      // The name of a resource is in its template.
      boxes: [box('instance', 'EC2 EC2')],
      at: {},
      says: 'The label EC2 EC2 says EC2 twice',
      fix: null,
    },
    {
      boxes: [box('aws-icon', 'Simple Queue Service (SQS)'), box('aws-icon', 'simple queue service (SQS)')],
      at: { 'simple queue service (SQS)': [200, 0] },
      says: 'simple queue service is spelt out more than once; SQS will do here',
      fix: 'Call it SQS',
    },
  ],
});

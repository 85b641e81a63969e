/** S3 and DynamoDB in the answers of AWS: where the account has buckets or tables, the service is an end of flows. */
import { describes } from '../../core/describe/describeMapping';

export default describes({
  kind: 'aws-service',
  calls: [
    { command: 's3api list-buckets', list: 'Buckets' },
    { command: 'dynamodb list-tables', list: 'TableNames' },
  ],
  reads: {
    *Buckets() {
      yield { id: 'aws-service-s3', name: 'S3', draws: 'aws-service', says: { service: 's3' } };
    },
    *TableNames() {
      yield {
        id: 'aws-service-dynamodb',
        name: 'DynamoDB',
        draws: 'aws-service',
        says: { service: 'dynamodb' },
      };
    },
  },
});

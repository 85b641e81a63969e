/** Answers of the AWS CLI in tests, as objects. */
import { catalog } from '../aws';
import { describeMappings } from '../awsDescribe';
import { importDescribe } from '../core/describe/importDescribe';
import { valuesOf } from '../core/model/queries';

/** By the names of their files. */
export const readAnswers = (answers: Readonly<Record<string, unknown>>) =>
  importDescribe(
    catalog,
    describeMappings,
    Object.entries(answers).map(([name, answer]) => ({ name: `${name}.json`, text: JSON.stringify(answer) })),
  );

/** The props of what is read from them. */
export const propsOf = (
  answers: Readonly<Record<string, unknown>>,
  id: string,
): Readonly<Record<string, unknown>> => {
  const resource = readAnswers(answers).document.resources.get(id);
  if (resource === undefined) throw new Error(`there is no ${id}`);
  return valuesOf(resource);
};

const VpcId = 'vpc-0a';
/** A VPC with a subnet in two zones. */
export const documentedNetwork = {
  vpcs: { Vpcs: [{ VpcId, CidrBlock: '10.0.0.0/16' }] },
  subnets: {
    Subnets: ['a', 'c'].map((zone, index) => ({
      SubnetId: `subnet-0${zone}`,
      VpcId,
      CidrBlock: `10.0.${index}.0/24`,
      AvailabilityZone: `ap-northeast-1${zone}`,
    })),
  },
};

/** The DNS names that AWS would give, made of the ids: records of hosted zones name resources by them. */
import type { Resource } from '../model/document';
import type { AnswerScope } from './answerWriting';
import { madeDigits, plainName } from './madeIds';

export function balancerName(balancer: Resource, isInternal: boolean, scope: AnswerScope): string {
  const own = nameIn(balancer);
  return `${isInternal ? 'internal-' : ''}${own}-${madeDigits(balancer.id).slice(0, 9)}.${scope.region}.elb.amazonaws.com`.toLowerCase();
}

export function endpointName(endpoint: Resource, scope: AnswerScope): string {
  return `${scope.id(endpoint.id)}-${madeDigits(endpoint.id).slice(0, 8)}.vpce.${scope.region}.vpce.amazonaws.com`;
}

export function databaseName(database: Resource, scope: AnswerScope): string {
  return `${nameIn(database).toLowerCase()}.c${madeDigits(database.id).slice(0, 11)}.${scope.region}.rds.amazonaws.com`;
}

/** The name that a service takes, which differs from that of every other one. */
export function nameIn({ id, name }: Resource): string {
  const plain = plainName(name, 20);
  return plain === name && name === id
    ? plain
    : `${plain === '' ? 'r' : plain}-${madeDigits(id).slice(0, 8)}`;
}

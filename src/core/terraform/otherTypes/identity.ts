/**
 * Roles and policies. CloudFormation has them within one another, the provider as resources of their own.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
 */
import type { CfnValue } from '../../cfn/template';
import { implied, isPlainObject, json, number, partForEach, tags, text } from '../properties';
import type { BodyWriter, PropertyRule, Translation } from '../translation';

const attached = partForEach('aws_iam_role_policy_attachment', 'policy', (policy, part) => {
  part.set('role', part.self('name'));
  part.set('policy_arn', policy);
});

const inlinePolicies: PropertyRule = (value, to, name) => {
  to.itemsOf(value).forEach(({ value: each, when }, index) => {
    if (!isPlainObject(each)) {
      to.leaveOut(name, each);
      return;
    }
    const { PolicyName: policyName, PolicyDocument: document = null } = each;
    to.part('aws_iam_role_policy', index === 0 ? 'inline' : `inline_${index + 1}`, when, (part) => {
      if (policyName !== undefined) part.set('name', part.value(policyName, 'text'));
      part.set('role', part.self('name'));
      part.set('policy', part.value(document, 'json'));
    });
  });
};

/** A policy beside its roles is one for each of them, and for each user and group. */
function policyFor(principal: 'role' | 'user' | 'group'): PropertyRule {
  return (value, to, name) => {
    const { PolicyName: policyName, PolicyDocument: document = null } = to.template.propertiesOf(to.id);
    partForEach(`aws_iam_${principal}_policy`, principal === 'role' ? '' : principal, (who, part) => {
      if (policyName !== undefined) part.set('name', part.value(policyName as CfnValue, 'text'));
      part.set(principal, who);
      part.set('policy', part.value(document, 'json'));
    })(value, to, name);
  };
}

function attachedTo(principal: 'role' | 'user' | 'group'): PropertyRule {
  return partForEach(
    `aws_iam_${principal}_policy_attachment`,
    principal,
    (who: Parameters<BodyWriter['set']>[1], part) => {
      part.set(principal, who);
      part.set('policy_arn', part.self('arn'));
    },
  );
}

export const identity: Readonly<Record<string, Translation>> = {
  'AWS::IAM::Role': {
    type: 'aws_iam_role',
    properties: {
      AssumeRolePolicyDocument: json('assume_role_policy'),
      Description: text('description'),
      ManagedPolicyArns: attached,
      MaxSessionDuration: number('max_session_duration'),
      Path: text('path'),
      PermissionsBoundary: text('permissions_boundary'),
      Policies: inlinePolicies,
      RoleName: text('name'),
      Tags: tags,
    },
    isCompleteWithParts: true,
    ref: 'name',
    attributes: { Arn: 'arn', RoleId: 'unique_id' },
  },
  'AWS::IAM::InstanceProfile': {
    type: 'aws_iam_instance_profile',
    properties: {
      InstanceProfileName: text('name'),
      Path: text('path'),
      // AWS takes one.
      Roles: (value, to, name) => {
        const [only, ...others] = to.itemsOf(value);
        if (only !== undefined && only.when === null) to.set('role', to.value(only.value, 'text'));
        for (const each of only?.when === null ? others : to.itemsOf(value)) to.leaveOut(name, each.value);
      },
    },
    ref: 'name',
    attributes: { Arn: 'arn' },
  },
  'AWS::IAM::Policy': {
    type: 'aws_iam_role_policy',
    isGroup: true,
    properties: {
      Groups: policyFor('group'),
      PolicyDocument: implied,
      PolicyName: implied,
      Roles: policyFor('role'),
      Users: policyFor('user'),
    },
    ref: 'id',
  },
  'AWS::IAM::ManagedPolicy': {
    type: 'aws_iam_policy',
    properties: {
      Description: text('description'),
      Groups: attachedTo('group'),
      ManagedPolicyName: text('name'),
      Path: text('path'),
      PolicyDocument: json('policy'),
      Roles: attachedTo('role'),
      Tags: tags,
      Users: attachedTo('user'),
    },
    ref: 'arn',
    attributes: { PolicyArn: 'arn', PolicyId: 'policy_id' },
  },
};

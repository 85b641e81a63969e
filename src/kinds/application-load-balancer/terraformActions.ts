/**
 * What listeners and their rules do, and when.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener_rule
 */
import {
  applyRules,
  block,
  implied,
  isPlainObject,
  number,
  plain,
  text,
  texts,
  truth,
  type Rules,
  literalText,
} from '../../core/terraform/properties';
import type { PropertyRule } from '../../core/terraform/translation';

const authentication: Rules = {
  AuthenticationRequestExtraParams: plain('authentication_request_extra_params'),
  OnUnauthenticatedRequest: text('on_unauthenticated_request'),
  Scope: text('scope'),
  SessionCookieName: text('session_cookie_name'),
  SessionTimeout: number('session_timeout'),
};

export const actionRules: Rules = {
  AuthenticateCognitoConfig: block('authenticate_cognito', {
    ...authentication,
    UserPoolArn: text('user_pool_arn'),
    UserPoolClientId: text('user_pool_client_id'),
    UserPoolDomain: text('user_pool_domain'),
  }),
  AuthenticateOidcConfig: block('authenticate_oidc', {
    ...authentication,
    AuthorizationEndpoint: text('authorization_endpoint'),
    ClientId: text('client_id'),
    ClientSecret: text('client_secret'),
    Issuer: text('issuer'),
    TokenEndpoint: text('token_endpoint'),
    UserInfoEndpoint: text('user_info_endpoint'),
  }),
  FixedResponseConfig: block('fixed_response', {
    ContentType: text('content_type'),
    MessageBody: text('message_body'),
    StatusCode: text('status_code'),
  }),
  ForwardConfig: block('forward', {
    TargetGroupStickinessConfig: block('stickiness', {
      DurationSeconds: number('duration'),
      Enabled: truth('enabled'),
    }),
    TargetGroups: block('target_group', { TargetGroupArn: text('arn'), Weight: number('weight') }),
  }),
  Order: number('order'),
  RedirectConfig: block('redirect', {
    Host: text('host'),
    Path: text('path'),
    Port: text('port'),
    Protocol: text('protocol'),
    Query: text('query'),
    StatusCode: text('status_code'),
  }),
  TargetGroupArn: text('target_group_arn'),
  Type: text('type'),
};

const values: Rules = { RegexValues: texts('regex_values'), Values: texts('values') };

const conditionRules: Rules = {
  Field: implied,
  HostHeaderConfig: block('host_header', values),
  HttpHeaderConfig: block('http_header', { ...values, HttpHeaderName: text('http_header_name') }),
  HttpRequestMethodConfig: block('http_request_method', { Values: texts('values') }),
  PathPatternConfig: block('path_pattern', values),
  QueryStringConfig: (value, to, name) => {
    if (!isPlainObject(value)) to.leaveOut(name, value);
    else block('query_string', { Key: text('key'), Value: text('value') })(value['Values'] ?? [], to, name);
  },
  SourceIpConfig: block('source_ip', { Values: texts('values') }),
};

/** The older form of a condition has its values beside its field. */
export const conditionRule: PropertyRule = (value, to) => {
  for (const { value: each, when } of to.itemsOf(value)) {
    const { Field: field = '' } = isPlainObject(each) ? each : {};
    const older: PropertyRule = (given, body) =>
      body.block(literalText(field).replaceAll('-', '_'), null, (inside) =>
        inside.set('values', inside.value(given, 'texts')),
      );
    to.block('condition', when, (inside) => applyRules({ ...conditionRules, Values: older }, each, inside));
  }
};

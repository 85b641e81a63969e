/** The examples that people compare endpoints and NAT gateways by, for a month of 730 hours. */
import { describe, expect, test } from 'vitest';
import { breakEvenGb, monthlyUsd, type Build } from './breakEven';
import { listPrices } from './prices';

const virginia = 'us-east-1';
const tokyo = 'ap-northeast-1';

const oneNat: Build = { 'nat-gateway': 1, 'public-ipv4': 1 };
const twoNats: Build = { 'nat-gateway': 2, 'public-ipv4': 2 };
const threeEndpointsInTwoZones: Build = { 'interface-endpoint': 6 };

// https://aws.amazon.com/vpc/pricing/
// https://aws.amazon.com/privatelink/pricing/
describe('a month', () => {
  test.each([
    ['one NAT gateway with its public address', oneNat, virginia, 36.5],
    ['the same in Tokyo', oneNat, tokyo, 48.91],
    ['one in each of two zones', twoNats, virginia, 73],
    ['the same in Tokyo', twoNats, tokyo, 97.82],
    ['three interface endpoints in two zones', threeEndpointsInTwoZones, virginia, 43.8],
    ['the same in Tokyo', threeEndpointsInTwoZones, tokyo, 61.32],
    ['three endpoints in one zone, by the hour', { 'interface-endpoint': 3 }, tokyo, 0.042 * 730],
    ['gateway endpoints, however many', { 'gateway-endpoint': 2 }, tokyo, 0],
  ] as const)('of %s', (_, build, region, usd) => {
    expect(monthlyUsd(build, 0, region, listPrices)).toBeCloseTo(usd, 2);
  });

  test('costs 0.045 for each gigabyte through a NAT gateway, and 0.062 in Tokyo', () => {
    expect(monthlyUsd(oneNat, 1000, virginia, listPrices)).toBeCloseTo(36.5 + 45, 2);
    expect(monthlyUsd(oneNat, 1000, tokyo, listPrices)).toBeCloseTo(48.91 + 62, 2);
  });

  test('costs less for each gigabyte over PrivateLink from the second petabyte on', () => {
    const petabyte = 1024 * 1024;

    expect(monthlyUsd({ 'interface-endpoint': 0 }, petabyte, virginia, listPrices)).toBeCloseTo(10_485.76, 2);
    expect(monthlyUsd({ 'interface-endpoint': 0 }, 2 * petabyte, virginia, listPrices)).toBeCloseTo(
      10_485.76 + 6_291.456,
      2,
    );
    expect(monthlyUsd({ 'interface-endpoint': 0 }, 6 * petabyte, virginia, listPrices)).toBeCloseTo(
      10_485.76 + 4 * 6_291.456 + 4_194.304,
      2,
    );
  });
});

describe('three endpoints in two zones', () => {
  test('cost more than a single NAT gateway until some 209 GB a month pass, in Tokyo 239 GB', () => {
    expect(Math.round(breakEvenGb(threeEndpointsInTwoZones, oneNat, virginia, listPrices) ?? 0)).toBe(209);
    expect(Math.round(breakEvenGb(threeEndpointsInTwoZones, oneNat, tokyo, listPrices) ?? 0)).toBe(239);
  });

  test('are cheaper than a NAT gateway in each of the two zones from the first byte', () => {
    expect(breakEvenGb(threeEndpointsInTwoZones, twoNats, virginia, listPrices)).toBe(0);
    expect(breakEvenGb(threeEndpointsInTwoZones, twoNats, tokyo, listPrices)).toBe(0);
  });

  test('never catch up with gateway endpoints, which cost nothing', () => {
    expect(breakEvenGb(threeEndpointsInTwoZones, { 'gateway-endpoint': 1 }, tokyo, listPrices)).toBeNull();
    expect(breakEvenGb({ 'gateway-endpoint': 1 }, oneNat, tokyo, listPrices)).toBe(0);
  });
});

test('nothing is said of a Region without figures, unless somebody gives his own', () => {
  const own = { 'nat-gateway hour': 0.05, 'nat-gateway gb': 0.05, 'public-ipv4 hour': 0.005 };

  expect(monthlyUsd(oneNat, 100, 'eu-west-3', listPrices)).toBeNull();
  expect(breakEvenGb(threeEndpointsInTwoZones, oneNat, 'eu-west-3', listPrices)).toBeNull();
  expect(monthlyUsd(oneNat, 100, 'eu-west-3', { own })).toBeCloseTo(730 * 0.055 + 5, 2);
  expect(monthlyUsd(oneNat, 0, tokyo, { own: { 'nat-gateway hour': 0.03 } })).toBeCloseTo(730 * 0.035, 2);
});

/**
 * A widely read comparison counts five endpoints for Session Manager and S3 by the hour against one NAT gateway. The S3 one is a
 * gateway endpoint, which is free, and `ec2` is not needed: three remain.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html
 */
test('three endpoints in one zone cost less by the hour than a NAT gateway, though five would cost more', () => {
  const counted: Build = { 'interface-endpoint': 5 };
  const needed: Build = { 'interface-endpoint': 3, 'gateway-endpoint': 1 };
  const nat: Build = { 'nat-gateway': 1 };
  const hourly = (build: Build): number => (monthlyUsd(build, 0, tokyo, listPrices) ?? NaN) / 730;

  expect(hourly(counted)).toBeCloseTo(0.07, 6);
  expect(hourly(needed)).toBeCloseTo(0.042, 6);
  expect(hourly(nat)).toBeCloseTo(0.062, 6);
  expect(breakEvenGb(needed, oneNat, tokyo, listPrices)).toBe(0);
});

/** What a root module says of itself: the versions that it is written for, and where it makes things. */
import { address, object, text, type HclBlock, type HclItem } from './hcl';

/**
 * The attributes that are written are those of these versions of the providers; a later one of the same major version has
 * them, too. https://developer.hashicorp.com/terraform/language/providers/requirements
 */
export const providerVersions: Readonly<
  Record<string, { readonly source: string; readonly version: string }>
> = {
  aws: { source: 'hashicorp/aws', version: '~> 6.25' },
  archive: { source: 'hashicorp/archive', version: '~> 2.4' },
  awscc: { source: 'hashicorp/awscc', version: '~> 1.96' },
};

export function versionBlock(providers: ReadonlySet<string>): HclBlock {
  return {
    is: 'block',
    type: 'terraform',
    labels: [],
    body: [
      // The first that knows strcontains.
      { is: 'attribute', name: 'required_version', value: text('>= 1.5.0') },
      {
        is: 'block',
        type: 'required_providers',
        labels: [],
        body: [...providers].sort().flatMap((name): HclItem[] => {
          const found = providerVersions[name];
          return found === undefined
            ? []
            : [
                {
                  is: 'attribute',
                  name,
                  value: object([
                    ['source', text(found.source)],
                    ['version', text(found.version)],
                  ]),
                },
              ];
        }),
      },
    ],
  };
}

/** Those that make things in a Region are told which. */
export function providerBlocks(providers: ReadonlySet<string>): readonly HclBlock[] {
  return ['aws', 'awscc']
    .filter((name) => providers.has(name))
    .map((name) => ({
      is: 'block',
      type: 'provider',
      labels: [name],
      body: [{ is: 'attribute', name: 'region', value: address('var.aws_region') }],
    }));
}

export function regionVariable(region: string): HclBlock {
  return {
    is: 'block',
    type: 'variable',
    labels: ['aws_region'],
    body: [
      { is: 'attribute', name: 'description', value: text('The Region in which everything is made') },
      { is: 'attribute', name: 'type', value: address('string') },
      { is: 'attribute', name: 'default', value: text(region) },
    ],
  };
}

export interface DescribeWriteScope {
  readonly region: string;
}

/** A resource of a synthesized template. Its intrinsics are resolved. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The path of an asset's files (such as a function's code), by the S3 key that the template names. */
  assetPath(s3Key: string): string;
}

/** The values of `Ref` and `Fn::GetAtt` for a resource. */
export interface Provisioned {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Makes a resource in the local cloud. Throws an error that names each unknown property. */
export type Provision = (resource: Resource) => Provisioned;

/** The types by their CloudFormation names. A template with any other type is refused. */
export type ResourceTypes = Readonly<Record<string, Provision>>;

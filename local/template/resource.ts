/** A resource of a synthesized template, its intrinsics resolved. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Where the files of an asset lie (a function's code): by the S3 key that the template names. */
  assetPath(s3Key: string): string;
}

/** What the rest of the template may ask of a resource: `Ref` and `Fn::GetAtt`. */
export interface Provisioned {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Makes a resource exist in the local cloud. Throws, naming it, for each property that it does not know. */
export type Provision = (resource: Resource) => Provisioned;

/** By CloudFormation type. A type that no service names is a loud error. */
export type ResourceTypes = Readonly<Record<string, Provision>>;

/** What the example organization's integration `laptop` is known by. For trying only: see organization.yaml. */
export const laptopKey = 'laptop-key-for-trying-only';

/** What its integration `aws` is known by. */
export const cloudWatchKey = 'cloudwatch-key-for-trying-only';

/** The key of the example organization's integration `laptop`. Use it for trying only: see organization.yaml. */
export const laptopKey = 'laptop-key-for-trying-only';

/** The key of its integration `aws`. */
export const cloudWatchKey = 'cloudwatch-key-for-trying-only';

/** What the example organization's integration `laptop` is known by. For trying only: see organization.yaml. */
export const laptopKey = 'laptop-key-for-trying-only';

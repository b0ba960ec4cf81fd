import { Environment } from 'cdk8s-bulwark';

/** Where the shop runs, and how many there are of each workload that has no number of its own. */
export const ENVIRONMENTS = [
  { environment: Environment.STAGING, replicas: 1 },
  { environment: Environment.PROD, replicas: 2 },
];

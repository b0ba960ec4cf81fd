import { CONTAINER } from './container';
import { FACTORIES } from './factories';
import { OF_KINDS } from './kinds';
import { Options } from './option';
import { POD } from './pod';

/** Every option that a workload of cdk8s-plus has, its containers and what they are given included. */
export const OPTIONS: Options = { ...POD, ...OF_KINDS, ...CONTAINER, ...FACTORIES };

import { definitions } from './crds';
import { kwokStages, ON_DEMAND, program, PROGRAMS } from './programs';

/**
 * Builds and downloads what the tests on a cluster and on a node need, where the cache lacks it: `.ci/run` says how long that took apart from them. What is
 * built on demand alone is named: `build-programs.ts istioctl`.
 */
kwokStages();
const all = [...PROGRAMS, ...ON_DEMAND.filter(name => process.argv.includes(name))];
all.forEach(program);
console.log(`${all.length} programs and ${definitions().length} definitions of custom resources are there`);

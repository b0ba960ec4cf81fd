import { definitions } from './crds';
import { kwokStages, program, PROGRAMS } from './programs';

/** Builds and downloads what the tests on a cluster and on a node need, where the cache lacks it: `.ci/run` says how long that took apart from them. */
kwokStages();
PROGRAMS.forEach(program);
console.log(`${PROGRAMS.length} programs and ${definitions().length} definitions of custom resources are there`);

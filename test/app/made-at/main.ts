import { built } from './app';
import { Verifier } from 'cdk8s-bulwark';

const { findings } = Verifier.of(built(), { controls: ['host-pid', 'host-network'] }).report();
process.stdout.write(JSON.stringify(findings.map(({ constructPath, madeAt }) => [constructPath, madeAt])));

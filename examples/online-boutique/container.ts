import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { probesOf } from './probes';
import { Amounts, Workload } from '../online-boutique-plain/workload';

/** What a workload runs. */
export function containerOf(row: Workload, image: string): kplus.ContainerProps {
  const { container: name, port, environment, requests, limits } = row;
  return {
    name,
    image,
    ports: port === undefined ? [] : [port],
    envVariables: variables(environment),
    resources: {
      cpu: { request: cpu(requests), limit: cpu(limits) },
      // All that it may use is kept for it.
      memory: { request: memory(limits), limit: memory(limits) },
    },
    ...probesOf(row),
  };
}

/** Waits until an address answers, two minutes at most: then it fails, and the kubelet starts over. */
export function waitingFor(address: string, image: string): kplus.ContainerProps {
  return {
    name: 'frontend-check',
    image,
    command: ['/bin/sh', '-ec'],
    args: ['tries=0; until wget -q -O /dev/null "http://$FRONTEND_ADDR"; do tries=$((tries + 1)); [ "$tries" -lt 12 ] || exit 1; sleep 10; done'],
    envVariables: variables({ FRONTEND_ADDR: address }),
  };
}

function variables(environment: { readonly [name: string]: string }): { [name: string]: kplus.EnvValue } {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, kplus.EnvValue.fromValue(value)]));
}

function cpu({ cpu: millis }: Amounts): kplus.Cpu {
  return kplus.Cpu.millis(parseInt(millis, 10));
}

function memory({ memory: mebibytes }: Amounts): Size {
  return Size.mebibytes(parseInt(mebibytes, 10));
}

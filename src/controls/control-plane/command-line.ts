import { Manifest } from '../../inventory/manifest';
import { containersOf } from '../../model/pod-template';
import { Fault } from '../inventory-control';

/** A program whose command line decides how secure a cluster is. */
export type Component = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'etcd' | 'kubelet';

const COMPONENTS: readonly Component[] = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet'];

/** Builds for one architecture carry it in their name, and hyperkube was all of them in one. */
const ARCHITECTURE = /-(amd64|arm|arm64|ppc64le|s390x)$/;
const SHELLS = ['sh', 'bash'];

/** One flag as it is written, and where. */
interface Written { readonly value: string; readonly path: Fault['path'] }

/** How a component is called in a container. */
export class CommandLine {
  private readonly flags = new Map<string, Written[]>();

  public constructor(public readonly component: Component, public readonly path: Fault['path'], words: readonly Word[], environment: Iterable<readonly [string, string]>) {
    for (const [name, value] of environment) {
      this.add(name, value, [...path, 'env']);
    }
    words.forEach(({ text, path: place }, index) => {
      const found = /^--?([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(text);
      const next = words[index + 1]?.text;
      if (found !== null) {
        this.add(found[1], found[2] ?? (next === undefined || next.startsWith('-') ? 'true' : next), place);
      }
    });
  }

  /** The last value that is written of a flag, for that is the one that counts. */
  public value(flag: string): string | undefined {
    return this.flags.get(flag)?.at(-1)?.value;
  }

  /** All that is written of a flag with a list. */
  public list(flag: string): readonly string[] | undefined {
    return this.flags.get(flag)?.flatMap(({ value }) => value.split(',')).map(entry => entry.trim());
  }

  /** Where a flag is written, else the container. */
  public pathOf(flag: string): Fault['path'] {
    return this.flags.get(flag)?.at(-1)?.path ?? this.path;
  }

  private add(flag: string, value: string, path: Fault['path']): void {
    this.flags.set(flag, [...this.flags.get(flag) ?? [], { value, path }]);
  }
}

/** One word of a command line, and where it is written. */
export interface Word { readonly text: string; readonly path: Fault['path'] }

/** How the containers of a manifest call components. */
export function linesOfPods({ pod }: Manifest): CommandLine[] {
  return pod === undefined ? [] : containersOf(pod.template.spec).flatMap(({ list, index, container }) => {
    const path = [...pod.path, 'spec', list, index];
    const words = [...wordsOf(container.command, [...path, 'command']), ...wordsOf(container.args, [...path, 'args'])];
    const start = words.findIndex(({ text }, place) => isComponent(base(text)) && !isValue(words[place - 1]?.text));
    // A command that is not written is that of the image. One that is another program is no component, whatever the image is called.
    const component = start === 0 || start > 0 && SHELLS.includes(base(words[0].text)) ? base(words[start].text)
      : (container.command as unknown) === undefined || words[0]?.text.startsWith('-') ? imageName(container.image) : '';
    return isComponent(component) ? [new CommandLine(component, path, words, component === 'etcd' ? etcdEnvironment(container.env) : [])] : [];
  });
}

/** Whether what follows a word is the value of a flag. The last option of a shell is before its script. */
function isValue(before = ''): boolean {
  return before.startsWith('-') && !/^-[a-z]{0,4}c$/.test(before);
}

/** A script of a shell is read as words, which is enough to find flags in it. */
function wordsOf(list: unknown, path: Fault['path']): Word[] {
  return !Array.isArray(list) ? [] : list.flatMap((entry, index) => typeof entry !== 'string' ? []
    : (/\s--?[a-z]/.test(entry) ? entry.trim().split(/\s+/) : [entry]).map(text => ({ text, path: [...path, index] })));
}

function base(word: string): string {
  return word.split('/').pop()!;
}

function imageName(image: unknown): string {
  return base(String(image ?? '')).split(/[:@]/)[0].replace(ARCHITECTURE, '');
}

function isComponent(name: string): name is Component {
  return (COMPONENTS as readonly string[]).includes(name);
}

/** etcd reads each flag from the environment too. */
function etcdEnvironment(env: unknown): [string, string][] {
  const set = (entry: any) => typeof entry?.name === 'string' && entry.name.startsWith('ETCD_') && typeof entry.value === 'string';
  return !Array.isArray(env) ? [] : env.filter(set).map(({ name, value }) => [name.slice('ETCD_'.length).toLowerCase().replace(/_/g, '-'), value]);
}

import { Container, ContainerProps } from 'cdk8s-plus-28';

const PROPS = new WeakMap<Container, ContainerProps>();

/** Remembers what an author wrote of a container: cdk8s-plus mixes it with defaults of its own, and afterwards nobody can tell them apart. */
export function written(container: Container, props: ContainerProps): Container {
  PROPS.set(container, props);
  return container;
}

/** What an author wrote of a container, or nothing where it was made elsewhere and attached. */
export function writtenOf(container: Container): ContainerProps | undefined {
  return PROPS.get(container);
}

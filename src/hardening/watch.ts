import { ApiObject } from 'cdk8s';
import { IConstruct, Node } from 'constructs';
import { isApiObject } from './render';

/** Calls back for every ApiObject below a construct: those that are there, and each that is added later. */
export function watch(construct: IConstruct, found: (apiObject: ApiObject) => void): void {
  if (isApiObject(construct)) {
    found(construct);
  }
  whenNode(construct, node => {
    node.children.forEach(child => watch(child, found));
    // A tree tells nobody of new children, so the one place where they are added is hooked.
    const hooked = node as unknown as { addChild(child: IConstruct, id: string): void };
    const addChild = hooked.addChild.bind(node);
    hooked.addChild = (child, id) => {
      addChild(child, id);
      watch(child, found);
    };
  });
}

/** A construct is added to its parent by the constructor of its node: at that moment it has none yet. */
function whenNode(construct: IConstruct, act: (node: Node) => void): void {
  if (construct.node !== undefined) {
    return act(construct.node);
  }
  Object.defineProperty(construct, 'node', {
    configurable: true,
    get: () => undefined,
    set(node: Node) {
      Object.defineProperty(construct, 'node', { value: node, writable: true, configurable: true, enumerable: true });
      act(node);
    },
  });
}

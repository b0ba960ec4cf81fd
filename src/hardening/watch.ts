import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { isApiObject } from './render';

type Found = (apiObject: ApiObject) => void;

/** What `constructs` keeps to itself: the one place where a construct gets a child. */
interface Parent {
  readonly scopes: IConstruct[];
  addChild(child: IConstruct, id: string): void;
}

const WATCHERS = new WeakMap<IConstruct, Found[]>();
const HOOKED = new WeakSet<Parent>();

/** Calls back for every ApiObject below a construct: those that are there, and each that is added later. */
export function watch(construct: IConstruct, found: Found): void {
  const below = construct.node.findAll();
  WATCHERS.set(construct, [...WATCHERS.get(construct) ?? [], found]);
  // A tree tells nobody of new children. Each copy of `constructs` in the tree has a class of its own.
  [...construct.node.scopes, ...below].forEach(({ node }) => hook(Object.getPrototypeOf(node)));
  below.filter(isApiObject).forEach(found);
}

/** A construct is added to its parent while it is being made: it has no node yet. */
function hook(nodes: Parent): void {
  if (HOOKED.has(nodes)) {
    return;
  }
  const { addChild } = nodes;
  nodes.addChild = function (this: Parent, child: IConstruct, id: string) {
    addChild.call(this, child, id);
    if (isApiObject(child)) {
      this.scopes.forEach(scope => WATCHERS.get(scope)?.forEach(found => found(child)));
    }
  };
  HOOKED.add(nodes);
}

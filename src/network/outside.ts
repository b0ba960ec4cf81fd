import { AllowOptions } from './allow-options';
import { Endpoint } from './endpoint';
import { Inherited } from '../app/inherited';

/** What no construct of the app makes, and how it is written in the policies of those who talk to it. */
export interface Outside {
  /** Lets pods reach it. */
  allow(client: Endpoint, options: AllowOptions): void;

  /** Lets it reach pods. */
  accept(server: Endpoint, options: AllowOptions): void;
}

/** What a peer stands for outside of the app. */
export const OUTSIDE = new Inherited<Outside>('outside');

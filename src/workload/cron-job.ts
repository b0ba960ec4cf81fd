import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { secure } from './secure';
import { written } from './written';

/** What a CronJob may be told: all that cdk8s-plus knows. */
export interface CronJobProps extends kplus.CronJobProps {}

/** A `kplus.CronJob` that is secure by default: see `Deployment`. Each run has a deadline and a limit of tries, and runs do not overlap. */
export class CronJob extends kplus.CronJob {
  /** @throws if a prop is not what the API server accepts, with the path of the construct */
  public constructor(scope: Construct, id: string, props: CronJobProps) {
    super(scope, id, props);
    secure(this, props);
  }

  public addContainer(container: kplus.ContainerProps): kplus.Container {
    return written(super.addContainer(container), container);
  }

  public addInitContainer(container: kplus.ContainerProps): kplus.Container {
    return written(super.addInitContainer(container), container);
  }
}

import { Reference } from '../reference';
import { NumberedStandard } from './numbered';

/** What manifests show: the command lines of the components (1.2 to 1.4, 2 and 4.2), and policies (5). */
const benchmark = new NumberedStandard('CIS Kubernetes 1.12', {
  url: 'https://www.cisecurity.org/benchmark/kubernetes',
  sections: { 1.2: 30, 1.3: 7, 1.4: 2, 2: 7, 4.2: 14, 5.1: 13, 5.2: 12, 5.3: 2, 5.4: 2, 5.5: 1, 5.6: 4 },
  id: (section, number) => `${section}.${number}`,
});

/** The CIS Kubernetes Benchmark. */
export class Cis {
  /**
   * A recommendation of the CIS Kubernetes Benchmark 1.12 that a manifest can show: of the command lines of the components (sections 1.2 to 1.4, 2
   * and 4.2), or of section 5 (policies).
   *
   * @param id the recommendation, such as `5.2.2`
   * @throws if these sections have no such recommendation
   */
  public static k8s(id: string): Reference {
    return benchmark.reference(id);
  }

  private constructor() {}
}

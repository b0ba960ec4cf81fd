import { Reference } from '../reference';
import { NumberedStandard } from './numbered';

/** Section 5, policies. 5.6 (extensible admission control) has no entries in this version. */
const section5 = new NumberedStandard('CIS Kubernetes 1.12', {
  url: 'https://www.cisecurity.org/benchmark/kubernetes',
  sections: { 5.1: 13, 5.2: 13, 5.3: 2, 5.4: 2, 5.5: 1, 5.7: 4 },
  id: (section, number) => `${section}.${number}`,
});

/** The CIS Kubernetes Benchmark. */
export class Cis {
  /**
   * A recommendation of section 5 (policies) of the CIS Kubernetes Benchmark 1.12.
   *
   * @param id the recommendation, such as `5.2.2`
   * @throws if section 5 has no such recommendation
   */
  public static k8s(id: string): Reference {
    return section5.reference(id);
  }

  private constructor() {}
}

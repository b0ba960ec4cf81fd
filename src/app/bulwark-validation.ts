import { relative } from 'node:path';
import { readSources } from '../verify/files';
import { Verification } from '../verify/verifier';
import { VerifierOptions } from '../verify/verifier-options';

/**
 * A validation plugin of cdk8s-cli: `cdk8s synth` fails with the findings of the verifier. In `cdk8s.yaml`:
 *
 * `validations: [{ package: cdk8s-bulwark, version: 0.0.0, class: BulwarkValidation, properties: { packs: [pss-restricted] } }]`
 */
export class BulwarkValidation {
  private readonly options: VerifierOptions;

  /** @param options how to verify; `properties` in `cdk8s.yaml` */
  public constructor(options?: VerifierOptions) {
    this.options = options ?? {};
  }

  /**
   * Called by cdk8s-cli with its ValidationContext. Each finding is a violation; what could not be read or judged is one too.
   *
   * @param context the ValidationContext of cdk8s-cli
   */
  public async validate(context: any): Promise<void> {
    const report = new Verification(this.options).verifySources(readSources(context.manifests, true), [], []);
    for (const { control, message, remediation, object, path, file } of report.findings) {
      context.report.addViolation({
        ruleName: control,
        recommendation: message,
        fix: remediation,
        violatingResources: [{ resourceName: object.name, locations: [path], manifestPath: file }],
      });
    }
    for (const { message, file } of report.errors) {
      context.report.addViolation({
        ruleName: 'unreadable',
        recommendation: message,
        fix: 'mend the manifest',
        violatingResources: [{ resourceName: file === undefined ? '' : relative(process.cwd(), file), locations: [], manifestPath: file }],
      });
    }
    context.report.submit(report.findings.length + report.errors.length === 0 ? 'success' : 'failure');
  }
}

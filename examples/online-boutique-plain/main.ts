import { join } from 'node:path';
import { App } from 'cdk8s';
import { Boutique } from './boutique';
import { Hardening, Mode, Verifier } from 'cdk8s-bulwark';

const app = new App({ outdir: join(__dirname, 'dist') });
new Boutique(app, 'online-boutique');

Hardening.of(app).apply();
// What is left needs a decision of its team, so it is printed and the YAML written; Mode.ENFORCE, the default, would stop here.
Verifier.of(app, { mode: Mode.REPORT });
app.synth();

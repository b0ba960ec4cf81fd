import { App } from 'cdk8s';
import { ENVIRONMENTS } from './environments';
import { Shop } from './shop';

const app = new App();
ENVIRONMENTS.forEach(props => new Shop(app, `online-boutique-${props.environment}`, props));
app.synth();

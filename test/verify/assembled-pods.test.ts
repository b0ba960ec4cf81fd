import { load } from 'js-yaml';
import { Source } from '../../src/verify/input';
import { Verification } from '../../src/verify/verifier';

const verify = (text: string, ...controls: string[]) => new Verification(controls.length === 0 ? {} : { packs: [], controls }).verifySources([new Source('some.yaml', text, true)], [], []);
const paths = (text: string, ...controls: string[]) => verify(text, ...controls).findings.map(({ path }) => path);
const BAD = 'securityContext: { privileged: true }';

/** What stands at a path of a document. */
const at = (text: string, path: string) => path.split(/[.[\]]+/).filter(step => step !== '').reduce((value: any, step) => value?.[step], load(text));

const TEMPLATES = `
  - name: plain
    container: { image: a, ${BAD} }
    sidecars: [{ name: fine, image: a }, { name: side, image: a, ${BAD} }]
    initContainers: [{ name: init, image: a, ${BAD} }]
  - name: script
    script: { image: a, source: "1", ${BAD} }
  - name: set
    containerSet: { containers: [{ name: fine, image: a }, { name: other, image: a, ${BAD} }] }
  - name: steps
    steps: [[{ name: fine, template: plain }, { name: inline, inline: { container: { image: a, ${BAD} } } }]]
  - name: tasks
    dag: { tasks: [{ name: inline, inline: { dag: { tasks: [{ name: deep, inline: { script: { image: a, ${BAD} } } }] } } }] }
  - name: nothing
    suspend: {}
`;
const PLACES = [
  'templates[0].container', 'templates[0].sidecars[1]', 'templates[0].initContainers[0]', 'templates[1].script', 'templates[2].containerSet.containers[1]',
  'templates[3].steps[0][1].inline.container', 'templates[4].dag.tasks[0].inline.dag.tasks[0].inline.script',
];

test.each([['Workflow', 'spec'], ['WorkflowTemplate', 'spec'], ['ClusterWorkflowTemplate', 'spec'], ['CronWorkflow', 'spec.workflowSpec']])(
  'each container of a %s is judged where it is written', (kind, spec) => {
    const body = `templates:${TEMPLATES}`;
    const text = `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: build }\nspec:\n${
      (spec === 'spec' ? body : `workflowSpec:\n${body.replace(/^/gm, '  ')}`).replace(/^/gm, '  ')}`;
    const { findings, errors, evidence } = verify(text, 'privileged-container');
    expect(findings.map(({ path }) => path)).toEqual(PLACES.map(place => `${spec}.${place}.securityContext.privileged`));
    expect(findings.map(({ path }) => at(text, path))).toEqual(PLACES.map(() => true));
    expect(findings.map(({ line }) => text.split('\n')[line! - 1])).toEqual(PLACES.map(() => expect.stringContaining(BAD)));
    expect([errors, evidence]).toEqual([[], [expect.objectContaining({ evaluated: 1, failed: 1, notApplicable: 0 })]]);
  },
);

const workflow = (spec: string) => `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: { name: build, namespace: shop }\nspec: ${spec}\n`;

test('a template says of its pod what it says itself, else what its workflow does', () => {
  const spec = (own: string, all: string) => workflow(`{ ${all} templates: [{ name: a, ${own} container: { image: a } }] }`);
  const place = (own: string, all: string) => paths(spec(own, all), 'run-as-root-user');
  expect(place('', 'securityContext: { runAsUser: 0 },')).toEqual(['spec.securityContext.runAsUser']);
  expect(place('securityContext: { runAsUser: 7 },', 'securityContext: { runAsUser: 0 },')).toEqual([]);
  expect(paths(spec('', 'hostNetwork: true,'), 'host-network')).toEqual(['spec.hostNetwork']);
  expect(paths(spec('automountServiceAccountToken: true,', ''), 'service-account-token')).toEqual(['spec.templates[0].automountServiceAccountToken']);
  expect(paths(spec('', 'automountServiceAccountToken: true,'), 'service-account-token')).toEqual(['spec.automountServiceAccountToken']);
  expect(paths(spec('', 'automountServiceAccountToken: false,'), 'service-account-token')).toEqual([]);
});

test('defaults of a workflow are those of templates of the same type', () => {
  const spec = (type: string) => workflow(`{ templateDefaults: { container: { ${BAD} }, securityContext: { runAsNonRoot: true } }, templates: [{ name: a, ${type}: { image: a } }] }`);
  expect(paths(spec('container'), 'privileged-container')).toEqual(['spec.templates[0].container.securityContext.privileged']);
  expect(paths(spec('script'), 'privileged-container')).toEqual([]);
  expect(paths(spec('script'), 'run-as-non-root')).toEqual([]);
});

test('a volume may come from the template, the workflow, or a claim that is made for it', () => {
  const spec = (mounts: string) => workflow(`{ volumes: [{ name: all, hostPath: { path: /x } }], volumeClaimTemplates: [{ metadata: { name: work }, spec: {} }],
    templates: [{ name: a, volumes: [{ name: own, emptyDir: {} }], container: { image: a, volumeMounts: [${mounts}] } }] }`);
  const mount = (name: string) => `{ name: ${name}, mountPath: /m }`;
  expect(paths(spec(['own', 'all', 'work'].map(mount).join()), 'volume-mount')).toEqual([]);
  expect(paths(spec(mount('gone')), 'volume-mount')).toEqual(['spec.templates[0].container.volumeMounts']);
});

test('a patch of the pod is not judged, and named once', () => {
  const { notices } = verify(workflow('{ podSpecPatch: "{}", templates: [{ name: a, container: { image: a }, podSpecPatch: "{}" }, { name: b, container: { image: a } }] }'));
  expect(notices).toEqual(['spec.templates[0].podSpecPatch', 'spec.podSpecPatch'].map(path => `Workflow/shop/build: ${path} changes its pod in a way that is not judged`));
});

const tekton = (kind: string, spec: string, version = 'v1') => `apiVersion: tekton.dev/${version}\nkind: ${kind}\nmetadata: { name: build, namespace: shop }\nspec: ${spec}\n`;
const TASK = `{ steps: [{ name: fine, image: a }, { name: bad, image: a, ${BAD} }], sidecars: [{ name: side, image: a, ${BAD} }] }`;
const IN_TASK = ['steps[1]', 'sidecars[0]'].map(place => `${place}.securityContext.privileged`);

test.each<[string, string, readonly string[]]>([
  ['Task', TASK, ['spec']],
  ['ClusterTask', TASK, ['spec']],
  ['TaskRun', `{ taskSpec: ${TASK} }`, ['spec.taskSpec']],
  ['Pipeline', `{ tasks: [{ name: a, taskRef: { name: a } }, { name: b, taskSpec: ${TASK} }], finally: [{ name: c, taskSpec: ${TASK} }] }`, ['spec.tasks[1].taskSpec', 'spec.finally[0].taskSpec']],
  ['Pipeline', `{ tasks: [{ name: a, pipelineSpec: { tasks: [{ name: b, taskSpec: ${TASK} }] } }] }`, ['spec.tasks[0].pipelineSpec.tasks[0].taskSpec']],
  ['PipelineRun', `{ pipelineSpec: { tasks: [{ name: b, taskSpec: ${TASK} }] } }`, ['spec.pipelineSpec.tasks[0].taskSpec']],
])('each step and sidecar of a %s is judged where it is written', (kind, spec, tasks) => {
  const text = tekton(kind, spec);
  const wanted = tasks.flatMap(task => IN_TASK.map(place => `${task}.${place}`));
  expect(paths(text, 'privileged-container')).toEqual(wanted);
  expect(wanted.map(path => at(text, path))).toEqual(wanted.map(() => true));
});

test('a task of a kind of its own has no steps', () => {
  expect(verify(tekton('Pipeline', `{ tasks: [{ name: a, taskSpec: { apiVersion: example.com/v1, kind: Own, spec: ${TASK}, steps: [{ ${BAD} }] } }] }`), 'privileged-container').evidence)
    .toEqual([expect.objectContaining({ notApplicable: 1 })]);
});

test('what is for all steps is in each of them', () => {
  expect(paths(tekton('Task', `{ stepTemplate: { ${BAD} }, steps: [{ image: a }, { image: a, securityContext: { privileged: false } }] }`), 'privileged-container'))
    .toEqual(['spec.steps[0].securityContext.privileged']);
});

test('what a step needs is called computeResources, and resources before v1', () => {
  const place = (version: string, needs: string) => paths(tekton('Task', `{ steps: [{ image: a, ${needs} }] }`, version), 'cpu-request');
  expect(place('v1', '')).toEqual(['spec.steps[0].computeResources.requests.cpu']);
  expect(place('v1beta1', 'resources: { requests: { memory: 1Gi } }')).toEqual(['spec.steps[0].resources.requests.cpu']);
  expect(place('v1', 'computeResources: { requests: { cpu: 1 } }')).toEqual([]);
  expect(place('v1beta1', 'resources: { requests: { cpu: 1 } }')).toEqual([]);
});

test('a run says what a pod is; of one task its own word counts', () => {
  const run = (spec: string) => paths(tekton('PipelineRun', `{ ${spec} pipelineSpec: { tasks: [{ name: a, taskSpec: { steps: [{ image: a }] } }] } }`), 'host-network');
  expect(run('taskRunTemplate: { podTemplate: { hostNetwork: true } },')).toEqual(['spec.taskRunTemplate.podTemplate.hostNetwork']);
  expect(run('podTemplate: { hostNetwork: true },')).toEqual(['spec.podTemplate.hostNetwork']);
  expect(run('taskRunTemplate: { podTemplate: { hostNetwork: true } }, taskRunSpecs: [{ pipelineTaskName: a, podTemplate: { hostNetwork: false } }],')).toEqual([]);
  expect(run('taskRunSpecs: [{ pipelineTaskName: a, podTemplate: { hostNetwork: true } }],')).toEqual(['spec.taskRunSpecs[0].podTemplate.hostNetwork']);
  expect(run('taskRunSpecs: [{ pipelineTaskName: b, podTemplate: { hostNetwork: true } }],')).toEqual([]);
  expect(paths(tekton('TaskRun', '{ taskRef: { name: a }, podTemplate: { hostNetwork: true } }'), 'host-network')).toEqual(['spec.podTemplate.hostNetwork']);
  expect(paths(tekton('TaskRun', '{ taskRef: { name: a } }'), 'dedicated-service-account')).toEqual(['spec.serviceAccountName']);
});

test('nobody is asked for what its kind cannot say', () => {
  const asked = (text: string) => new Set(verify(text).findings.map(({ control }) => control));
  const task = asked(tekton('Task', TASK));
  const ofRuns = ['service-account-token', 'service-links', 'dedicated-service-account'];
  expect(['user-namespace', 'liveness-probe', 'readiness-probe', ...ofRuns].filter(id => task.has(id))).toEqual([]);
  const run = asked(tekton('TaskRun', `{ taskSpec: ${TASK} }`));
  expect(ofRuns.filter(id => !run.has(id))).toEqual([]);
  expect(run.has('user-namespace')).toBe(false);
  expect(asked(workflow('{ templates: [{ name: a, container: { image: a } }] }')).has('service-links')).toBe(false);
  expect(paths(tekton('Task', TASK), 'termination-message-policy')).toEqual(['spec.sidecars[0].terminationMessagePolicy']);
});

test('what a variable says is not known', () => {
  const step = (fields: string) => [...new Set(verify(tekton('Task', `{ steps: [{ ${fields} }] }`)).findings.map(({ control }) => control))];
  const named = step('image: "$(params.image)", env: [{ name: PASSWORD, value: "$(params.password)" }], volumeMounts: [{ name: "$(workspaces.source.volume)", mountPath: /x }]');
  expect(named.filter(id => /image|secret|volume/.test(id))).toEqual([]);
  expect(step('image: a, env: [{ name: PASSWORD, value: hunter2secret }]')).toEqual(expect.arrayContaining(['image-tag', 'secret-in-environment']));
  const { errors, findings } = verify(workflow('{ templates: [{ name: a, container: { image: "{{inputs.parameters.image}}", resources: { limits: { memory: "{{inputs.parameters.memory}}" } } } }] }'));
  expect(errors).toEqual([]);
  expect(findings.filter(({ control }) => /image|memory/.test(control))).toEqual([]);
});

test('pods of no namespace are not asked what is beside them', () => {
  const task = `apiVersion: tekton.dev/v1beta1\nkind: ClusterTask\nmetadata: { name: build }\nspec: ${TASK}\n`;
  expect(paths(task, 'default-deny-ingress', 'default-namespace', 'resource-quota-present')).toEqual([]);
});

test('there is no patch where a pod was put together: what it fills in has another place', () => {
  expect(verify(tekton('Task', TASK), 'privilege-escalation').findings.map(({ patch }) => patch)).toEqual([undefined, undefined, undefined]);
});

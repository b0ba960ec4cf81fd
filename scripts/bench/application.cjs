// One application of the mix that is measured: twelve documents of about 1.3 kB, clean or with a fault in each that can have one.
const DIGEST = '0123456789abcdef'.repeat(4);
function pod(name, faulty, further = '', account = name) {
  const security = faulty ? 'privileged: true' : 'allowPrivilegeEscalation: false\n            readOnlyRootFilesystem: true\n            capabilities: {drop: [ALL]}';
  const image = faulty ? `${name}:latest` : `registry.example.com/${name}@sha256:${DIGEST}`;
  return `
      metadata: {labels: {app.kubernetes.io/name: ${name}, app.kubernetes.io/part-of: ${name}, app.kubernetes.io/version: 1.0.0${faulty ? '' : `, ${tenancy(name)}`}}}
      spec:
        serviceAccountName: ${faulty ? 'default' : account}
        automountServiceAccountToken: ${faulty}
        ${faulty ? '' : 'hostUsers: false\n        enableServiceLinks: false'}
        securityContext: {runAsNonRoot: ${!faulty}, seccompProfile: {type: ${faulty ? 'Unconfined' : 'RuntimeDefault'}}}
        containers:
        - name: main
          image: ${image}
          ports: [{name: http, containerPort: 8080}]
          env: [{name: MODE, value: production}, {name: LEVEL, value: info}]
          terminationMessagePolicy: ${faulty ? 'File' : 'FallbackToLogsOnError'}
          ${faulty ? '' : 'readinessProbe: {httpGet: {path: /ready, port: http}}\n          livenessProbe: {httpGet: {path: /live, port: http}}\n          lifecycle: {preStop: {sleep: {seconds: 5}}}'}
          resources: ${faulty ? '{}' : '{requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi, ephemeral-storage: 64Mi}}'}
          securityContext:
            ${security}${further}`;
}

function spread(name) {
  return `\n        topologySpreadConstraints: [{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app.kubernetes.io/name: ${name}}}}]`;
}

function tenancy(name) {
  return `cdk8s-bulwark/tenant: ${name}, cdk8s-bulwark/owner: team, cdk8s-bulwark/environment: prod, cdk8s-bulwark/sensitivity: internal`;
}

function application(index, faulty) {
  const name = `app-${index}`;
  const meta = `metadata: {name: ${name}, namespace: ${name}, labels: {app.kubernetes.io/name: ${name}, team: shop}, annotations: {note: "${'x'.repeat(600)}"}}`;
  const rbac = 'rbac.authorization.k8s.io';
  return [
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {pod-security.kubernetes.io/enforce: ${faulty ? 'privileged' : 'restricted'}, pod-security.kubernetes.io/enforce-version: ${faulty ? 'latest' : `v1.34, istio.io/dataplane-mode: ambient, ${tenancy(name)}`}}}`,
    `apiVersion: v1\nkind: ServiceAccount\n${meta}\nautomountServiceAccountToken: ${faulty}`,
    `apiVersion: v1\nkind: ConfigMap\n${meta}\ndata:\n  settings: |\n${'    key = value\n'.repeat(40)}`,
    `apiVersion: ${rbac}/v1\nkind: Role\n${meta}\nrules: [{apiGroups: [""], resources: [${faulty ? '"*"' : 'configmaps'}], verbs: [${faulty ? '"*"' : 'get'}]}]`,
    `apiVersion: ${rbac}/v1\nkind: RoleBinding\n${meta}\nroleRef: {apiGroup: ${rbac}, kind: Role, name: ${name}}\nsubjects: [{kind: ServiceAccount, name: ${faulty ? 'default' : name}}]`,
    `apiVersion: apps/v1\nkind: Deployment\n${meta}\nspec:\n    ${faulty ? 'replicas: 2\n    ' : ''}selector: {matchLabels: {app.kubernetes.io/name: ${name}}}\n    template:${pod(name, faulty, faulty ? '' : spread(name))}`,
    `apiVersion: v1\nkind: Service\n${meta}\nspec: {type: ${faulty ? 'NodePort' : 'ClusterIP'}, selector: {app.kubernetes.io/name: ${name}}, ports: [{port: 80, targetPort: http}]}`,
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${meta}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress]}`,
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\n${faulty ? meta : meta.replace('annotations: {', 'annotations: {nginx.ingress.kubernetes.io/auth-url: "https://login.example.com", ')}\nspec: {${faulty ? '' : `tls: [{hosts: [${name}.example.com]}], `}rules: [{host: ${name}.example.com}]}`,
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n${meta}\nspec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}, minReplicas: ${faulty ? 1 : 2}, maxReplicas: 4}`,
    `apiVersion: policy/v1\nkind: PodDisruptionBudget\n${meta}\nspec: {maxUnavailable: ${faulty ? '0' : '1, unhealthyPodEvictionPolicy: AlwaysAllow'}, selector: {matchLabels: {app.kubernetes.io/name: ${name}}}}`,
    `apiVersion: batch/v1\nkind: CronJob\n${meta}\nspec:\n  schedule: "0 3 * * *"\n${faulty ? '' : '  concurrencyPolicy: Forbid\n  startingDeadlineSeconds: 300\n'}  jobTemplate:\n   spec:\n${faulty ? '' : '    activeDeadlineSeconds: 600\n'}    template:${pod(name, faulty, '\n        restartPolicy: OnFailure', `${name}-nightly`)}`,
  ];
}

module.exports = application;

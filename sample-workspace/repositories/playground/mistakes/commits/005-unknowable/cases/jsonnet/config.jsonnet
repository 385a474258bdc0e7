{
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'jsonnet', namespace: 'playground' },
}

{{- /* The release's name in front of a service's. */}}
{{- define "parlance.name" -}}
{{ printf "%s-%s" .root.Release.Name .service | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "parlance.selector" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: parlance
{{- end }}

{{- define "parlance.labels" -}}
{{ include "parlance.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- /* What is so by the code. */}}
{{- define "parlance.facts" -}}
{{ .Files.Get "files/services.yaml" }}
{{- end }}

{{- /* What the deployment chose for a service: its own values over the defaults. */}}
{{- define "parlance.choice" -}}
{{ mustMergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (default dict (index .root.Values.services .service))) | toYaml }}
{{- end }}

{{- define "parlance.image" -}}
{{- with .root.Values.image -}}
{{ .registry }}/{{ .repository }}/{{ $.image }}:{{ default $.root.Chart.AppVersion .tag }}
{{- end -}}
{{- end }}

{{- /* How a pod of ours may run: as nobody, on a file system that it can't write. */}}
{{- define "parlance.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "parlance.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
{{- end }}

{{- /* Where Kafka is, and how to speak to it. */}}
{{- define "parlance.kafkaEnv" -}}
{{- if .root.Values.strimzi.enabled }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ .root.Values.strimzi.clusterName }}-kafka-bootstrap:9093
- name: KAFKA_SECURITY_PROTOCOL
  value: SASL_SSL
- name: KAFKA_SASL_MECHANISM
  value: SCRAM-SHA-512
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /kafka/ca.crt
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ include "parlance.name" . }}
      key: sasl.jaas.config
{{- else }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ .root.Values.kafka.bootstrapServers | quote }}
{{- end }}
{{- end }}

{{- /* Before each topic's and group's name. Documents remember places on topics, so new topics must not be taken for those. */}}
{{- define "parlance.topicPrefix" -}}
{{- $generation := int .Values.kafka.generation -}}
{{ .Values.kafka.topicPrefix }}{{ if gt $generation 1 }}g{{ $generation }}.{{ end }}
{{- end }}

{{- /* The settings of any Kafka client that are secret: SASL, key stores. Strimzi's users have their own. */}}
{{- define "parlance.kafkaSecret" -}}
{{ ternary "" .Values.kafka.existingSecret .Values.strimzi.enabled }}
{{- end }}

{{- /* All variables of these Secrets; of none, if all names are empty. */}}
{{- define "parlance.envFrom" -}}
{{- with compact . }}
envFrom:
  {{- range . }}
  - secretRef:
      name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "parlance.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key | default .name }}
{{- end }}

{{- /* Everything that a service is told. Later entries win, so the deployment has the last word. */}}
{{- define "parlance.env" -}}
{{- $root := .root }}
{{- $values := .root.Values }}
{{- $env := dict "QUARKUS_PROFILE" "prod" }}
{{- $_ := set $env "JDK_JAVA_OPTIONS" .choice.javaOptions }}
{{- $_ := set $env "QUARKUS_HTTP_HOST" "0.0.0.0" }}
{{- $_ := set $env "QUARKUS_HTTP_PORT" (toString (int .fact.port)) }}
{{- $_ := set $env "QUARKUS_MANAGEMENT_HOST" "0.0.0.0" }}
{{- $_ := set $env "QUARKUS_MANAGEMENT_PORT" "9000" }}
{{- range $other := .fact.calls }}
{{- $url := printf "http://%s:8080" (include "parlance.name" (dict "root" $root "service" $other)) }}
{{- $_ := set $env (printf "PARLANCE_%s_URL" (upper $other)) $url }}
{{- end }}
{{- with $values.cors.origins }}
{{- $_ := set $env "PARLANCE_HTTP_CORS_ORIGINS" (join "," .) }}
{{- end }}
{{- with $values.trustedProxies }}
{{- $_ := set $env "PARLANCE_TRUSTED_PROXIES" . }}
{{- end }}
{{- with include "parlance.topicPrefix" $root }}
{{- $_ := set $env "PARLANCE_KAFKA_TOPIC_PREFIX" . }}
{{- end }}
{{- if eq .service "message" }}
{{- /* An entry of the operations log is numbered by its place on a topic: each generation has numbers of its own. */}}
{{- $_ := set $env "PARLANCE_OPLOG_BASE" (mul (sub (int64 $values.kafka.generation) 1) 1000000000000 | toString) }}
{{- end }}
{{- if $values.redis.cluster }}
{{- $_ := set $env "QUARKUS_REDIS_CLIENT_TYPE" "cluster" }}
{{- end }}
{{- if $values.tracing.enabled }}
{{- $_ := set $env "QUARKUS_OTEL_SDK_DISABLED" "false" }}
{{- $_ := set $env "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT" $values.tracing.endpoint }}
{{- $_ := set $env "QUARKUS_OTEL_TRACES_SAMPLER_ARG" (toString $values.tracing.ratio) }}
{{- end }}
{{- if eq .service "gateway" }}
{{- $_ := set $env "PARLANCE_GATEWAY_MAX_CONNECTIONS" (toString (int $values.gateway.maxConnections)) }}
{{- $_ := set $env "PARLANCE_GATEWAY_DRAIN_PATIENCE" (printf "%ds" (int $values.gateway.drain.patienceSeconds)) }}
{{- $_ := set $env "PARLANCE_GATEWAY_DRAIN_PERIOD" (printf "%ds" (int $values.gateway.drain.periodSeconds)) }}
{{- end }}
{{- if .fact.storage }}
{{- $_ := set $env "S3_ENDPOINT" $values.storage.endpoint }}
{{- $_ := set $env "S3_PUBLIC_ENDPOINT" (default $values.storage.endpoint $values.storage.publicEndpoint) }}
{{- $_ := set $env "S3_BUCKET" $values.storage.bucket }}
{{- $_ := set $env "S3_REGION" $values.storage.region }}
{{- end }}
{{- $env = mustMergeOverwrite $env $values.settings .choice.settings }}
{{- range $name, $value := $env }}
- name: {{ $name }}
  value: {{ include "parlance.text" $value | quote }}
{{- end }}
{{- if eq .service "gateway" }}
- name: PARLANCE_NODE_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
{{- end }}
{{ include "parlance.kafkaEnv" . | trim }}
{{ include "parlance.secretEnv" (dict "name" "REDIS_URL" "secret" $values.redis.existingSecret "key" $values.redis.key) }}
{{- if .fact.mongodb }}
{{ include "parlance.secretEnv" (dict "name" "MONGODB_URI" "secret" $values.mongodb.existingSecret "key" $values.mongodb.key) }}
{{- end }}
{{- range concat (list "PARLANCE_SERVICE_TOKEN") (default list .fact.secrets) }}
{{ include "parlance.secretEnv" (dict "name" . "secret" $values.secrets.existingSecret) }}
{{- end }}
{{- if .fact.storage }}
{{- range list "S3_ACCESS_KEY" "S3_SECRET_KEY" }}
{{ include "parlance.secretEnv" (dict "name" . "secret" $values.storage.existingSecret) }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Hooks and tests run what is in the image "tools". */}}
{{- define "parlance.kafkaVolume" -}}
{{- if .Values.strimzi.enabled }}
- name: kafka-ca
  secret:
    secretName: {{ .Values.strimzi.clusterName }}-cluster-ca-cert
    items:
      - key: ca.crt
        path: ca.crt
{{- end }}
{{- end }}

{{/* A value as text. Helm reads the numbers of a values file as floats, which print as 1e+06 from a million on. */}}
{{- define "parlance.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}{{ int64 . }}{{ else }}{{ . }}{{ end }}
{{- end }}

using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// Containers: names, images, ports, environment, probes, mounts, resources (TestValidateContainers and its like in
/// pkg/api/validation/validation_test.go of 1.3.10).
/// </summary>
public sealed class ContainerRuleTests
{
    private const string Base = """
        apiVersion: v1
        kind: Pod
        metadata: { name: p, namespace: ns }
        spec:
          volumes: [{ name: data, emptyDir: {} }, { name: "123", emptyDir: {} }]
          containers:
          - name: c
            image: "i:1"
            ports: [{ containerPort: 80 }, { containerPort: 81 }]
            livenessProbe: { tcpSocket: { port: 80 } }
            env: [{ name: A, value: b }]
            volumeMounts: [{ name: data, mountPath: /d }]
            resources: { requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 2, memory: 1Gi } }
        """;

    private const string PortName = "must be an IANA_SVC_NAME (at most 15 characters, matching regex [a-z0-9]([a-z0-9-]*[a-z0-9])*, it "
        + "must contain at least one letter [a-z], and hyphens cannot be adjacent to other hyphens): e.g. \"http\"";

    private const string Range = "must be between 1 and 65535, inclusive";

    private const string Labels = "must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or '123-abc')";

    private const string Key =
        "must have at most 253 characters and match regex \\.?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

    public static TheoryData<string> Rows { get; } = RuleTable.Rows("""
        => ok
        spec.containers[1] = {name: d, image: i} => ok
        spec.containers[1] = {name: c, image: i} => spec.containers[1].name: Duplicate value: "c"
        spec.containers[0].name - => spec.containers[0].name: Required value
        spec.containers[0].name = a_b => spec.containers[0].name: Invalid value: "a_b": %Labels%
        spec.containers[0].name = %n*64% => spec.containers[0].name: Invalid value: "%n*64%": must be no more than 63 characters
        spec.containers[0].image - => spec.containers[0].image: Required value
        spec.containers[0].image = "" => spec.containers[0].image: Required value
        spec.containers[0].imagePullPolicy = Always => ok
        spec.containers[0].imagePullPolicy = Sometimes => spec.containers[0].imagePullPolicy: Unsupported value: "Sometimes": supported values: Always, IfNotPresent, Never
        spec.containers[0].command = sh => decoder: found 'sh'; allowed is a list
        spec.containers[0].args = [1] => decoder: found the number 1; allowed is text
        spec.containers[0].securityContext = {runAsUser: 1, privileged: true} => ok
        spec.containers[0].securityContext = {runAsUser: -1} => spec.containers[0].securityContext.runAsUser: Invalid value: -1: must be greater than or equal to 0
        # ports
        spec.containers[0].ports[0].name = http ; spec.containers[0].ports[1].name = https => ok
        spec.containers[0].ports[0].name = a ; spec.containers[0].ports[1].name = a => spec.containers[0].ports[1].name: Duplicate value: "a"
        spec.containers[0].ports[0].name = metrics-and-health => spec.containers[0].ports[0].name: Invalid value: "metrics-and-health": %PortName%
        spec.containers[0].ports[0].name = a--b => spec.containers[0].ports[0].name: Invalid value: "a--b": %PortName%
        spec.containers[0].ports[0].name = "80" => spec.containers[0].ports[0].name: Invalid value: "80": %PortName%
        spec.containers[0].ports[0].name = -a => spec.containers[0].ports[0].name: Invalid value: "-a": %PortName%
        spec.containers[0].ports[0].containerPort - => spec.containers[0].ports[0].containerPort: Invalid value: 0: %Range%
        spec.containers[0].ports[0].containerPort = 65535 => ok
        spec.containers[0].ports[0].containerPort = 65536 => spec.containers[0].ports[0].containerPort: Invalid value: 65536: %Range%
        spec.containers[0].ports[0].containerPort = http => decoder: found 'http'; allowed is a whole number
        spec.containers[0].ports[0].hostPort = -1 => spec.containers[0].ports[0].hostPort: Invalid value: -1: %Range%
        spec.containers[0].ports[0].hostPort = 80 ; spec.containers[0].ports[1].hostPort = 80 => spec.containers[0].ports[1].hostPort: Duplicate value: "80/TCP"
        spec.containers[0].ports[0].hostPort = 80 ; spec.containers[0].ports[1] = {containerPort: 80, hostPort: 80, protocol: UDP} => ok
        spec.containers[0].ports[0].hostPort = 80 ; spec.containers[1] = {name: d, image: i, ports: [{containerPort: 81, hostPort: 80}]} => spec.containers[1].ports[0].hostPort: Duplicate value: "80/TCP"
        spec.containers[0].ports[0].protocol = SCTP => spec.containers[0].ports[0].protocol: Unsupported value: "SCTP": supported values: TCP, UDP
        spec.containers[0].ports[0].protocol = tcp => spec.containers[0].ports[0].protocol: Unsupported value: "tcp": supported values: TCP, UDP
        # environment
        spec.containers[0].env = [{name: aBc_9}, {name: _A, value: x}] => ok
        spec.containers[0].env[0].name - => spec.containers[0].env[0].name: Required value
        spec.containers[0].env[0].name = a.b => spec.containers[0].env[0].name: Invalid value: "a.b": must be a C identifier (matching regex [A-Za-z_][A-Za-z0-9_]*): e.g. "my_name" or "MyName"
        spec.containers[0].env[0].name = 1a => spec.containers[0].env[0].name: Invalid value: "1a": must be a C identifier (matching regex [A-Za-z_][A-Za-z0-9_]*): e.g. "my_name" or "MyName"
        spec.containers[0].env[0].value = 1 => decoder: found the number 1; allowed is text
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}} => ok
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: status.podIP}}} => ok
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {}}} => spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Required value
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {fieldPath: metadata.labels}}} => spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Unsupported value: "metadata.labels": supported values: metadata.name, metadata.namespace, status.podIP
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}} => spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Unsupported value: "spec.nodeName": supported values: metadata.name, metadata.namespace, status.podIP
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {fieldPath: status.hostIP}}} => spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Invalid value: "status.hostIP": error converting fieldPath: field label not supported: status.hostIP
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {apiVersion: v9, fieldPath: metadata.name}}} => spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Invalid value: "metadata.name": error converting fieldPath: No field label conversion function found for version: v9
        spec.containers[0].env[0] = {name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}} => ok
        spec.containers[0].env[0] = {name: A, valueFrom: {resourceFieldRef: {}}} => spec.containers[0].env[0].valueFrom.resourceFieldRef.resource: Required value
        spec.containers[0].env[0] = {name: A, valueFrom: {resourceFieldRef: {resource: limits.disk}}} => spec.containers[0].env[0].valueFrom.resourceFieldRef.resource: Unsupported value: "limits.disk": supported values: limits.cpu, limits.memory, requests.cpu, requests.memory
        spec.containers[0].env[0] = {name: A, valueFrom: {resourceFieldRef: {resource: requests.cpu, divisor: 2}}} => spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: Invalid value: "requests.cpu": only divisor's values 1m and 1 are supported with the cpu resource
        spec.containers[0].env[0] = {name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}} => ok
        spec.containers[0].env[0] = {name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1m}}} => spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: Invalid value: "limits.memory": only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the memory resource
        spec.containers[0].env[0] = {name: A, valueFrom: {configMapKeyRef: {name: m, key: k}}} => ok
        spec.containers[0].env[0] = {name: A, valueFrom: {configMapKeyRef: {key: k}}} => spec.containers[0].env[0].valueFrom.configMapKeyRef.name: Required value
        spec.containers[0].env[0] = {name: A, valueFrom: {configMapKeyRef: {name: m}}} => spec.containers[0].env[0].valueFrom.configMapKeyRef.key: Required value
        spec.containers[0].env[0] = {name: A, valueFrom: {configMapKeyRef: {name: m, key: LOG_LEVEL}}} => spec.containers[0].env[0].valueFrom.configMapKeyRef.key: Invalid value: "LOG_LEVEL": %Key%
        spec.containers[0].env[0] = {name: A, valueFrom: {secretKeyRef: {name: m, key: .dockercfg}}} => ok
        spec.containers[0].env[0] = {name: A, valueFrom: {secretKeyRef: {name: m, key: a_b}}} => spec.containers[0].env[0].valueFrom.secretKeyRef.key: Invalid value: "a_b": %Key%
        spec.containers[0].env[0] = {name: A, valueFrom: {secretKeyRef: {}}} => spec.containers[0].env[0].valueFrom.secretKeyRef.name: Required value | spec.containers[0].env[0].valueFrom.secretKeyRef.key: Required value
        spec.containers[0].env[0].valueFrom = {fieldRef: {fieldPath: metadata.name}} => spec.containers[0].env[0].valueFrom: Invalid value: "": may not be specified when `value` is not empty
        spec.containers[0].env[0] = {name: A, valueFrom: {}} => spec.containers[0].env[0].valueFrom: Invalid value: "": may not have more than one field specified at a time
        spec.containers[0].env[0] = {name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}, secretKeyRef: {name: s, key: k}}} => spec.containers[0].env[0].valueFrom: Invalid value: "": may not have more than one field specified at a time
        # probes and hooks
        spec.containers[0].livenessProbe = {} => spec.containers[0].livenessProbe: Required value: must specify a handler type
        spec.containers[0].livenessProbe = {exec: {command: [x]}, initialDelaySeconds: 0, timeoutSeconds: 0} => ok
        spec.containers[0].livenessProbe = {grpc: {port: 80}} => ok
        spec.containers[0].livenessProbe.exec = {command: [x]} => spec.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type
        spec.containers[0].livenessProbe.httpGet = {port: 80} => spec.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type
        spec.containers[0].livenessProbe.successThreshold = 2 => spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1
        spec.containers[0].livenessProbe.successThreshold = 0 => ok
        spec.containers[0].livenessProbe.initialDelaySeconds = -1 => spec.containers[0].livenessProbe.initialDelaySeconds: Invalid value: -1: must be greater than or equal to 0
        spec.containers[0].readinessProbe = {exec: {command: []}, timeoutSeconds: -1} => spec.containers[0].readinessProbe.exec.command: Required value | spec.containers[0].readinessProbe.timeoutSeconds: Invalid value: -1: must be greater than or equal to 0
        spec.containers[0].readinessProbe = {exec: {command: [a]}, periodSeconds: -1, successThreshold: -2, failureThreshold: -3} => spec.containers[0].readinessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0 | spec.containers[0].readinessProbe.successThreshold: Invalid value: -2: must be greater than or equal to 0 | spec.containers[0].readinessProbe.failureThreshold: Invalid value: -3: must be greater than or equal to 0
        spec.containers[0].readinessProbe = {exec: {command: [a]}, successThreshold: 2} => ok
        spec.containers[0].readinessProbe = {httpGet: {port: http, scheme: HTTPS, httpHeaders: [{name: X-Forwarded-For, value: a}]}} => ok
        spec.containers[0].readinessProbe = {httpGet: {path: /}} => spec.containers[0].readinessProbe.httpGet.port: Invalid value: 0: %Range%
        spec.containers[0].readinessProbe = {httpGet: {port: 70000, scheme: http}} => spec.containers[0].readinessProbe.httpGet.port: Invalid value: 70000: %Range% | spec.containers[0].readinessProbe.httpGet.scheme: Invalid value: "http": must be one of [HTTP HTTPS]
        spec.containers[0].readinessProbe = {httpGet: {port: "80"}} => spec.containers[0].readinessProbe.httpGet.port: Invalid value: "80": %PortName%
        spec.containers[0].readinessProbe = {httpGet: {port: 80, httpHeaders: [{name: "X_Y"}]}} => spec.containers[0].readinessProbe.httpGet.httpHeaders: Invalid value: "X_Y": name must match [-A-Za-z0-9]+
        spec.containers[0].readinessProbe = {tcpSocket: {port: 0}} => spec.containers[0].readinessProbe.tcpSocket.port: Invalid value: 0: %Range%
        spec.containers[0].lifecycle = {preStop: {exec: {command: [sleep, "5"]}}} => ok
        spec.containers[0].lifecycle = {preStop: {}} => spec.containers[0].lifecycle.preStop: Required value: must specify a handler type
        spec.containers[0].lifecycle = {postStart: {tcpSocket: {port: x--y}}} => spec.containers[0].lifecycle.postStart.tcpSocket.port: Invalid value: "x--y": %PortName%
        # mounts
        spec.containers[0].volumeMounts = [{name: data, mountPath: /a}, {name: "123", mountPath: /b, subPath: x/y}] => ok
        spec.containers[0].volumeMounts[0].name = other => spec.containers[0].volumeMounts[0].name: Not found: "other"
        spec.containers[0].volumeMounts[0].name - => spec.containers[0].volumeMounts[0].name: Required value
        spec.containers[0].volumeMounts[0].mountPath - => spec.containers[0].volumeMounts[0].mountPath: Required value
        spec.containers[0].volumeMounts[0].mountPath = "foo:bar" => spec.containers[0].volumeMounts[0].mountPath: Invalid value: "foo:bar": must not contain ':'
        spec.containers[0].volumeMounts[1] = {name: "123", mountPath: /d} => spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/d": must be unique
        spec.containers[0].volumeMounts[0].subPath = /x => spec.containers[0].volumeMounts.subPath: Invalid value: "/x": must be a relative path
        spec.containers[0].volumeMounts[0].subPath = ../x => spec.containers[0].volumeMounts.subPath: Invalid value: "../x": must not start with '../'
        spec.containers[0].volumeMounts[0].subPath = a/../b => spec.containers[0].volumeMounts.subPath: Invalid value: "a/../b": must not contain '/../'
        spec.containers[0].volumeMounts[0].subPath = a/.. => spec.containers[0].volumeMounts.subPath: Invalid value: "a/..": must not end with '/..'
        # resources
        spec.containers[0].resources = {requests: {alpha.kubernetes.io/nvidia-gpu: 1}, limits: {alpha.kubernetes.io/nvidia-gpu: 1}} => ok
        spec.containers[0].resources = {requests: {my.org/resource: 1}} => ok
        spec.containers[0].resources = {requests: {cpu: lots}} => decoder: found 'lots'; allowed is a quantity
        spec.containers[0].resources.requests.cpu = 3 => spec.containers[0].resources.limits: Invalid value: "2": must be greater than or equal to cpu request
        spec.containers[0].resources = {requests: {alpha.kubernetes.io/nvidia-gpu: 1}, limits: {alpha.kubernetes.io/nvidia-gpu: 2}} => spec.containers[0].resources.requests: Invalid value: "1": must be equal to alpha.kubernetes.io/nvidia-gpu limit
        spec.containers[0].resources = {requests: {cpu: -1}} => spec.containers[0].resources.requests[cpu][cpu]: Invalid value: -1: must be a valid resource quantity
        spec.containers[0].resources = {limits: {memory: -1500m}} => spec.containers[0].resources.limits[memory][memory]: Invalid value: -2: must be a valid resource quantity | spec.containers[0].resources.requests[memory][memory]: Invalid value: -2: must be a valid resource quantity
        spec.containers[0].resources = {requests: {storage: 1Gi}} => spec.containers[0].resources.requests[storage]: Invalid value: "storage": must be a standard resource for containers
        spec.containers[0].resources = {requests: {ephemeral-storage: 1Gi}} => spec.containers[0].resources.requests[ephemeral-storage]: Invalid value: "ephemeral-storage": must be a standard resource type or fully qualified | spec.containers[0].resources.requests[ephemeral-storage]: Invalid value: "ephemeral-storage": must be a standard resource for containers
        spec.containers[0].resources = {requests: {pods: 1}} => spec.containers[0].resources.requests[pods]: Invalid value: "pods": must be a standard resource for containers
        """, (nameof(Labels), Labels), (nameof(PortName), PortName), (nameof(Range), Range), (nameof(Key), Key));

    public static TheoryData<string> InitRows { get; } = RuleTable.Rows("""
        [{"name":"a","image":"i"}] => ok
        [{"name":"a","image":"i"},{"name":"a","image":"i"}] => spec.initContainers[1].name: Duplicate value: "a" | spec.initContainers[1].name: Duplicate value: "a"
        [{"name":"c","image":"i"}] => spec.initContainers[0].name: Duplicate value: "c"
        [{"name":"a"}] => spec.initContainers[0].image: Required value
        [{"name":"a","image":"i","volumeMounts":[{"name":"nope","mountPath":"/x"}]}] => spec.initContainers[0].volumeMounts[0].name: Not found: "nope"
        [{"name":"a","image":"i","lifecycle":{"preStop":{"exec":{"command":["x"]}}}}] => spec.initContainers[0].lifecycle: Invalid value: {"preStop":{"exec":{"command":["x"]}}}: must not be set for init containers
        [{"name":"a","image":"i","readinessProbe":{"tcpSocket":{"port":80}}}] => spec.initContainers[0].readinessProbe: Invalid value: {"tcpSocket":{"port":80},"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3}: must not be set for init containers
        [{"name":5}] => decoder: metadata.annotations.'pod.alpha.kubernetes.io/init-containers': the JSON text cannot be read
        [ => decoder: the JSON text cannot be read
        """);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_containers(string row) => RuleTable.Check(Base, row);

    [Theory]
    [MemberData(nameof(InitRows))]
    public void Of_init_containers(string row) =>
        RuleTable.Check(
            Base,
            $"metadata.annotations.'pod.alpha.kubernetes.io/init-containers' = '{row.Replace(" =>", "' =>", StringComparison.Ordinal)}");
}

using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// Metadata and spec of pods, rule by rule (TestValidatePod, TestValidatePodSpec and their like in pkg/api/validation/validation_test.go of
/// 1.3.10).
/// </summary>
public sealed class PodRuleTests
{
    private const string Base = """
        apiVersion: v1
        kind: Pod
        metadata: { name: p, namespace: ns }
        spec:
          volumes: [{ name: data, emptyDir: {} }]
          containers: [{ name: c, image: "i:1", volumeMounts: [{ name: data, mountPath: /d }] }]
        """;

    private const string Names =
        "must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)* (e.g. 'example.com')";

    private const string Labels = "must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or '123-abc')";

    public static TheoryData<string> Metadata { get; } = RuleTable.Rows("""
        => ok
        metadata.name = a.b.c => ok
        metadata.name = "123" => ok
        metadata.name = %a*253% => ok
        metadata.name = %a*254% => metadata.name: Invalid value: "%a*254%": must be no more than 253 characters
        metadata.name - => metadata.name: Required value: name or generateName is required
        metadata - => metadata.name: Required value: name or generateName is required
        metadata.name = "" => metadata.name: Required value: name or generateName is required
        metadata.name = A_b => metadata.name: Invalid value: "A_b": %Names%
        metadata.name = a..b => metadata.name: Invalid value: "a..b": %Names%
        metadata.name = "<&>" => metadata.name: Invalid value: "\u003c\u0026\u003e": %Names%
        metadata.name - ; metadata.generateName = web- => ok
        metadata.name - ; metadata.generateName = %g*80%- => ok
        metadata.name - ; metadata.generateName = W- => metadata.name: Invalid value: "W-xxxxx": %Names%
        metadata.generateName = Web- => metadata.generateName: Invalid value: "Web-": %Names%
        metadata.generateName = a- => ok
        metadata.namespace = x.y => metadata.namespace: Invalid value: "x.y": %Labels%
        metadata.namespace = %n*64% => metadata.namespace: Invalid value: "%n*64%": must be no more than 63 characters
        metadata.labels = {a/b: c} => ok
        metadata.labels = {"a b": c} => metadata.labels: Invalid value: "a b": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        metadata.labels = {a/b/c: d} => metadata.labels: Invalid value: "a/b/c": must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName'
        metadata.labels = {/b: c} => metadata.labels: Invalid value: "/b": prefix part must be non-empty
        metadata.labels = {A/b: c} => metadata.labels: Invalid value: "A/b": prefix part %Names%
        metadata.labels = {a/: c} => metadata.labels: Invalid value: "a/": name part must be non-empty | metadata.labels: Invalid value: "a/": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        metadata.labels = {%k*64%: v} => metadata.labels: Invalid value: "%k*64%": name part must be no more than 63 characters
        metadata.labels = {a: "c d"} => metadata.labels: Invalid value: "c d": must match the regex (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])? (e.g. 'MyValue' or 'my_value' or '12345')
        metadata.labels = {a: ""} => ok
        metadata.labels = {a: %v*64%} => metadata.labels: Invalid value: "%v*64%": must be no more than 63 characters
        metadata.labels = {a: 1} => decoder: found the number 1; allowed is text
        metadata.annotations = {UPPER: x} => ok
        metadata.annotations = {"1 2": x} => metadata.annotations: Invalid value: "1 2": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        metadata.annotations = {a: %x*262143%} => ok
        metadata.annotations = {a: %x*262144%} => metadata.annotations: Too long: must have at most 262144 characters
        metadata.generation = -1 => metadata.generation: Invalid value: -1: must be greater than or equal to 0
        metadata.finalizers = [orphan, a.b/c] => ok
        metadata.finalizers = [mine] => metadata.finalizers: Invalid value: "mine": name is neither a standard finalizer name nor is it fully qualified
        metadata.finalizers = ["a b"] => metadata.finalizers: Invalid value: "a b": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        metadata.ownerReferences = [{apiVersion: v1, kind: Pod, name: n, uid: u}] => ok
        metadata.ownerReferences = [{kind: Pod, name: n, uid: u}] => metadata.ownerReferences.apiVersion: Invalid value: "": version must not be empty
        metadata.ownerReferences = [{apiVersion: v1}] => metadata.ownerReferences.kind: Invalid value: "": kind must not be empty | metadata.ownerReferences.name: Invalid value: "": name must not be empty | metadata.ownerReferences.uid: Invalid value: "": uid must not be empty
        metadata.ownerReferences = [{apiVersion: v1, kind: Event, name: n, uid: u}] => metadata.ownerReferences: Invalid value: {"apiVersion":"v1","kind":"Event","name":"n","uid":"u"}: /v1, Kind=Event is disallowed from being an owner
        metadata.ownerReferences = [{apiVersion: v1, kind: A, name: n, uid: u, controller: true}, {apiVersion: v1, kind: A, name: m, uid: w, controller: true}] => metadata.ownerReferences: Invalid value: [{"apiVersion":"v1","kind":"A","name":"n","uid":"u","controller":true},{"apiVersion":"v1","kind":"A","name":"m","uid":"w","controller":true}]: Only one reference can have Controller set to true. Found "true" in references for n and m
        """, (nameof(Names), Names), (nameof(Labels), Labels));

    public static TheoryData<string> Specs { get; } = RuleTable.Rows("""
        spec - => spec.containers: Required value
        spec.containers = [] => spec.containers: Required value
        spec.containers = 5 => decoder: found the number 5; allowed is a list
        spec.restartPolicy = Never => ok
        spec.restartPolicy = OnFailure => ok
        spec.restartPolicy = "" => ok
        spec.restartPolicy = always => spec.restartPolicy: Unsupported value: "always": supported values: Always, OnFailure, Never
        spec.dnsPolicy = Default => ok
        spec.dnsPolicy = ClusterFirst => ok
        spec.dnsPolicy = ClusterFirstWithHostNet => spec.dnsPolicy: Unsupported value: "ClusterFirstWithHostNet": supported values: ClusterFirst, Default
        spec.nodeSelector = {disk: ssd} => ok
        spec.nodeSelector = {"a b": c} => spec.nodeSelector: Invalid value: "a b": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        spec.nodeSelector = {a: "c d"} => spec.nodeSelector: Invalid value: "c d": must match the regex (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])? (e.g. 'MyValue' or 'my_value' or '12345')
        spec.hostNetwork = true ; spec.containers[0].ports = [{containerPort: 8080, hostPort: 8080}] => ok
        spec.hostNetwork = true ; spec.containers[0].ports = [{containerPort: 8080}] => ok
        spec.hostNetwork = true ; spec.containers[0].ports = [{containerPort: 8080, hostPort: 80}] => spec.containers[0].ports[0].containerPort: Invalid value: 8080: must match `hostPort` when `hostNetwork` is true
        spec.securityContext = {fsGroup: 1234, runAsUser: 0, supplementalGroups: [1, 2147483647]} => ok
        spec.securityContext = {fsGroup: -1} => spec.securityContext.fsGroup: Invalid value: -1: must be between 0 and 2147483647, inclusive
        spec.securityContext = {runAsUser: 2147483648} => spec.securityContext.runAsUser: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive
        spec.securityContext = {supplementalGroups: [5, -7]} => spec.securityContext.supplementalGroups[1]: Invalid value: -7: must be between 0 and 2147483647, inclusive
        spec.imagePullSecrets = [{name: x}] => ok
        spec.serviceAccountName = robot => ok
        spec.serviceAccountName = Robot => spec.serviceAccountName: Invalid value: "Robot": %Names%
        spec.serviceAccount = a_b => spec.serviceAccountName: Invalid value: "a_b": %Names%
        spec.nodeName = node-1.example.com => ok
        spec.nodeName = node_1 => spec.nodeName: Invalid value: "node_1": %Names%
        spec.activeDeadlineSeconds = 1 => ok
        spec.activeDeadlineSeconds = 0 => spec.activeDeadlineSeconds: Invalid value: 0: must be greater than 0
        spec.activeDeadlineSeconds = -5 => spec.activeDeadlineSeconds: Invalid value: -5: must be greater than 0
        spec.hostname = host-1 => ok
        spec.hostname = a.b => spec.hostname: Invalid value: "a.b": %Labels%
        spec.subdomain = sub => ok
        spec.subdomain = A => spec.subdomain: Invalid value: "A": %Labels%
        metadata.annotations = {pod.beta.kubernetes.io/hostname: web-0} => ok
        metadata.annotations = {pod.beta.kubernetes.io/hostname: a.b} => metadata.annotations: Invalid value: "pod.beta.kubernetes.io/hostname": %Labels% | spec.hostname: Invalid value: "a.b": %Labels%
        metadata.annotations = {pod.beta.kubernetes.io/subdomain: ""} => metadata.annotations: Invalid value: "pod.beta.kubernetes.io/subdomain": %Labels%
        metadata.annotations = {seccomp.security.alpha.kubernetes.io/pod: docker/default, container.seccomp.security.alpha.kubernetes.io/c: localhost/foo} => ok
        metadata.annotations = {seccomp.security.alpha.kubernetes.io/pod: unconfined} => ok
        metadata.annotations = {seccomp.security.alpha.kubernetes.io/pod: foo} => metadata.annotations.seccomp.security.alpha.kubernetes.io/pod: Invalid value: "foo": must be a valid seccomp profile
        metadata.annotations = {container.seccomp.security.alpha.kubernetes.io/c: localhost//foo} => metadata.annotations.container.seccomp.security.alpha.kubernetes.io/c: Invalid value: "/foo": must be a relative path
        metadata.annotations = {container.seccomp.security.alpha.kubernetes.io/c: localhost/../foo} => metadata.annotations.container.seccomp.security.alpha.kubernetes.io/c: Invalid value: "../foo": must not start with '../'
        """, (nameof(Names), Names), (nameof(Labels), Labels));

    [Theory]
    [MemberData(nameof(Metadata))]
    public void Of_metadata(string row) => RuleTable.Check(Base, row);

    [Theory]
    [MemberData(nameof(Specs))]
    public void Of_the_spec(string row) => RuleTable.Check(Base, row);
}

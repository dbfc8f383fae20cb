using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// What a cluster and its namespaces are made of (TestValidateLimitRange, TestValidateSecret and their like in
/// pkg/api/validation/validation_test.go of 1.3.10).
/// </summary>
public sealed class ClusterRuleTests
{
    private const string Names =
        "must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)* (e.g. 'example.com')";

    private const string Labels = "must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or '123-abc')";

    private const string Key =
        "must have at most 253 characters and match regex \\.?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

    public static TheoryData<string> LimitRanges { get; } = RuleTable.Rows("""
        => ok
        spec.limits = [{type: Pod, max: {cpu: 100m, memory: 10000}, min: {cpu: 5m}, maxLimitRequestRatio: {cpu: 20}}, {type: Container, max: {cpu: 100m}, min: {cpu: 5m}, default: {cpu: 50m}, defaultRequest: {cpu: 10m}}] => ok
        spec.limits = [{type: thirdparty.com/foo, max: {storage: 1Gi}}] => ok
        metadata.name = "@foo" => metadata.name: Invalid value: "@foo": %Names%
        spec.limits[0].type - => spec.limits[0].type: Invalid value: "": name part must be non-empty | spec.limits[0].type: Invalid value: "": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        spec.limits[0].type = Containers => spec.limits[0].type: Invalid value: "Containers": must be a standard limit type or fully qualified
        spec.limits[1] = {type: Container, max: {cpu: 1}} => spec.limits[1].type: Duplicate value: "Container"
        spec.limits = [{type: Pod, max: {storage: 1}}] => spec.limits[0].max[storage]: Invalid value: "storage": must be a standard resource for containers
        spec.limits = [{type: Pod, default: {cpu: 1}, defaultRequest: {cpu: 1}}] => spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod' | spec.limits[0].defaultRequest: Forbidden: may not be specified when `type` is 'Pod'
        spec.limits = [{type: Pod, min: {cpu: 2}, max: {cpu: 1}}] => spec.limits[0].min[cpu]: Invalid value: "2": min value 2 is greater than max value 1
        spec.limits = [{type: Container, min: {cpu: 2}, defaultRequest: {cpu: 1}}] => spec.limits[0].defaultRequest[cpu]: Invalid value: "1": min value 2 is greater than default request value 1
        spec.limits = [{type: Container, max: {cpu: 1}, defaultRequest: {cpu: 2}, default: {cpu: 1}}] => spec.limits[0].defaultRequest[cpu]: Invalid value: "2": default request value 2 is greater than max value 1 | spec.limits[0].defaultRequest[cpu]: Invalid value: "2": default request value 2 is greater than default limit value 1
        spec.limits = [{type: Container, min: {cpu: 2}, default: {cpu: 1}, defaultRequest: {cpu: 2}}] => spec.limits[0].defaultRequest[cpu]: Invalid value: "2": default request value 2 is greater than default limit value 1 | spec.limits[0].default[cpu]: Invalid value: "2": min value 2 is greater than default value 1
        spec.limits = [{type: Container, max: {cpu: 1}, default: {cpu: 2}, defaultRequest: {cpu: 1}}] => spec.limits[0].default[cpu]: Invalid value: "1": default value 2 is greater than max value 1
        spec.limits = [{type: Container, maxLimitRequestRatio: {cpu: 800m}}] => spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: "800m": ratio 800m is less than 1
        spec.limits = [{type: Pod, min: {cpu: 1}, max: {cpu: 2}, maxLimitRequestRatio: {cpu: 4}}] => spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: "4": ratio 4 is greater than max/min = 2.000000
        spec.limits = [{type: Pod, max: {cpu: lots}}] => decoder: found 'lots'; allowed is a quantity
        """, (nameof(Names), Names));

    public static TheoryData<string> Quotas { get; } = RuleTable.Rows("""
        => ok
        spec.hard - => ok
        spec.hard = {requests.cpu: 1, limits.memory: 1Gi, services: 1, replicationcontrollers: 1, resourcequotas: 1, secrets: 1, configmaps: 1, persistentvolumeclaims: 1, services.nodeports: 0, services.loadbalancers: 0} => ok
        spec.hard = {my.org/thing: 1500m} => ok
        metadata.name = "^Invalid" => metadata.name: Invalid value: "^Invalid": %Names%
        spec.hard = {pod: 3} => spec.hard[pod]: Invalid value: "pod": must be a standard resource type or fully qualified | spec.hard[pod]: Invalid value: "pod": must be a standard resource for quota
        spec.hard = {storage: 1Gi} => spec.hard[storage]: Invalid value: "storage": must be a standard resource for quota
        spec.hard = {cpu: -1} => spec.hard[cpu]: Invalid value: "-1": must be greater than or equal to 0
        spec.hard = {pods: 1500m} => spec.hard[pods]: Invalid value: "1500m": must be an integer
        spec.hard = {cpu: 1500m} => ok
        spec.scopes = [Terminating] => ok
        spec.scopes = [Terminating, NotTerminating] => spec.scopes: Invalid value: ["Terminating","NotTerminating"]: conflicting scopes
        spec.scopes = [BestEfort] => spec.scopes: Invalid value: ["BestEfort"]: unsupported scope
        spec.scopes = [BestEffort] => spec.scopes: Invalid value: ["BestEffort"]: unsupported scope applied to resource
        spec.hard = {pods: 1} ; spec.scopes = [BestEffort, NotBestEffort] => spec.scopes: Invalid value: ["BestEffort","NotBestEffort"]: conflicting scopes
        spec.hard = {services: 1} ; spec.scopes = [NotTerminating] => spec.scopes: Invalid value: ["NotTerminating"]: unsupported scope applied to resource
        """, (nameof(Names), Names));

    public static TheoryData<string> ConfigMaps { get; } = RuleTable.Rows("""
        => ok
        data = {.dotfile: bar, a.b.c: d} => ok
        data = {LOG_LEVEL: debug} => data[LOG_LEVEL]: Invalid value: "LOG_LEVEL": %Key%
        data = {"..": x} => data[..]: Invalid value: "..": %Key%
        data = {%k*254%: x} => data[%k*254%]: Invalid value: "%k*254%": %Key%
        data = {port: 8080} => decoder: found the number 8080; allowed is text
        data = {a: %x*1048577%} => data: Too long: must have at most 1048576 characters
        metadata.name = NoUppercaseOrSpecialCharsLike=Equals => metadata.name: Invalid value: "NoUppercaseOrSpecialCharsLike=Equals": %Names%
        """, (nameof(Key), Key), (nameof(Names), Names));

    public static TheoryData<string> Secrets { get; } = RuleTable.Rows("""
        => ok
        data = {a_b: YQ==} => data[a_b]: Invalid value: "a_b": %Key%
        data = {a: plain text} => decoder: allowed is text in base64
        stringData = {a: plain text} => ok
        type = kubernetes.io/service-account-token => metadata.annotations[kubernetes.io/service-account.name]: Required value
        type = kubernetes.io/service-account-token ; metadata.annotations = {kubernetes.io/service-account.name: foo} => ok
        type = kubernetes.io/dockercfg => data[.dockercfg]: Required value
        type = kubernetes.io/dockercfg ; stringData = {.dockercfg: "{}"} => ok
        type = kubernetes.io/dockerconfigjson ; stringData = {.dockerconfigjson: ""} => data[.dockerconfigjson]: Invalid value: "\u003csecret contents redacted\u003e": unexpected end of JSON input
        type = kubernetes.io/basic-auth => data[%s][username]: Required value | data[%s][password]: Required value
        type = kubernetes.io/basic-auth ; stringData = {username: ""} => ok
        type = kubernetes.io/ssh-auth => data[%s][ssh-privatekey]: Required value
        type = kubernetes.io/ssh-auth ; stringData = {ssh-privatekey: k} => ok
        type = kubernetes.io/tls => data[tls.crt]: Required value | data[tls.key]: Required value
        type = kubernetes.io/tls ; stringData = {tls.crt: a, tls.key: b} => ok
        type = my/own => ok
        """, (nameof(Key), Key));

    public static TheoryData<string> Volumes { get; } = RuleTable.Rows("""
        => ok
        metadata.namespace = x => ok
        metadata.name = ">" => metadata.name: Invalid value: "\u003e": %Names%
        spec.accessModes - => spec.accessModes: Required value
        spec.accessModes = [fakemode] => spec.accessModes: Unsupported value: "fakemode": supported values: ReadOnlyMany, ReadWriteMany, ReadWriteOnce
        spec.capacity - => spec.capacity: Required value | spec.capacity: Unsupported value: null: supported values: storage
        spec.capacity = {storage: 1Gi, cpu: 1} => spec.capacity: Unsupported value: {"cpu":"1","storage":"1Gi"}: supported values: storage
        spec.capacity = {storage: -1} => spec.capacity[storage]: Invalid value: -1: must be a valid resource quantity
        spec.hostPath - => spec: Required value: must specify a volume type
        spec.hostPath - ; spec.local = {path: /x} => spec: Required value: must specify a volume type
        spec.hostPath.path - => spec.hostPath.path: Required value
        spec.nfs = {server: s, path: /p} => spec.nfs: Forbidden: may not specify more than 1 volume type
        spec.hostPath - ; spec.gcePersistentDisk = {fsType: ext4} => spec.persistentDisk.pdName: Required value
        spec.hostPath - ; spec.azureFile = {secretName: a, shareName: b} => ok
        """, (nameof(Names), Names));

    public static TheoryData<string> Claims { get; } = RuleTable.Rows("""
        => ok
        metadata.name = A => metadata.name: Invalid value: "A": %Names%
        spec.accessModes = [] => spec.accessModes: Required value: at least 1 accessMode is required
        spec.accessModes = [fakemode] => spec.accessModes: Unsupported value: "fakemode": supported values: ReadOnlyMany, ReadWriteMany, ReadWriteOnce
        spec.resources - => spec.resources[storage]: Required value
        spec.resources.requests = {cpu: 1} => spec.resources[storage]: Required value
        spec.resources.requests.storage = big => decoder: found 'big'; allowed is a quantity
        spec.selector = {matchExpressions: [{key: key2, operator: InvalidOp, values: [a]}]} => spec.selector.matchExpressions[0].operator: Invalid value: "InvalidOp": not a valid selector operator
        spec.selector = {matchExpressions: [{key: key2, operator: Exists}]} => ok
        """, (nameof(Names), Names));

    public static TheoryData<string> Others { get; } = RuleTable.Rows("""
        kind = Namespace => ok
        kind = Namespace ; metadata.name = a.b => metadata.name: Invalid value: "a.b": %Labels%
        kind = Namespace ; spec = {finalizers: [example.com/something, orphan]} => ok
        kind = Namespace ; spec = {finalizers: [foo]} => spec.finalizers: Invalid value: "foo": name is neither a standard finalizer name nor is it fully qualified
        kind = Node => ok
        kind = Node ; metadata.name = a_b => metadata.name: Invalid value: "a_b": %Names%
        kind = Node ; metadata.labels = {"a b": c} => metadata.labels: Invalid value: "a b": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        kind = ServiceAccount => ok
        kind = ServiceAccount ; metadata.name = A => metadata.name: Invalid value: "A": %Names%
        """, (nameof(Labels), Labels), (nameof(Names), Names));

    [Theory]
    [MemberData(nameof(LimitRanges))]
    public void Of_limit_ranges(string row) =>
        RuleTable.Check(
            "{apiVersion: v1, kind: LimitRange, metadata: {name: a, namespace: ns}, spec: {limits: [{type: Container, max: {cpu: 1}}]}}",
            row);

    [Theory]
    [MemberData(nameof(Quotas))]
    public void Of_quotas(string row) =>
        RuleTable.Check("{apiVersion: v1, kind: ResourceQuota, metadata: {name: a, namespace: ns}, spec: {hard: {cpu: 1}}}", row);

    [Theory]
    [MemberData(nameof(ConfigMaps))]
    public void Of_config_maps(string row) =>
        RuleTable.Check("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ns}, data: {key: value}}", row);

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Of_secrets(string row) =>
        RuleTable.Check("{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: ns}, data: {key: dmFsdWU=}}", row);

    [Theory]
    [MemberData(nameof(Volumes))]
    public void Of_persistent_volumes(string row) =>
        RuleTable.Check(
            "{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {capacity: {storage: 10G}, accessModes: "
                + "[ReadWriteOnce], hostPath: {path: /foo}}}",
            row);

    [Theory]
    [MemberData(nameof(Claims))]
    public void Of_claims(string row) =>
        RuleTable.Check(
            "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a, namespace: ns}, spec: {accessModes: [ReadWriteOnce], "
                + "resources: {requests: {storage: 10G}}}}",
            row);

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_others(string row) => RuleTable.Check("{apiVersion: v1, kind: Namespace, metadata: {name: a}}", row);
}

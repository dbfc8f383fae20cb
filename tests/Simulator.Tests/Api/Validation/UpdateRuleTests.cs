using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// What may become of a stored object (the update tests of pkg/api/validation and pkg/apis of 1.3.10). Where the original looks twice its
/// message says it twice.
/// </summary>
public sealed class UpdateRuleTests
{
    private const string Template =
        "template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: 'i:1', env: [{name: A, value: b}]}]}}";

    private const string Pod = "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: ns}, spec: {activeDeadlineSeconds: 20, "
        + "containers: [{name: c, image: 'i:1', command: [sh]}]}}";

    private const string PodWithoutEnd =
        "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: ns}, spec: {containers: [{name: c, image: 'i:1'}]}}";

    private const string Job = "{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: ns}, spec: {completions: 3, "
        + "parallelism: 1, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: c, image: "
        + "'i:1'}]}}}}";

    private const string LabelValue =
        "must match the regex (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])? (e.g. 'MyValue' or 'my_value' or '12345')";

    private const string OnlyImages =
        "spec: Forbidden: pod updates may not change fields other than `containers[*].image` or `spec.activeDeadlineSeconds`";

    private const string OnlyReplicas = "spec: Forbidden: updates to petset spec for fields other than 'replicas' are forbidden.";

    public static TheoryData<string> Pods { get; } = RuleTable.Rows("""
        => ok
        spec.containers[0].image = "i:2" => ok
        spec.containers[0].image = "" => spec.containers[0].image: Required value | spec.containers[0].image: Required value
        metadata.labels = {a: b} => ok
        metadata.annotations = {a: b} => ok
        metadata.labels = {a: "b c"} => metadata.labels: Invalid value: "b c": %LabelValue% | metadata.labels: Invalid value: "b c": %LabelValue%
        spec.activeDeadlineSeconds = 10 => ok
        spec.activeDeadlineSeconds = 30 => spec.activeDeadlineSeconds: Invalid value: 30: must be less than or equal to previous value
        spec.activeDeadlineSeconds - => spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value
        spec.containers[1] = {name: d, image: i} => spec.containers: Forbidden: pod updates may not add or remove containers
        spec.containers[0].name = d => %OnlyImages%
        spec.containers[0].command = [bash] => %OnlyImages%
        spec.containers[0].resources = {limits: {cpu: 1}} => %OnlyImages%
        spec.containers[0].ports = [{containerPort: 80}] => %OnlyImages%
        spec.nodeName = node-1 => %OnlyImages%
        spec.restartPolicy = Never => %OnlyImages%
        """, (nameof(LabelValue), LabelValue), (nameof(OnlyImages), OnlyImages));

    public static TheoryData<string> PetSets { get; } = RuleTable.Rows("""
        => ok
        spec.replicas = 5 => ok
        spec.replicas = -1 => spec.replicas: Invalid value: -1: must be greater than or equal to 0 | spec.replicas: Invalid value: -1: must be greater than or equal to 0
        spec.template.spec.containers[0].image = "i:2" => %OnlyReplicas%
        spec.template.spec.containers[0].env[0].value = c => %OnlyReplicas%
        spec.serviceName = other => %OnlyReplicas%
        metadata.labels = {a: b} => %OnlyReplicas%
        metadata.annotations = {a: b} => %OnlyReplicas%
        spec.replicas = 5 ; spec.template.spec.containers[0].image = "i:2" => %OnlyReplicas%
        """, (nameof(OnlyReplicas), OnlyReplicas));

    public static TheoryData<string> Jobs { get; } = RuleTable.Rows("""
        => ok
        spec.parallelism = 4 => ok
        spec.activeDeadlineSeconds = 60 => ok
        metadata.labels = {a: b} => ok
        spec.completions = 4 => spec.completions: Invalid value: 4: field is immutable
        spec.template.spec.containers[0].image = "i:2" => spec.template: Invalid value: {"metadata":{"creationTimestamp":null,"labels":{"app":"web","controller-uid":"uid","job-name":"j"}},"spec":{"containers":[{"name":"c","image":"i:2","resources":{}}],"restartPolicy":"Never"}}: field is immutable
        """);

    public static TheoryData<string> Services { get; } = RuleTable.Rows("""
        => ok
        spec.type = NodePort => ok
        spec.selector = {newkey: newvalue} => ok
        spec.clusterIP = 10.0.0.6 => spec.clusterIP: Invalid value: "10.0.0.6": field is immutable
        spec.clusterIP - => spec.clusterIP: Invalid value: "": field is immutable
        spec.ports[0].port = 99999 => spec.ports[0].port: Invalid value: 99999: must be between 1 and 65535, inclusive | spec.ports[0].targetPort: Invalid value: 99999: must be between 1 and 65535, inclusive
        """);

    public static TheoryData<string> Controllers { get; } = RuleTable.Rows("""
        => ok
        spec.replicas = 0 ; spec.template.spec.containers[0].image = "i:2" => ok
        spec.replicas = -1 => spec.replicas: Invalid value: -1: must be greater than or equal to 0 | spec.replicas: Invalid value: -1: must be greater than or equal to 0
        kind = ReplicaSet ; spec.replicas = -1 => spec.replicas: Invalid value: -1: must be greater than or equal to 0 | spec.replicas: Invalid value: -1: must be greater than or equal to 0
        kind = Deployment ; spec.replicas = -1 => spec.replicas: Invalid value: -1: must be greater than or equal to 0
        kind = Deployment ; spec.template.spec.restartPolicy = Never => spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: Always
        kind = DaemonSet ; spec.template.spec.restartPolicy = Never => spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: Always | spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: Always
        """);

    public static TheoryData<string> Others { get; } = RuleTable.Rows("""
        kind = ConfigMap ; data = {a: b} => ok
        kind = Namespace ; metadata.labels = {a: "b c"} => metadata.labels: Invalid value: "b c": %LabelValue% | metadata.labels: Invalid value: "b c": %LabelValue% | metadata.labels: Invalid value: "b c": %LabelValue%
        kind = Node ; spec = {unschedulable: true} => ok
        kind = ServiceAccount ; metadata.labels = {a: b} => ok
        """, (nameof(LabelValue), LabelValue));

    [Theory]
    [MemberData(nameof(Pods))]
    public void Of_pods(string row) => RuleTable.CheckUpdate(Pod, row);

    [Theory]
    [InlineData("spec.activeDeadlineSeconds = 5 => ok")]
    public void Of_pods_without_an_end(string row) => RuleTable.CheckUpdate(PodWithoutEnd, row);

    [Theory]
    [MemberData(nameof(PetSets))]
    public void Of_pet_sets(string row) =>
        RuleTable.CheckUpdate(
            $"{{apiVersion: apps/v1alpha1, kind: PetSet, metadata: {{name: db, namespace: ns}}, spec: {{serviceName: db, replicas: 2, "
                + $"{Template}}}}}",
            row);

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Of_jobs(string row) => RuleTable.CheckUpdate(Job, row);

    [Theory]
    [MemberData(nameof(Services))]
    public void Of_services(string row) =>
        RuleTable.CheckUpdate(
            "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: ns}, spec: {clusterIP: 10.0.0.5, ports: [{port: 80}]}}", row);

    [Theory]
    [MemberData(nameof(Controllers))]
    public void Of_controllers(string row) =>
        RuleTable.CheckUpdate(
            $"{{apiVersion: {(row.Contains("kind", StringComparison.Ordinal) ? "extensions/v1beta1" : "v1")}, kind: "
                + $"ReplicationController, metadata: {{name: web, namespace: ns}}, spec: {{replicas: 2, {Template}}}}}",
            row);

    [Theory]
    [InlineData("spec.resources.requests.storage = 20G => ok", "")]
    [InlineData("metadata.labels = {a: b} => ok", "volumeName: v, ")]
    [InlineData(
        "spec.resources.requests.storage = 20G => spec: Forbidden: spec is immutable once a claim has been bound to a volume",
        "volumeName: v, ")]
    public void Of_claims(string row, string bound) =>
        RuleTable.CheckUpdate(
            $"{{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {{name: a, namespace: ns}}, spec: {{{bound}accessModes: "
                + $"[ReadWriteOnce], resources: {{requests: {{storage: 10G}}}}}}}}",
            row);

    [Theory]
    [InlineData("type = kubernetes.io/ssh-auth ; stringData = {ssh-privatekey: k} => type: Invalid value: \"kubernetes.io/ssh-auth\": "
        + "field is immutable")]
    [InlineData("type = Opaque => ok")]
    public void Of_secrets(string row) => RuleTable.CheckUpdate("{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: ns}}", row);

    [Theory]
    [InlineData("spec.hard.cpu = 2 => ok")]
    [InlineData("spec.scopes = [Terminating] => spec.scopes: Invalid value: [\"Terminating\"]: field is immutable")]
    public void Of_quotas(string row) =>
        RuleTable.CheckUpdate("{apiVersion: v1, kind: ResourceQuota, metadata: {name: a, namespace: ns}, spec: {hard: {cpu: 1}}}", row);

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_others(string row)
    {
        var kind = row.Split(' ')[2];
        RuleTable.CheckUpdate($"{{apiVersion: v1, kind: {kind}, metadata: {{name: a}}}}", row);
    }
}

using Simulator.ControlPlane.Versions;
using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// What the API server of 1.20.2 refuses of what came after 1.3 (validation.go in pkg/apis/core, apps, batch, policy of 1.20), and that
/// 1.3's, which reads none of it, does not.
/// </summary>
public sealed class LaterRuleTests
{
    private const string Spec = "spec: {containers: [{name: c, image: 'i:1'}]}";

    private const string Pod = $"{{apiVersion: v1, kind: Pod, metadata: {{name: p, namespace: ns}}, {Spec}}}";

    private const string Template = $"selector: {{matchLabels: {{app: web}}}}, template: {{metadata: {{labels: {{app: web}}}}, {Spec}}}";

    private const string Deployment =
        $"{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: web, namespace: ns}}, spec: {{{Template}}}}}";

    private const string StatefulSet =
        $"{{apiVersion: apps/v1, kind: StatefulSet, metadata: {{name: web, namespace: ns}}, spec: {{serviceName: web, {Template}}}}}";

    private const string DaemonSet =
        $"{{apiVersion: apps/v1, kind: DaemonSet, metadata: {{name: web, namespace: ns}}, spec: {{{Template}}}}}";

    private const string Budget =
        "{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: b, namespace: ns}, spec: {selector: {matchLabels: "
        + "{app: web}}, minAvailable: 1}}";

    private const string Service = "{apiVersion: v1, kind: Service, metadata: {name: db, namespace: ns}, spec: {ports: [{port: 80}]}}";

    private const string Outside =
        "{apiVersion: v1, kind: Service, metadata: {name: db, namespace: ns}, spec: {type: ExternalName, externalName: db.example.com}}";

    private const string Node = "{apiVersion: v1, kind: Node, metadata: {name: n}}";

    private static readonly KubernetesVersion Later = KubernetesVersions.Find("1.20.2")!;

    public static TheoryData<string> Pods { get; } = RuleTable.Rows("""
        => ok
        spec.tolerations = [{key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 5}] => ok
        spec.tolerations = [{operator: Exists}] => ok
        spec.tolerations = [{value: x}] => spec.tolerations[0].operator: Invalid value: "": operator must be Exists when `key` is empty, which means "match all values and all keys"
        spec.tolerations = [{key: a, tolerationSeconds: 5}] => spec.tolerations[0].effect: Invalid value: "": effect must be 'NoExecute' when `tolerationSeconds` is set
        spec.tolerations = [{key: a, operator: Exists, value: x}] => spec.tolerations[0].operator: Invalid value: "x": value must be empty when `operator` is 'Exists'
        spec.tolerations = [{key: a, operator: In}] => spec.tolerations[0].operator: Unsupported value: "In": supported values: Equal, Exists
        spec.tolerations = [{key: a, effect: Never}] => spec.tolerations[0].effect: Unsupported value: "Never": supported values: NoSchedule, PreferNoSchedule, NoExecute
        spec.topologySpreadConstraints = [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}] => ok
        spec.topologySpreadConstraints = [{maxSkew: 0, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}] => spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero
        spec.topologySpreadConstraints = [{maxSkew: 1, whenUnsatisfiable: DoNotSchedule}] => spec.topologySpreadConstraints[0].topologyKey: Required value: can not be empty
        spec.topologySpreadConstraints = [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: Maybe}] => spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: "Maybe": supported values: DoNotSchedule, ScheduleAnyway
        spec.topologySpreadConstraints = [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}, {maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}] => spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: Duplicate value: "{zone, DoNotSchedule}"
        spec.preemptionPolicy = Always => spec.preemptionPolicy: Unsupported value: "Always": supported values: Never, PreemptLowerPriority
        spec.containers[0].startupProbe = {exec: {command: [a]}, successThreshold: 2} => spec.containers[0].startupProbe.successThreshold: Invalid value: 2: must be 1
        """);

    public static TheoryData<string> Deployments { get; } = RuleTable.Rows("""
        => ok
        spec.progressDeadlineSeconds = 10 ; spec.minReadySeconds = 10 => spec.progressDeadlineSeconds: Invalid value: 10: must be greater than minReadySeconds
        """);

    public static TheoryData<string> StatefulSets { get; } = RuleTable.Rows("""
        => ok
        spec.podManagementPolicy = Random => spec.podManagementPolicy: Invalid value: "Random": must be 'OrderedReady' or 'Parallel'
        spec.updateStrategy = {type: Never} => spec.updateStrategy: Invalid value: "Never": must be 'RollingUpdate' or 'OnDelete'
        spec.updateStrategy = {type: RollingUpdate, rollingUpdate: {partition: -1}} => spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0
        spec.updateStrategy = {type: OnDelete, rollingUpdate: {partition: 1}} => spec.updateStrategy.rollingUpdate: Invalid value: {"partition":1}: only allowed for updateStrategy 'RollingUpdate'
        """);

    public static TheoryData<string> DaemonSets { get; } = RuleTable.Rows("""
        => ok
        spec.updateStrategy = {type: Never} => spec.updateStrategy: Unsupported value: "Never": supported values: RollingUpdate, OnDelete
        spec.updateStrategy = {type: RollingUpdate, rollingUpdate: {maxUnavailable: 0}} => spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: "0": cannot be 0
        spec.updateStrategy = {type: RollingUpdate, rollingUpdate: {maxUnavailable: "150%"}} => spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: "150%": must not be greater than 100%
        """);

    public static TheoryData<string> Budgets { get; } = RuleTable.Rows("""
        => ok
        spec.maxUnavailable = 1 => spec: Invalid value: {"minAvailable":"1","maxUnavailable":"1"}: minAvailable and maxUnavailable cannot be both set
        spec.minAvailable = "150%" => spec.minAvailable: Invalid value: "150%": must not be greater than 100%
        spec.minAvailable = -1 => spec.minAvailable: Invalid value: -1: must be greater than or equal to 0
        metadata.name = B => metadata.name: Invalid value: "B": must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)* (e.g. 'example.com')
        """);

    public static TheoryData<string> Nodes { get; } = RuleTable.Rows("""
        spec.taints = [{key: a, value: b, effect: NoExecute}, {key: a, value: c, effect: NoSchedule}] => ok
        spec.taints = [{key: a, value: b}] => spec.taints[0].effect: Required value
        spec.taints = [{key: a, value: b, effect: NoWay}] => spec.taints[0].effect: Unsupported value: "NoWay": supported values: NoSchedule, PreferNoSchedule, NoExecute
        spec.taints = [{key: a, effect: NoExecute}, {key: a, value: b, effect: NoExecute}] => spec.taints[1]: Duplicate value: {"key":"a","value":"b","effect":"NoExecute"}: taints must be unique by key and effect pair
        """);

    public static TheoryData<string> NamesOfOutside { get; } = RuleTable.Rows("""
        => ok
        spec.externalName = db.example.com. => ok
        spec.selector = {app: web} => ok
        spec.ports = [{port: 80}] => ok
        spec.externalName - => spec.externalName: Required value
        spec.externalName = . => spec.externalName: Required value
        spec.externalName = Db_1 => spec.externalName: Invalid value: "Db_1": must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)* (e.g. 'example.com')
        spec.externalName = "http://x" => spec.externalName: Invalid value: "http://x": must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)* (e.g. 'example.com')
        spec.clusterIP = None => spec.clusterIPs: Forbidden: may not be set for ExternalName services
        spec.clusterIP = 10.0.0.5 => spec.clusterIPs: Forbidden: may not be set for ExternalName services
        spec.type = External => spec.ports: Required value | spec.type: Unsupported value: "External": supported values: ClusterIP, ExternalName, LoadBalancer, NodePort
        """);

    public static TheoryData<string> Updates { get; } = RuleTable.Rows("""
        spec.replicas = 3 => ok
        spec.selector.matchLabels = {app: api} ; spec.template.metadata.labels = {app: api} => spec.selector: Invalid value: {"matchLabels":{"app":"api"}}: field is immutable
        """);

    [Theory]
    [MemberData(nameof(Pods))]
    public void Pods_are_judged(string row) => RuleTable.Check(Pod, row, Later.ActsUpon);

    [Theory]
    [MemberData(nameof(Deployments))]
    public void Deployments_are_judged(string row) => RuleTable.Check(Deployment, row, Later.ActsUpon);

    [Theory]
    [MemberData(nameof(StatefulSets))]
    public void StatefulSets_are_judged(string row) => RuleTable.Check(StatefulSet, row, Later.ActsUpon);

    [Theory]
    [MemberData(nameof(DaemonSets))]
    public void DaemonSets_are_judged(string row) => RuleTable.Check(DaemonSet, row, Later.ActsUpon);

    [Theory]
    [MemberData(nameof(Budgets))]
    public void Budgets_are_judged(string row) => RuleTable.Check(Budget, row, Later.ActsUpon);

    [Theory]
    [MemberData(nameof(NamesOfOutside))]
    public void Names_of_what_is_outside_are_judged(string row) => RuleTable.Check(Outside, row, Later.ActsUpon);

    [Fact]
    public void A_service_may_become_a_name_of_what_is_outside_and_be_one_no_more()
    {
        var addressed = Service.Replace("spec: {", "spec: {clusterIP: 10.0.0.5, ", StringComparison.Ordinal);
        RuleTable.CheckUpdate(
            addressed, "spec.clusterIP - ; spec.type = ExternalName ; spec.externalName = db.example.com => ok", Later.ActsUpon);
        RuleTable.CheckUpdate(
            Outside, "spec.type = ClusterIP ; spec.clusterIP = 10.0.0.5 ; spec.ports = [{port: 80}] => ok", Later.ActsUpon);
        RuleTable.CheckUpdate(
            addressed, "spec.clusterIP - => spec.clusterIP: Invalid value: \"\": field is immutable", Later.ActsUpon);
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Nodes_are_judged(string row) => RuleTable.Check(Node, row, Later.ActsUpon);

    [Theory]
    [InlineData(Deployment)]
    [InlineData(DaemonSet)]
    public void The_selectors_of_apps_stay_what_they_were(string manifest)
    {
        foreach (var row in Updates.Select(row => row.Data))
        {
            if (manifest == Deployment || !row.StartsWith("spec.replicas", StringComparison.Ordinal))
                RuleTable.CheckUpdate(manifest, row, Later.ActsUpon);
        }
    }

    [Theory]
    [InlineData("spec.tolerations = [{value: x}] => ok")]
    [InlineData("spec.topologySpreadConstraints = [{maxSkew: 0}] => ok")]
    [InlineData("spec.containers[0].startupProbe = {exec: {command: [a]}, successThreshold: 2} => ok")]
    public void The_first_version_judges_none_of_it(string row) => RuleTable.Check(Pod, row, KubernetesVersions.Default.ActsUpon);

    [Fact]
    public void The_first_version_lets_selectors_be_changed() => RuleTable.CheckUpdate(
        Deployment, "spec.selector.matchLabels = {app: api} ; spec.template.metadata.labels = {app: api} => ok",
        KubernetesVersions.Default.ActsUpon);
}

using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// Controllers (the tests of pkg/api/validation and of pkg/apis/{extensions,batch,apps,autoscaling}/validation of 1.3.10).
/// </summary>
public sealed class ControllerRuleTests
{
    private const string Template = """
        template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: c, image: "i:1" }] }
        """;

    private const string Names =
        "must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)* (e.g. 'example.com')";

    private const string LabelValue =
        "must match the regex (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])? (e.g. 'MyValue' or 'my_value' or '12345')";

    private const string Negative = "must be greater than or equal to 0";

    private const string Disk = "must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only";

    private const string NoMatch = "`selector` does not match template `labels`";

    private static string Base(string kind, string version, string more = "") =>
        $"apiVersion: {version}\nkind: {kind}\nmetadata: {{ name: web, namespace: ns }}\nspec:\n  {more}\n  {Template}";

    public static TheoryData<string> ReplicationControllers { get; } = RuleTable.Rows("""
        => ok
        metadata.name = Web => metadata.name: Invalid value: "Web": %Names%
        spec.replicas = 0 => ok
        spec.replicas = -1 => spec.replicas: Invalid value: -1: %Negative%
        spec.replicas = many => decoder: found 'many'; allowed is a whole number
        spec.selector = {app: db} => spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        spec.selector = {} => ok
        spec.template - => spec.selector: Required value | spec.template: Required value
        spec - => spec.selector: Required value | spec.template: Required value
        spec.template.metadata - => spec.selector: Required value
        spec.selector = {app: web} ; spec.template.metadata - => spec.template.metadata.labels: Invalid value: null: %NoMatch%
        spec.template.metadata.labels.x = "a b" ; spec.selector = {app: web} ; metadata.labels = {a: b} => spec.template.labels: Invalid value: "a b": %LabelValue%
        spec.template.metadata.labels.x = "a b" ; spec.selector = {app: web} => metadata.labels: Invalid value: "a b": %LabelValue% | spec.template.labels: Invalid value: "a b": %LabelValue%
        spec.template.metadata.annotations = {"a b": c} => spec.template.annotations: Invalid value: "a b": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        spec.template.spec - => spec.template.spec.containers: Required value
        spec.template.spec.containers[0].image - => spec.template.spec.containers[0].image: Required value
        spec.template.spec.restartPolicy = Always => ok
        spec.template.spec.restartPolicy = Never => spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: Always
        spec.template.spec.restartPolicy = OnFailure => spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: Always
        spec.template.spec.volumes = [{name: d, gcePersistentDisk: {pdName: x}}] => ok
        spec.replicas = 2 ; spec.template.spec.volumes = [{name: d, gcePersistentDisk: {pdName: x, readOnly: true}}] => ok
        spec.replicas = 2 ; spec.template.spec.volumes = [{name: d, gcePersistentDisk: {pdName: x}}] => spec.template.spec.volumes[0].gcePersistentDisk.readOnly: Invalid value: false: %Disk%
        """, (nameof(Names), Names), (nameof(Negative), Negative), (nameof(NoMatch), NoMatch), (nameof(LabelValue), LabelValue), (nameof(Disk), Disk));

    public static TheoryData<string> ReplicaSets { get; } = RuleTable.Rows("""
        => ok
        spec.replicas = -1 => spec.replicas: Invalid value: -1: %Negative%
        spec.selector = {} => spec.selector: Invalid value: {}: empty selector is not valid for deployment.
        spec.selector = {matchLabels: {app: db}} => spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        spec.selector = {matchExpressions: [{key: app, operator: In, values: [web, db]}]} => ok
        spec.selector = {matchExpressions: [{key: app, operator: in, values: [web]}]} => spec.selector.matchExpressions[0].operator: Invalid value: "in": not a valid selector operator | spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"in","values":["web"]}]}: invalid label selector.
        spec.selector = {matchExpressions: [{key: app, operator: NotIn}]} => spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn' | spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"NotIn"}]}: invalid label selector.
        spec.selector = {matchExpressions: [{key: app, operator: Exists, values: [a]}]} => spec.selector.matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist' | spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"Exists","values":["a"]}]}: invalid label selector.
        spec.selector = {matchLabels: {app: "w b"}} => spec.selector.matchLabels: Invalid value: "w b": %LabelValue% | spec.selector: Invalid value: {"matchLabels":{"app":"w b"}}: invalid label selector.
        spec.template.metadata - => spec.selector: Required value | spec.template.metadata.labels: Invalid value: null: %NoMatch%
        spec.template.spec.restartPolicy = Never => spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: Always
        spec.replicas = 3 ; spec.template.spec.volumes = [{name: d, gcePersistentDisk: {pdName: x}}] => spec.template.spec.volumes[0].gcePersistentDisk.readOnly: Invalid value: false: %Disk%
        """, (nameof(Negative), Negative), (nameof(NoMatch), NoMatch), (nameof(LabelValue), LabelValue), (nameof(Disk), Disk));

    public static TheoryData<string> Deployments { get; } = RuleTable.Rows("""
        => ok
        spec.strategy = {type: Recreate} => ok
        spec.strategy = {type: Recreate, rollingUpdate: null} => ok
        spec.strategy = {type: Recreate, rollingUpdate: {maxSurge: 1}} => spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'
        spec.strategy = {type: Foo} => spec.strategy: Unsupported value: {"type":"Foo"}: supported values: Recreate, RollingUpdate
        spec.strategy = {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}} => ok
        spec.strategy = {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}} => spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0
        spec.strategy = {rollingUpdate: {maxSurge: 0%, maxUnavailable: 0%}} => spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0
        spec.strategy = {rollingUpdate: {maxSurge: 20Percent}} => spec.strategy.rollingUpdate.maxSurge: Invalid value: "20Percent": must be an integer or percentage (e.g '5%')
        spec.strategy = {rollingUpdate: {maxSurge: "1"}} => spec.strategy.rollingUpdate.maxSurge: Invalid value: "1": must be an integer or percentage (e.g '5%')
        spec.strategy = {rollingUpdate: {maxSurge: 150%}} => ok
        spec.strategy = {rollingUpdate: {maxUnavailable: 100%}} => ok
        spec.strategy = {rollingUpdate: {maxUnavailable: 110%}} => spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "110%": must not be greater than 100%
        spec.strategy = {rollingUpdate: {maxUnavailable: -1}} => spec.strategy.rollingUpdate.maxUnavailable: Invalid value: -1: must be greater than or equal to 0
        spec.strategy = {rollingUpdate: {maxUnavailable: [1]}} => decoder: found a list; allowed is a whole number or text
        spec.minReadySeconds = -1 => spec.minReadySeconds: Invalid value: -1: %Negative%
        spec.revisionHistoryLimit = 0 => ok
        spec.revisionHistoryLimit = -10 => spec.revisionHistoryLimit: Invalid value: -10: %Negative%
        spec.rollbackTo = {revision: 1} => ok
        spec.rollbackTo = {revision: -1} => spec.rollback.version: Invalid value: -1: %Negative%
        spec.selector = {matchLabels: {a: b}} => spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        spec.selector = {} => spec.selector: Invalid value: {}: empty selector is not valid for deployment.
        spec.template.spec.restartPolicy = OnFailure => spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: Always
        spec.template.spec.containers[0].image - => spec.template.spec.containers[0].image: Required value
        spec.template - => spec.selector: Required value | spec.template.metadata.labels: Invalid value: null: %NoMatch% | spec.template.spec.containers: Required value
        """, (nameof(Negative), Negative), (nameof(NoMatch), NoMatch));

    public static TheoryData<string> DaemonSets { get; } = RuleTable.Rows("""
        => ok
        spec.selector = {} => spec.selector: Invalid value: {}: empty selector is not valid for daemonset.
        spec.selector = {matchLabels: {a: b}} => spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        spec.selector = {matchExpressions: [{key: a, operator: Is}]} => spec.selector.matchExpressions[0].operator: Invalid value: "Is": not a valid selector operator
        spec.template.metadata - => spec.template.metadata.labels: Invalid value: null: %NoMatch%
        spec.template.spec.restartPolicy = Never => spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: Always
        spec.template.spec.volumes = [{name: d, gcePersistentDisk: {pdName: x}}] => spec.template.spec.volumes[0].gcePersistentDisk.readOnly: Invalid value: false: %Disk%
        spec.template.spec.containers[0].name = a.b => spec.template.spec.containers[0].name: Invalid value: "a.b": must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or '123-abc')
        """, (nameof(NoMatch), NoMatch), (nameof(Disk), Disk));

    public static TheoryData<string> Jobs { get; } = RuleTable.Rows("""
        => ok
        spec.template.spec.restartPolicy = OnFailure => ok
        spec.template.spec.restartPolicy - => spec.template.spec.restartPolicy: Unsupported value: "Always": supported values: OnFailure, Never
        spec.parallelism = -1 => spec.parallelism: Invalid value: -1: %Negative%
        spec.completions = -1 => spec.completions: Invalid value: -1: %Negative%
        spec.activeDeadlineSeconds = 0 => ok
        spec.activeDeadlineSeconds = -1 => spec.activeDeadlineSeconds: Invalid value: -1: %Negative%
        spec.selector = {matchLabels: {app: web}} => spec.selector: Invalid value: {"matchLabels":{"app":"web","controller-uid":"uid"}}: `selector` not auto-generated
        spec.manualSelector = true ; spec.selector = {matchLabels: {app: web}} => ok
        spec.manualSelector = true => spec.selector: Required value | spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        spec.manualSelector = true ; spec.selector = {matchLabels: {y: z}} => spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        spec.template.metadata.labels.controller-uid = other => spec.template.metadata.labels: Invalid value: {"app":"web","controller-uid":"other","job-name":"web"}: expected controller-uid=uid | spec.template.metadata.labels: Invalid value: {"app":"web","controller-uid":"other","job-name":"web"}: %NoMatch%
        spec.template.metadata.labels.job-name = other => spec.template.metadata.labels: Invalid value: {"app":"web","controller-uid":"uid","job-name":"other"}: expected job-name=web
        metadata.name = %j*64% => spec.template.labels: Invalid value: "%j*64%": must be no more than 63 characters
        """, (nameof(Negative), Negative), (nameof(NoMatch), NoMatch));

    public static TheoryData<string> BetaJobs { get; } = RuleTable.Rows("""
        => ok
        spec.autoSelector = true => ok
        spec.template.metadata.labels - => spec.selector: Required value | spec.template.metadata.labels: Invalid value: null: %NoMatch%
        spec.selector = {matchLabels: {a: b}} => spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        """, (nameof(NoMatch), NoMatch));

    public static TheoryData<string> PetSets { get; } = RuleTable.Rows("""
        => ok
        spec.serviceName - => ok
        spec.replicas = -1 => spec.replicas: Invalid value: -1: %Negative%
        spec.selector = {} => spec.selector: Invalid value: {}: empty selector is not valid for petset.
        spec.selector = {matchLabels: {a: b}} => spec.template.metadata.labels: Invalid value: {"app":"web"}: %NoMatch%
        spec.template.metadata.labels - => spec.selector: Required value | spec.template.metadata.labels: Invalid value: null: %NoMatch%
        spec.template.spec.restartPolicy = Never => spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: Always
        # what its pods would be refused for is nothing that 1.3.10 looks at here
        spec.template.spec.containers[0].image - => ok
        spec.template.spec.containers = [] => ok
        metadata.name = a.b => ok
        metadata.name = A => metadata.name: Invalid value: "A": %Names%
        """, (nameof(Negative), Negative), (nameof(NoMatch), NoMatch), (nameof(Names), Names));

    public static TheoryData<string> Autoscalers { get; } = RuleTable.Rows("""
        => ok
        spec.minReplicas = 0 => spec.minReplicas: Invalid value: 0: must be greater than 0
        spec.maxReplicas - => spec.maxReplicas: Invalid value: 0: must be greater than 0 | spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`
        spec.minReplicas = 7 => spec.maxReplicas: Invalid value: 5: must be greater than or equal to `minReplicas`
        spec.targetCPUUtilizationPercentage = -70 => spec.targetCPUUtilizationPercentage: Invalid value: -70: must be greater than 0
        spec.scaleTargetRef.kind - => spec.scaleTargetRef.kind: Required value
        spec.scaleTargetRef.name = "" => spec.scaleTargetRef.name: Required value
        spec.scaleTargetRef - => spec.scaleTargetRef.kind: Required value | spec.scaleTargetRef.name: Required value
        spec.scaleTargetRef.kind = .. => spec.scaleTargetRef.kind: Invalid value: "..": may not be '..'
        spec.scaleTargetRef.name = a/b => spec.scaleTargetRef.name: Invalid value: "a/b": may not contain '/'
        spec.scaleTargetRef.name = a%b => spec.scaleTargetRef.name: Invalid value: "a%b": may not contain '%'
        metadata.annotations = {alpha/target.custom-metrics.podautoscaler.kubernetes.io: '{"items":[{"name":"qps","value":"20"}]}'} => ok
        metadata.annotations = {alpha/target.custom-metrics.podautoscaler.kubernetes.io: 'broken'} => metadata.annotations: Invalid value: {"alpha/target.custom-metrics.podautoscaler.kubernetes.io":"broken"}: failed to parse custom metrics target annotation
        metadata.annotations = {alpha/target.custom-metrics.podautoscaler.kubernetes.io: '{"items":[]}'} => metadata.annotations.items: Required value: custom metrics target must not be empty
        metadata.annotations = {alpha/target.custom-metrics.podautoscaler.kubernetes.io: '{"items":[{"value":"0"}]}'} => metadata.annotations.items.name: Required value: missing custom metric target name | metadata.annotations.items.value: Invalid value: "0": custom metric target value must be greater than 0
        """);

    [Theory]
    [MemberData(nameof(ReplicationControllers))]
    public void Of_replication_controllers(string row) => RuleTable.Check(Base("ReplicationController", "v1"), row);

    [Theory]
    [MemberData(nameof(ReplicaSets))]
    public void Of_replica_sets(string row) => RuleTable.Check(Base("ReplicaSet", "extensions/v1beta1"), row);

    [Theory]
    [MemberData(nameof(Deployments))]
    public void Of_deployments(string row) => RuleTable.Check(Base("Deployment", "extensions/v1beta1"), row);

    [Theory]
    [InlineData("=> ok")]
    [InlineData("spec.selector - => spec.selector: Required value | spec.template.metadata.labels: Invalid value: {\"app\":\"web\"}: "
        + NoMatch)]
    public void Of_todays_deployments(string row) =>
        RuleTable.Check(Base("Deployment", "apps/v1", "selector: { matchLabels: { app: web } }"), row);

    [Theory]
    [MemberData(nameof(DaemonSets))]
    public void Of_daemon_sets(string row) => RuleTable.Check(Base("DaemonSet", "extensions/v1beta1"), row);

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Of_jobs(string row) =>
        RuleTable.Check(
            Base("Job", "batch/v1").Replace("spec: { cont", "spec: { restartPolicy: Never, cont", StringComparison.Ordinal), row);

    [Theory]
    [MemberData(nameof(BetaJobs))]
    public void Of_jobs_of_extensions(string row) =>
        RuleTable.Check(
            Base("Job", "extensions/v1beta1").Replace("spec: { cont", "spec: { restartPolicy: Never, cont", StringComparison.Ordinal), row);

    [Theory]
    [MemberData(nameof(PetSets))]
    public void Of_pet_sets(string row) => RuleTable.Check(Base("PetSet", "apps/v1alpha1", "serviceName: db"), row);

    [Theory]
    [MemberData(nameof(Autoscalers))]
    public void Of_autoscalers(string row) =>
        RuleTable.Check(
            "{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: a, namespace: ns}, spec: {scaleTargetRef: "
                + "{kind: ReplicaSet, name: web}, maxReplicas: 5}}",
            row);
}

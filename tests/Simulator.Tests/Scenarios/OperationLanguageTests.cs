using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>kubectl's verbs as a scenario writes them.</summary>
public sealed class OperationLanguageTests
{
    private const string Text = """
        +> operations:
        ;;+>   - { at: 1m, label: no/p-0001, labels: { disk: ssd, old-: }, overwrite: true }
        ;;+>   - { at: 2m, annotate: rc/web-001, annotations: { note: "some text" } }
        ;;+>   - { at: 3m, taint: [p-0001, p-0002], taints: ["a=b:NoSchedule", c-] }
        ;;+>   - { at: 4m, rollingUpdate: rc/web-001, image: "web:2", updatePeriod: 5s, name: web-new }
        ;;+>   - { at: 4m, scale: rc/web-new, replicas: 2, currentReplicas: 3 }
        ;;+>   - { at: 5m, expose: rc/web-002, name: front, port: 8080, targetPort: 80, type: NodePort }
        ;;+>   - { at: 5m, delete: svc/front, cascade: false }
        ;;+>   - { at: 6m, autoscale: rc/web-002, max: 5, cpuPercent: 80 }
        ;;+>   - { at: 6m, delete: hpa/web-002 }
        ;;+>   - { at: 7m, drain: p-0003, force: false, deleteLocalData: false, gracePeriod: 5s }
        ;;+>   - { at: 8m, delete: rc/web-002 }
        ;;+>   - { at: 9m, scale: rc/web-002, replicas: 2 }
        ;;+>   - { at: 9m30s, drain: [p-0002, p-0001], inTurn: true }
        """;

    private static readonly string[] Titles =
    [
        "label Node p-0001 disk=ssd,old-",
        "annotate ReplicationController default/web-001 note=some text",
        "taint p-0001 a=b:NoSchedule c-",
        "taint p-0002 a=b:NoSchedule c-",
        "rolling update of ReplicationController default/web-001 to web:2",
        "scale ReplicationController default/web-new to 2",
        "expose ReplicationController default/web-002 as front",
        "delete Service default/front without its pods",
        "autoscale ReplicationController default/web-002 from 1 to 5",
        "delete HorizontalPodAutoscaler default/web-002",
        "drain p-0003",
        "delete ReplicationController default/web-002",
        "scale ReplicationController default/web-002 to 2",
        "drain p-0002 p-0001",
    ];

    [Fact]
    public void Every_verb_is_read_and_what_was_deleted_is_remarked()
    {
        var file = ScenarioText.Read(ScenarioText.With(Text.ReplaceLineEndings("")));
        Assert.Empty(file.Diagnostics.Errors);
        Assert.Equal(Titles, file.Scenario!.Operations.Select(operation => operation.Title));
        Assert.Contains(
            file.Diagnostics.All,
            remark => remark.Message.Contains(
                "an operation before deletes ReplicationController default/web-002", StringComparison.Ordinal));
        Assert.Empty(file.Diagnostics.Omissions);
        var operations = file.Scenario.Operations;
        Assert.All(operations, operation => Assert.Equal("c", operation.Cluster));
        Assert.True(operations.OfType<LabelOperation>().Single().Overwrite);
        Assert.Equal(
            (false, true, false, TimeSpan.FromSeconds(5)),
            operations.OfType<DrainOperation>().Select(drain => (
                drain.Force, drain.IgnoreDaemonSets, drain.DeleteLocalData, drain.GracePeriod ?? TimeSpan.Zero)).First());
        Assert.Equal(
            (TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), "web-new"),
            operations.OfType<RollingUpdateOperation>().Select(rolling => (
                rolling.UpdatePeriod, rolling.Timeout, rolling.NewName!)).Single());
        Assert.Equal(
            (8080, "80", "NodePort"),
            operations.OfType<ExposeOperation>().Select(expose => (expose.Port!.Value, expose.TargetPort!, expose.Type)).Single());
        Assert.Equal(3, operations.OfType<ScaleOperation>().First().CurrentReplicas);
    }

    [Fact]
    public void Manifests_are_applied_with_their_text_and_what_has_no_name_is_only_created()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "j.yaml",
            "{ apiVersion: batch/v1, kind: Job, metadata: { generateName: j- }, spec: { template: { metadata: { labels: { j: j } }, "
                + "spec: { restartPolicy: Never, containers: [{ name: c, image: \"i:1\" }] } } } }");
        folder.Write("c.yaml", "{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, data: { a: \"1\" } }");
        var path = folder.Write(
            "s.yaml",
            ScenarioText.With("+> operations: [{ at: 1m, apply: [c.yaml] }, { at: 2m, create: [j.yaml] }, { at: 3m, apply: [j.yaml] }]"));
        var file = Simulator.Scenarios.Files.ScenarioReader.Read(path);
        Assert.Contains(
            "a Job has no name of its own but generateName 'j-'; allowed is that with create only",
            Assert.Single(file.Diagnostics.Errors).Message);
        folder.Write("s.yaml", ScenarioText.With("+> operations: [{ at: 1m, apply: [c.yaml] }]"));
        var applied = Assert.Single(
            Assert.IsType<ApplyOperation>(Assert.Single(Simulator.Scenarios.Files.ScenarioReader.Read(path).Scenario!.Operations)).Objects);
        Assert.Equal("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"a":"1"}}""", applied.Metadata.Annotations["kubectl.kubernetes.io/last-applied-configuration"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(";;+> operations: [{ at: 1m, label: no/p-0003, labels: { disk: ssd } }]", false)]
    [InlineData(";;+> operations: [{ at: 1m, label: no/p-0003, labels: { disk: hdd } }]", true)]
    public void A_node_that_a_user_labels_can_match(string operation, bool isTold)
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "w.yaml",
            "{ apiVersion: v1, kind: Pod, metadata: { name: w }, spec: { nodeSelector: { disk: ssd }, containers: [{ name: c, image: "
                + "\"i:1\" }] } }");
        var file = Simulator.Scenarios.Files.ScenarioReader.Read(folder.Write(
            "s.yaml", ScenarioText.With("10>       - { manifests: [w.yaml] }" + operation)));
        Assert.Empty(file.Diagnostics.Errors);
        Assert.Equal(
            isTold,
            file.Diagnostics.Omissions.Any(omission => omission.Sentence.StartsWith(
                "no node of the scenario can ever match", StringComparison.Ordinal)));
    }
}

using System.Text;
using Simulator.Cli.Output;
using Simulator.Tests.Cases.Importing;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Dumps of clusters of today: what only later versions allow, and shapes in which such dumps come.</summary>
public sealed class LaterDumpCases
{
    private const string Nodes = """
        {"apiVersion": "v1", "kind": "NodeList", "items": [
          {"metadata": {"name": "n1", "labels": {"kubernetes.io/hostname": "n1"}}, "status": STATUS},
          {"metadata": {"name": "n2", "labels": {"kubernetes.io/hostname": "n2"}}, "status": STATUS}]}
        """;

    private const string Status =
        """{"capacity": {"cpu": "4", "memory": "8Gi", "pods": "110"}, "conditions": [{"type": "Ready", "status": "True"}]}""";

    /// <summary>Variables, downward fields and keys that 1.3 refuses; a class of priority whose object nobody dumped.</summary>
    private const string Spec = """
        {"priorityClassName": "mine", "containers": [{"name": "c", "image": "i", "resources": {"requests": {"cpu": "100m"}}, "env": [
          {"name": "NODE", "valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "spec.nodeName"}}},
          {"name": "my.name", "value": "x"},
          {"name": "KEY", "valueFrom": {"secretKeyRef": {"name": "s", "key": "AWS_KEY"}}},
          {"name": "DISK", "valueFrom": {"resourceFieldRef": {"resource": "limits.ephemeral-storage"}}},
          {"name": "IP", "valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "status.podIP"}}}]}],
         "volumes": [{"name": "v", "downwardAPI": {"items": [
           {"path": "a", "fieldRef": {"fieldPath": "metadata.labels['app']"}},
           {"path": "b", "fieldRef": {"fieldPath": "metadata.labels"}}]}}]}
        """;

    [Theory]
    [InlineData("1.3.10")]
    [InlineData("1.20.2")]
    public void Pods_that_only_later_versions_allow_are_replaced_when_they_are_lost(string version)
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Under(
            version, Path.Combine(folder.Path, "mine"),
            folder.Write("nodes.json", Nodes.Replace("STATUS", Status, StringComparison.Ordinal)),
            folder.Write("pods.json", Deployment()));
        Assert.True(imported.Answer.ExitCode == ExitCode.Done, imported.Answer.Error);
        Assert.Empty(Imported.Moves(imported.Hour()));
        var facts = imported.Hour("outages[+]={ at: 5m, kind: power-loss, node: n1 }");
        Assert.DoesNotContain(facts, fact => fact.Kind == ObservationKind.CreationForbidden);
        Assert.Contains(imported.Pods, pod => pod is { NodeName: "n2", IsReady: true });
        Assert.Contains("name: IP", File.ReadAllText(Path.Combine(imported.Folder, "found", "x.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_are_kept_or_made_of_their_pods_where_a_version_has_them()
    {
        using var folder = new ScratchFolder();
        var classes = folder.Write("classes.yaml", """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: { name: fast }
            provisioner: kubernetes.io/gce-pd
            ---
            apiVersion: scheduling.k8s.io/v1
            kind: PriorityClass
            metadata: { name: other }
            value: 7
            """);
        string[] files =
        [
            folder.Write("nodes.json", Nodes.Replace("STATUS", Status, StringComparison.Ordinal)), folder.Write("pods.json", Deployment()),
            classes,
        ];
        var later = Imported.Under("1.20.2", Path.Combine(folder.Path, "later"), files);
        Assert.Contains("PriorityClass 2,", later.Answer.Out, StringComparison.Ordinal);
        Assert.Contains("StorageClass 1", later.Answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("no priorities", later.Answer.Out, StringComparison.Ordinal);
        later.Hour();
        Assert.Equal(5000, Assert.Single(later.Pods).Spec.Placement?.Priority);
        var then = Imported.Under("1.3.10", Path.Combine(folder.Path, "then"), files);
        Assert.Contains("left out: PriorityClass 1, StorageClass 1", then.Answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine", 5000)]
    [InlineData("system-node-critical", 2_000_001_000)]
    public void Ranks_stay_under_other_names(string name, int rank)
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Under(
            "1.20.2", Path.Combine(folder.Path, "other"), "--anonymise",
            folder.Write("nodes.json", Nodes.Replace("STATUS", Status, StringComparison.Ordinal)),
            folder.Write("pods.json", Deployment().Replace("\"mine\"", $"\"{name}\"", StringComparison.Ordinal)));
        Assert.True(imported.Answer.ExitCode == ExitCode.Done, imported.Answer.Error);
        imported.Hour();
        Assert.Equal(rank, Assert.Single(imported.Pods).Spec.Placement?.Priority);
    }

    /// <summary>Both streams of kubectl in one file, lists under names of somebody's own, files as sos reports call them.</summary>
    [Theory]
    [InlineData("dump.json", "W0101 12:00:00.000000 1 warnings.go:70] v1 ComponentStatus is deprecated\nWarning: too old\n", "", "")]
    [InlineData("dump.json", "", "{\"nodes\": ", ", \"note\": 1}")]
    [InlineData("sos/kubectl_get_-o_json_nodes", "", "", "")]
    [InlineData("all.ndjson", "", "", "")]
    public void Shapes_of_today_are_read(string name, string before, string open, string close)
    {
        using var folder = new ScratchFolder();
        var text = before + open + Nodes.Replace("STATUS", Status, StringComparison.Ordinal) + close;
        var file = folder.Write(name, text);
        var given = name.Contains('/', StringComparison.Ordinal) || name.EndsWith("ndjson", StringComparison.Ordinal)
            ? Path.GetDirectoryName(file)!
            : file;
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), given);
        Assert.True(imported.Answer.ExitCode == ExitCode.Done, imported.Answer.Error);
        Assert.Contains("2 nodes in", imported.Answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_file_without_json_is_told()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run(
            "import", "cluster", folder.Write("dump.json", "Warning: nothing\nWarning: to see\n"), "-o", Path.Combine(folder.Path, "mine"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("dump.json:1:1  not JSON: neither an object nor a list begins in it", answer.Error, StringComparison.Ordinal);
    }

    /// <summary>1.31 notes success before completion; nobody else need say when.</summary>
    [Fact]
    public void A_job_of_today_is_finished()
    {
        using var folder = new ScratchFolder();
        var job = folder.Write("job.json", """
            {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "done", "namespace": "x", "uid": "j"},
             "spec": {"completions": 1, "selector": {"matchLabels": {"a": "b"}}, "template": {"metadata": {"labels": {"a": "b"}},
               "spec": {"restartPolicy": "Never", "containers": [{"name": "c", "image": "i"}]}}},
             "status": {"succeeded": 1, "conditions": [
               {"type": "SuccessCriteriaMet", "status": "True"}, {"type": "Complete", "status": "True"}]}}
            """);
        var imported = Imported.Of(
            Path.Combine(folder.Path, "mine"), job, folder.Write("nodes.json", Nodes.Replace("STATUS", Status, StringComparison.Ordinal)));
        Assert.Equal((ExitCode.Done, ""), (imported.Answer.ExitCode, imported.Answer.Error));
        Assert.Contains("Job 1", imported.Answer.Out, StringComparison.Ordinal);
        Assert.Empty(Imported.Moves(imported.Hour()));
    }

    /// <summary>The set and its pod, whose spec is the template's.</summary>
    private static string Deployment()
    {
        var text = new StringBuilder("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [");
        text.Append("{\"apiVersion\": \"apps/v1\", \"kind\": \"ReplicaSet\", \"metadata\": {\"name\": \"web\", \"namespace\": \"x\", ")
            .Append("\"uid\": \"r\"}, \"spec\": {\"replicas\": 1, \"selector\": {\"matchLabels\": {\"app\": \"web\"}}, \"template\": ")
            .Append("{\"metadata\": {\"labels\": {\"app\": \"web\"}}, \"spec\": ").Append(Spec).Append("}}},");
        text.Append("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"web-1\", \"namespace\": \"x\", ")
            .Append("\"labels\": {\"app\": \"web\"}, \"ownerReferences\": [{\"apiVersion\": \"apps/v1\", \"kind\": \"ReplicaSet\", ")
            .Append("\"name\": \"web\", \"uid\": \"r\", \"controller\": true}]}, \"spec\": ")
            .Append(Spec.Replace(
                "{\"priorityClassName\"", "{\"nodeName\": \"n1\", \"priority\": 5000, \"priorityClassName\"", StringComparison.Ordinal))
            .Append(", \"status\": {\"phase\": \"Running\", \"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]}}]}");
        return text.ToString();
    }
}

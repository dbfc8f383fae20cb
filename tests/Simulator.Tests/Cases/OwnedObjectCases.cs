using System.Text.Json;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Tests.Api;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Dumps: what another object of the input makes again is left out.</summary>
public sealed class OwnedObjectCases
{
    private const string Template = "template: {metadata: {labels: {app: w}}, spec: {containers: [{name: c, image: i}]}}";

    private const string Deployment = $"{{kind: Deployment, apiVersion: apps/v1, metadata: {{name: w, uid: d}}, spec: {{selector: "
        + $"{{matchLabels: {{app: w}}}}, {Template}}}}}";

    [Fact]
    public void A_dump_of_a_deployment_is_its_two_pods()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run(
            "run", Path.Combine(Repository.Folder("tests/Simulator.Tests/Cases"), "owned-objects/scenario.yaml"), "--json", "--out",
            Path.Combine(folder.Path, "out"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        using var summary = JsonDocument.Parse(answer.Out);
        Assert.Equal(2, summary.RootElement.GetProperty("clusters")[0].GetProperty("podsAtEnd").GetInt32());
        Assert.Equal(
            "ReplicaSet 1 left out: its Deployment is in the input and makes its own|Pod 2 left out: its ReplicaSet is in the input and "
                + "makes its own",
            string.Join(
                '|',
                summary.RootElement.GetProperty("notActedUpon").EnumerateArray().Select(
                    row => $"{row.GetProperty("kind")} {row.GetProperty("count")} {row.GetProperty("sentence")}")));
    }

    [Theory]
    [InlineData("Pod", "ownerReferences: [{kind: Deployment, name: w, uid: d}]", "left out: its Deployment")]
    [InlineData("Pod", "ownerReferences: [{kind: Deployment, name: w}]", "left out: its Deployment")]
    [InlineData(
        "Pod", "ownerReferences: [{kind: Deployment, name: other, uid: e}]",
        "its Deployment is not in the input: it lives as a pod of its own")]
    [InlineData(
        "Pod", "labels: {app: w, pod-template-hash: '5'}, ownerReferences: [{kind: ReplicaSet, name: w-5}]", "left out: its Deployment")]
    [InlineData(
        "Pod", "labels: {app: x, pod-template-hash: '5'}, ownerReferences: [{kind: ReplicaSet, name: x-5}]",
        "its ReplicaSet is not in the input")]
    [InlineData(
        "Pod",
        "annotations: {kubernetes.io/created-by: "
            + "'{\"kind\":\"SerializedReference\",\"reference\":{\"kind\":\"Deployment\",\"name\":\"w\",\"uid\":\"d\"}}'}",
        "left out: its Deployment")]
    [InlineData("Pod", "annotations: {kubernetes.io/config.mirror: x}", "left out: kubelets make static pods")]
    [InlineData("Pod", "labels: {app: w}", "")]
    [InlineData("ReplicaSet", "labels: {app: w, pod-template-hash: '5'}", "left out: its Deployment")]
    [InlineData("ReplicaSet", "labels: {app: w}", "")]
    [InlineData(
        "ReplicaSet", "ownerReferences: [{kind: Deployment, name: gone, controller: true}]",
        "its Deployment is not in the input: it lives on its own")]
    public void Owners_are_known_by_uid_name_note_or_selector(string kind, string metadata, string expected)
    {
        var spec = kind == "Pod" ? "containers: [{name: c, image: i}]" : $"selector: {{matchLabels: {{app: w}}}}, {Template}";
        var version = kind == "Pod" ? "v1" : "apps/v1";
        var (objects, diagnostics) = Documents.Manifest(
            $"{{kind: {kind}, apiVersion: {version}, metadata: {{name: x, {metadata}}}, spec: {{{spec}}}}}\n---\n{Deployment}");
        Assert.Empty(diagnostics.Errors);
        var told = diagnostics.Omissions.Select(omission => omission.Sentence).SingleOrDefault() ?? "";
        Assert.StartsWith(expected, told, StringComparison.Ordinal);
        Assert.Equal(told.StartsWith("left out", StringComparison.Ordinal) ? 1 : 2, objects.Count);
    }

    /// <summary>No operator runs here: what one made would never come again.</summary>
    [Fact]
    public void What_an_operator_owns_stays()
    {
        const string Shop = "{kind: Shop, apiVersion: example.com/v1, metadata: {name: s, uid: s}, spec: {}}";
        const string Owner = "ownerReferences: [{kind: Shop, name: s, uid: s, controller: true}]";
        var (objects, diagnostics) = Documents.Manifest(
            $"{Shop}\n---\n{Deployment.Replace("uid: d", Owner, StringComparison.Ordinal)}");
        Assert.Equal("w", Assert.Single(objects).Name);
        Assert.Equal("Shop", Assert.Single(diagnostics.Omissions).Kind);
    }

    [Fact]
    public void Endpoints_follow_from_their_service_and_leaders_note_themselves_anew()
    {
        var (objects, diagnostics) = Documents.Manifest("""
            {kind: Endpoints, apiVersion: v1, metadata: {name: s}}
            ---
            {kind: Endpoints, apiVersion: v1, metadata: {name: own}}
            ---
            {kind: Endpoints, apiVersion: v1, metadata: {name: kube-scheduler, annotations: {control-plane.alpha.kubernetes.io/leader: '{}'}}}
            ---
            {kind: Service, apiVersion: v1, metadata: {name: s}, spec: {selector: {a: b}, ports: [{port: 1}]}}
            ---
            {kind: Service, apiVersion: v1, metadata: {name: own}, spec: {ports: [{port: 1}]}}
            """);
        Assert.Equal(["own", "s", "own"], objects.Select(value => value.Name));
        Assert.All(diagnostics.Omissions, omission => Assert.Equal(Effect.ChangesNothing, omission.Effect));
    }

    /// <summary>The owner may stand in another file of the input, and behind what it owns.</summary>
    [Fact]
    public void Owners_in_other_files_count()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "a.yaml",
            "{kind: PodList, apiVersion: v1, items: [{metadata: {name: p, ownerReferences: [{kind: Deployment, name: w}]}, spec: "
                + "{containers: [{name: c, image: i}]}}]}");
        folder.Write("z.yaml", Deployment);
        foreach (var paths in new[] { $"[{folder.Path}]", $"[{folder.Path}/a.yaml, {folder.Path}/z.yaml]" })
        {
            var file = ScenarioText.Read(ScenarioText.With($"10>       - {{ manifests: {paths} }}"));
            Assert.Equal("w", Assert.Single(file.Scenario!.Clusters[0].Workloads[0].Objects).Name);
            Assert.Equal("Pod", Assert.Single(file.Diagnostics.Omissions).Kind);
        }

        Assert.Contains("Pod (1 Pod): left out", CommandLine.Run("validate", folder.Path).Error, StringComparison.Ordinal);
    }

    /// <summary>The API server takes over nothing that servers had written.</summary>
    [Fact]
    public void A_dump_is_created_anew()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("a.yaml", """
            {kind: Pod, apiVersion: v1, metadata: {name: p, resourceVersion: '77', deletionTimestamp: '2020-01-01T00:00:00Z', deletionGracePeriodSeconds: 30}, spec: {containers: [{name: c, image: i}]}, status: {phase: Succeeded}}
            ---
            {kind: Namespace, apiVersion: v1, metadata: {name: n}, status: {phase: Terminating}}
            """);
        var objects =
            ScenarioText.Read(ScenarioText.With($"10>       - {{ manifests: [{path}] }}")).Scenario!.Clusters[0].Workloads[0].Objects;
        var pod = Assert.Single(objects.OfType<Pod>());
        Assert.Equal((PodPhase.Pending, 0, null), (pod.Status.Phase, pod.Metadata.ResourceVersion, pod.Metadata.DeletionTimestamp));
        Assert.Equal(NamespacePhase.Active, Assert.Single(objects.OfType<Namespace>()).Phase);
    }
}

using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Corpus;

/// <summary>Real manifests of the time, unmodified: each is accepted, what is not acted upon is said once, and its workloads run.</summary>
public sealed class CorpusTests
{
    private static readonly string Copied = Repository.Folder("tests/Simulator.Tests/Corpus/manifests");

    private static readonly string Shared = Path.GetFullPath(Repository.Folder("../shared/data/manifests-1.3"));

    [Fact]
    public void Copied_files_are_accepted() => CheckReading(Copied, 21);

    [Fact]
    public void Every_file_beside_the_repository_is_accepted()
    {
        Assert.SkipUnless(Directory.Exists(Shared), $"no {Shared} here");
        CheckReading(Shared, 79);
    }

    [Theory]
    [InlineData(ClusterStart.Empty)]
    [InlineData(ClusterStart.Settled)]
    public void Workloads_of_the_copied_files_run(ClusterStart start) =>
        Assert.Empty(Files(Copied).SelectMany(file => Problems(Copied, file, start)));

    [Theory]
    [InlineData(ClusterStart.Empty)]
    [InlineData(ClusterStart.Settled)]
    public void Workloads_of_every_file_beside_the_repository_run(ClusterStart start)
    {
        Assert.SkipUnless(Directory.Exists(Shared), $"no {Shared} here");
        Assert.Empty(Files(Shared).SelectMany(file => Problems(Shared, file, start)));
    }

    /// <summary>The walk-through of docs/admin/limitrange: the valid pod gets in, the invalid one is refused.</summary>
    [Fact]
    public void Limits_of_the_documentation_refuse_the_invalid_pod_of_the_documentation()
    {
        var folder = Path.Combine(Copied, "docs/admin/limitrange");
        var run = new ManifestRun([
            .. Read(Path.Combine(folder, "limits.yaml")), .. Read(Path.Combine(folder, "valid-pod.yaml")),
            .. Read(Path.Combine(folder, "invalid-pod.yaml"))]);
        var refusal = Assert.Single(run.Refusals);
        Assert.StartsWith("Pod default/invalid-pod: pods \"invalid-pod\" is forbidden: ", refusal, StringComparison.Ordinal);
        Assert.True(run.Store.Find<Pod>("Pod", new ObjectKey("default", "valid-pod"))!.IsReady);
    }

    /// <summary>Memory is limited, so pods that do not say how much they want are refused; with the limits' defaults they get in.</summary>
    [Fact]
    public void Quota_of_the_documentation_wants_requests_and_limits_give_them()
    {
        var quota = Read(Path.Combine(Copied, "docs/admin/resourcequota/quota.yaml"));
        var limits = Read(Path.Combine(Copied, "docs/admin/limitrange/limits.yaml"));
        var controller = Stories.Workloads.Controller("web", 3, 0);
        controller = controller with
        {
            Template = controller.Template with { Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "i" }] } },
        };
        var without = new ManifestRun([.. quota, controller], ClusterStart.Settled);
        Assert.Equal(
            "Pod default/web-: pods \"web-\" is forbidden: failed quota: quota: must specify cpu,memory",
            Assert.Single(without.Refusals.Distinct()));
        Assert.Equal(3, new ManifestRun([.. quota, .. limits, controller], ClusterStart.Settled).Store.List("Pod").Count);
    }

    private static void CheckReading(string folder, int files)
    {
        var (diagnostics, count) = InputFiles.Validate([folder]);
        Assert.Empty(diagnostics.Errors);
        Assert.Equal(files, count);
        Assert.Equal(diagnostics.Remarks.Count, diagnostics.Remarks.Distinct().Count());
    }

    private static IEnumerable<string> Files(string folder) =>
        ManifestFiles.Find(folder, new Diagnostics())
            .Where(file => !Path.GetFileName(file).StartsWith("scheduler-policy", StringComparison.Ordinal));

    private static IEnumerable<string> Problems(string folder, string file, ClusterStart start) =>
        new ManifestRun(Read(file), start).Problems().Select(problem => $"{Path.GetRelativePath(folder, file)}: {problem}");

    private static IReadOnlyList<ApiObject> Read(string file)
    {
        var diagnostics = new Diagnostics();
        var objects = ManifestReader.ReadPaths([file], diagnostics);
        Assert.Empty(diagnostics.Errors);
        return objects;
    }
}

using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Stories;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>What a kubelet of 1.3.10 does and ours did not, in whole scenarios.</summary>
public sealed class NodeCases : IObserver
{
    private readonly List<Observation> _facts = [];

    void IObserver.Observe(in Observation observation) => _facts.Add(observation);

    private Summary Run(string path) =>
        ShippedScenario.Run(Path.Combine(Repository.Folder("tests/Simulator.Tests/Cases"), path), this).Summary;

    private Observation Fact(ObservationKind kind) => Assert.Single(_facts, fact => fact.Kind == kind && fact.At > TimeSpan.Zero);

    /// <summary>
    /// A pet that is deleted by force, or whose grace is 0, runs on for its own grace (at least 2 s) beside its successor, which needs some
    /// 0.65 s.
    /// </summary>
    [Theory]
    [InlineData("scenario", 1.35)]
    [InlineData("scenario30", 7.35)]
    [InlineData("ignores", 29.35)]
    public void Grace_zero_pet(string name, double overlap)
    {
        var summary = Run($"grace-zero-pet/{name}.yaml");
        Assert.InRange(Fact(ObservationKind.IdentityOverlapEnded).Value / 1e6, overlap - 0.1, overlap + 0.1);
        Assert.Contains("ci-0 ran twice at once", StateText.Of(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void Graceful_pet_runs_once()
    {
        Run("grace-zero-pet/graceful.yaml");
        Assert.DoesNotContain(_facts, fact => fact.Kind == ObservationKind.IdentityOverlapBegan);
    }

    [Fact]
    public void Cut_heals_slow_stop()
    {
        Run("cut-heals-slow-stop/scenario.yaml");
        Assert.InRange(
            Fact(ObservationKind.IdentityOverlapEnded).At.TotalSeconds, 10.Minutes().TotalSeconds + 20, 10.Minutes().TotalSeconds + 21);
    }

    [Fact]
    public void Pod_image()
    {
        Run("forbidden-updates/pod-image.yaml");
        var restarted = Fact(ObservationKind.ContainerRestarted);
        Assert.Equal(("default/bare", "Changed", 1L), (restarted.Subject, restarted.Other, restarted.Value));
        Assert.InRange(restarted.At.TotalSeconds, 60, 64);
    }

    /// <summary>Labels that every kubelet writes, and the machine's type, which it learns from the cloud.</summary>
    [Fact]
    public void Node_labels()
    {
        Run("node-labels/scenario.yaml");
        Assert.Equal(
            3,
            _facts.Count(fact => fact.Kind == ObservationKind.PodServing
                && fact.Subject.StartsWith("kube-system/overlay", StringComparison.Ordinal)));
        Assert.Contains(_facts, fact => fact.Kind == ObservationKind.PodServing && fact.Subject == "default/os");
        Assert.Contains(_facts, fact => fact.Kind == ObservationKind.PodServing && fact.Subject == "default/type");
    }

    /// <summary>
    /// Three pods of 500 MiB on each node of 7.5 GiB, each growing by a gibibyte an hour: full after two hours and a bit, then one kill
    /// after the other.
    /// </summary>
    [Fact]
    public void Node_out_of_memory()
    {
        var summary = Run("node-out-of-memory/scenario.yaml");
        var killed = _facts.Where(fact => fact.Kind == ObservationKind.ContainerOutOfMemory).ToList();
        Assert.InRange(killed[0].At.TotalHours, 2, 2.02);
        Assert.All(killed, fact => Assert.Equal(1, fact.Extra));
        Assert.Equal(3, summary.Measure("nodes.outOfMemory"));
        Assert.Equal(killed.Count, summary.Measure("containers.oomKilled"));
        Assert.Equal(killed.Count, _facts.Count(fact => fact.Kind == ObservationKind.ContainerRestarted && fact.Other == "OOMKilled"));
        Assert.DoesNotContain(_facts, fact => fact.Kind == ObservationKind.PodFinished);
        Assert.Contains(
            summary.Findings,
            finding => finding.Sentence.Contains("The memory of 3 nodes was full", StringComparison.Ordinal)
                && finding.Sentence.Contains("of alert", StringComparison.Ordinal));
    }

    /// <summary>
    /// One eviction makes room; the node says so at its next beat, until then best-effort pods that are bound to it are refused, one a
    /// second or two.
    /// </summary>
    [Fact]
    public void Node_out_of_memory_with_eviction()
    {
        var summary = Run("node-out-of-memory/evict.yaml");
        Assert.Equal(0, summary.Measure("containers.oomKilled"));
        Assert.Equal(3, summary.Measure("nodes.memoryPressure"));
        Assert.Contains(
            summary.Findings,
            finding => finding.Sentence.Contains("3 nodes ran short of memory: kubelets evicted", StringComparison.Ordinal));
        Assert.All(_facts.Where(fact => fact.Kind == ObservationKind.PodFinished), fact => Assert.Equal("Failed Evicted", fact.Other));
    }
}

using Simulator.Reports;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Stories;
using Simulator.World;
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

    /// <summary>A pet that is deleted by force, or whose grace is 0, runs on for its own grace (at least 2 s) beside its successor, which needs about 0.64 s.</summary>
    [Theory]
    [InlineData("scenario", 1.36)]
    [InlineData("scenario30", 7.36)]
    [InlineData("ignores", 29.36)]
    public void Grace_zero_pet(string name, double overlap)
    {
        var summary = Run($"grace-zero-pet/{name}.yaml");
        Assert.Equal(overlap, Fact(ObservationKind.IdentityOverlapEnded).Value / 1e6, 2);
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
        Assert.InRange(Fact(ObservationKind.IdentityOverlapEnded).At.TotalSeconds, 10.Minutes().TotalSeconds + 20, 10.Minutes().TotalSeconds + 21);
    }

    [Fact]
    public void Pod_image()
    {
        Run("forbidden-updates/pod-image.yaml");
        var restarted = Fact(ObservationKind.ContainerRestarted);
        Assert.Equal(("default/bare", "Changed", 1L), (restarted.Subject, restarted.Other, restarted.Value));
        Assert.InRange(restarted.At.TotalSeconds, 60, 64);
    }
}

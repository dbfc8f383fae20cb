using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>
/// The demo of the announcement of autoscaling in 1.3 (kubernetes.io/blog, July 2016) as the shipped scenario has it: the same counts, and
/// the times that it tells.
/// </summary>
public sealed class PhpApacheStories : IObserver
{
    private readonly List<Observation> _facts = [];

    public PhpApacheStories() =>
        ShippedScenario.Run(Path.Combine(Repository.Root, "scenarios", "elastic", "php-apache.yaml"), this);

    [Fact]
    public void One_pod_at_310_percent_becomes_seven_and_one_again()
    {
        Assert.Equal(310, Of(ObservationKind.AutoscalerMeasured).First(fact => fact.Value > 0).Value);
        Assert.Equal([(1L, 7L), (7L, 1L)], Of(ObservationKind.AutoscalerScaled).Select(fact => (fact.Extra, fact.Value)));
        Assert.InRange(Of(ObservationKind.AutoscalerScaled)[1].At.TotalMinutes, 14, 16);
    }

    [Fact]
    public void Four_run_and_three_wait_for_the_third_node()
    {
        var joined = Assert.Single(Of(ObservationKind.NodeAdded), fact => fact.At > TimeSpan.Zero);
        var bound = Of(ObservationKind.PodBound)
            .Where(fact => fact.Subject.StartsWith("default/php-apache-", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(4, bound.Count(fact => fact.At < joined.At));
        Assert.Equal(3, bound.Count(fact => fact.At > joined.At && fact.Other == joined.Subject));
    }

    [Fact]
    public void All_run_after_three_minutes_and_the_node_goes_when_it_was_not_needed_for_ten()
    {
        var scaled = Of(ObservationKind.AutoscalerScaled);
        var ready = Of(ObservationKind.PodReady).Last(fact => fact.Subject.StartsWith("default/php-apache-", StringComparison.Ordinal));
        Assert.InRange((ready.At - scaled[0].At).TotalMinutes, 2.5, 3.5);
        var deleted = Assert.Single(Of(ObservationKind.MachineDeleted));
        Assert.InRange((deleted.At - scaled[1].At).TotalMinutes, 10, 12);
    }

    void IObserver.Observe(in Observation observation) => _facts.Add(observation);

    private List<Observation> Of(ObservationKind kind) => _facts.FindAll(fact => fact.Kind == kind);
}

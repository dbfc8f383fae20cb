using Simulator.Api;
using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Generators;
using Simulator.World.ApiServer;
using Simulator.World.Explanation.Endings;
using Simulator.World.Observations;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>"Nothing failed" is a claim: random worlds are held to it, by what their stores and facts say in the end.</summary>
public sealed class NothingFailedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    [InlineData(41)]
    [InlineData(61)]
    public void It_is_said_of_no_world_in_which_something_is_wrong(ulong first)
    {
        for (var seed = first; seed < first + 20; seed++)
        {
            var (summary, wrong) = Run(seed);
            if (summary.Answer.StartsWith("Nothing failed", StringComparison.Ordinal))
            {
                Assert.True(wrong.Count == 0, $"world {seed}: {string.Join("; ", wrong.Take(5))}");
            }
        }
    }

    private static (Summary Summary, List<string> Wrong) Run(ulong seed)
    {
        var scenario = SwarmWorld.Draw(seed);
        var (recorder, wrong) = (new RunRecorder(scenario), new Wrongs());
        var run = new ScenarioRun(scenario, recorder, wrong);
        run.Start();
        while (run.Advance(scenario.Duration))
        {
        }

        var summary = Summary.From(recorder, new RunFacts { Digest = run.Digest, Version = "", Ending = RunEnding.Of(run) });
        if (summary.Measure("requests.failed") > 0) wrong.All.Add("requests failed");
        return (summary, [.. wrong.All, .. run.Clusters.SelectMany(cluster => Short(cluster.Store))]);
    }

    /// <summary>Controllers that have fewer ready pods than they ask for, counted by their owners' names.</summary>
    private static IEnumerable<string> Short(ObjectStore store)
    {
        var ready = store.List("Pod")
            .Cast<Pod>()
            .Where(pod => pod is { IsReady: true, IsActive: true })
            .CountBy(WorkloadFacts.OwnerOf)
            .ToDictionary();
        return store.List("ReplicationController")
            .Concat(store.List("Deployment"))
            .Concat(store.List("PetSet"))
            .Concat(store.List("ReplicaSet"))
            .Where(value => WorkloadFacts.WantedBy(value) is { } wanted && ready.GetValueOrDefault(value.Key.ToString()) < wanted)
            .Select(value => $"{value.Kind} {value.Key} has {ready.GetValueOrDefault(value.Key.ToString())} of "
                + $"{WorkloadFacts.WantedBy(value)}");
    }

    private sealed class Wrongs : IObserver
    {
        public List<string> All { get; } = [];

        public void Observe(in Observation observation)
        {
            var isWrong = observation.Kind switch
            {
                ObservationKind.CreationRefused or ObservationKind.CreationForbidden or ObservationKind.PodEvictedByKubelet
                    or ObservationKind.PodRejectedByKubelet or ObservationKind.OutageStarted =>
                    true,
                ObservationKind.OperationDone => observation.Other != "Ok",
                ObservationKind.PodFinished => observation.Other.StartsWith("Failed", StringComparison.Ordinal),
                ObservationKind.ContainerRestarted => observation.Other is not ("Completed" or "Reboot"),
                _ => false,
            };
            if (isWrong) All.Add($"{observation.Kind} {observation.Subject} {observation.Other} at {observation.At}");
        }
    }
}

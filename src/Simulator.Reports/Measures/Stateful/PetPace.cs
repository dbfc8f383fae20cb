using System.Globalization;
using Simulator.Reports.Statistics;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Pets that come more slowly than each gets ready: before each one its controller reads all of them.</summary>
internal sealed class PetPace(RunRecorder run)
{
    /// <summary>Fewer say nothing about a pace.</summary>
    private const int PetsMin = 10;

    /// <summary>A pace within this share of what the calls would take is explained by them.</summary>
    private const double Tolerance = 0.05;

    /// <summary>Null if nothing of the kind happened.</summary>
    public string? Sentence => run.PetSets.Select(Of).OfType<string>().FirstOrDefault();

    private string? Of(PetSetLife set)
    {
        var lives = set.Pets.Select(pet => pet.Lives[0])
            .Where(life => life.CreatedAt > TimeSpan.Zero && life.ReadyAt is not null)
            .OrderBy(life => life.CreatedAt)
            .ToList();
        if (lives.Count < PetsMin || run.Scenario.Clusters.FirstOrDefault(cluster => cluster.Name == set.Cluster) is not { } cluster)
        {
            return null;
        }
        var interval = (lives[^1].CreatedAt - lives[0].CreatedAt).TotalSeconds / (lives.Count - 1);
        var start = lives.Select(life => (life.ReadyAt!.Value - life.CreatedAt).TotalSeconds).Order().ElementAt(lives.Count / 2);
        var (calls, qps) = (CallsOfAll(cluster), cluster.ControllerManager.KubeApiQps);
        if (interval < 1.5 * start || Math.Abs((calls / qps) - interval) > Tolerance * interval) return null;
        var rate = qps.ToString("0.###", CultureInfo.InvariantCulture);
        return $"{Names.Short(set.Name)} got a pet every {HumanTime.Long(interval)}, although a pet is ready after "
            + $"{HumanTime.Long(start)}: before each, the one worker of the PetSet controller reads every pet and every claim of all "
            + $"PetSets, {HumanNumber.Count(calls, "call", "calls")}, and its client may make {rate} a second (kube-api-qps).";
    }

    private int CallsOfAll(ClusterSpec cluster) => run.PetSets.Where(set => set.Cluster == cluster.Name)
        .Sum(set => set.Desired * (1 + (ScenarioSets.Of(run.Scenario, set)?.VolumeClaimTemplates.Count ?? 0)));
}

using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Losses;

/// <summary>When a trouble begins: at any moment, and any moment is like any other unless the scenario itself changes over time.</summary>
public static class TroubleMoment
{
    /// <summary>What a settled cluster needs until all its programs have found nothing to do.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(2);

    /// <summary>The periods of Kubernetes (heartbeats, passes of controllers) are shorter.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);

    /// <param name="scenario">With the seed of the run.</param>
    public static TimeSpan Of(Scenario scenario)
    {
        var longest = ChangesOverTime(scenario) && scenario.Duration > Calm + Spread ? scenario.Duration - Calm : Spread;
        return Calm + new Uniform(TimeSpan.Zero, longest).Sample(new RandomStreams(scenario.Seed)["risk/moment"]);
    }

    /// <summary>Its load has hours, or what it runs comes and goes: then its duration stands for all times.</summary>
    public static bool ChangesOverTime(Scenario scenario) =>
        scenario.Clusters.Any(cluster => cluster.Autoscaler is not null
            || cluster.Traffic.Any(Changes)
            || cluster.Workloads.Any(workload => workload.At > TimeSpan.Zero || workload.Objects.Any(IsAutoscaler)))
        || scenario.Users.Any(users => Changes(users.Requests));

    private static bool Changes(TrafficSpec traffic) => traffic.Rate.Count > 1 || traffic.Daily is not null || traffic.Crowds.Count > 0;

    private static bool IsAutoscaler(ApiObject value) => value is HorizontalPodAutoscaler;
}

using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// A controller that looks at an old copy goes by old bounds (its watch is late, or the copy is frozen): any bounds that the object ever
/// had will do.
/// </summary>
internal sealed class AutoscalerKeepsItsBounds(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(AutoscalerKeepsItsBounds);

    private readonly Dictionary<string, HashSet<(int Min, int Max)>> _bounds = new(StringComparer.Ordinal);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is not HorizontalPodAutoscaler scaler || commit.Type == WatchEventType.Deleted) return;
        var name = scaler.Key.ToString();
        if (!_bounds.TryGetValue(name, out var bounds)) _bounds.Add(name, bounds = []);
        bounds.Add((scaler.MinReplicas ?? 1, scaler.MaxReplicas));
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind != ObservationKind.AutoscalerScaled) return;
        var replicas = observation.Value;
        if (!_bounds.TryGetValue(observation.Subject, out var bounds))
        {
            cluster.Break(Name, $"{observation.Subject} scales to {replicas} and never was an object");
        }
        else if (!bounds.Any(bound => replicas >= bound.Min && replicas <= bound.Max))
        {
            cluster.Break(Name, $"{observation.Subject} scales to {replicas}, never allowed by its bounds");
        }
    }
}

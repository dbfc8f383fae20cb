using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Samples are never stamped after the present, so that the windows hold by the clock as well. Not claimed after what makes the controller
/// forget its last scaling: a new process, a refused status write, a new object; nor where two processes scale.
/// </summary>
internal sealed class AutoscalerWaits(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(AutoscalerWaits);

    /// <summary>The stored time of the last scaling is cut to whole seconds, and a fact is told when the status is written.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, TimeSpan> _last = new(StringComparer.Ordinal);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is { Object: HorizontalPodAutoscaler scaler, Type: not WatchEventType.Modified }) _last.Remove(scaler.Key.ToString());
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind is ObservationKind.ComponentStopped or ObservationKind.LeaderChanged) _last.Clear();
        else if (observation.Kind == ObservationKind.AutoscalerFailing) _last.Remove(observation.Subject);
        else if (observation.Kind == ObservationKind.AutoscalerScaled) OnScaled(observation);
    }

    private void OnScaled(in Observation scaled)
    {
        var options = cluster.Spec.ControllerManager.Autoscaling;
        var window = scaled.Value < scaled.Extra ? options.DownscaleWindow : options.UpscaleWindow;
        if (_last.TryGetValue(scaled.Subject, out var last) && scaled.At - last < window - Slack)
        {
            cluster.Break(Name, $"{scaled.Subject} scales from {scaled.Extra} to {scaled.Value} {scaled.At - last} after its last scaling");
        }
        // Another process may scale as well, and knows nothing of it.
        if (cluster.Troubles.HasTwoLeaders("controller-manager")) _last.Remove(scaled.Subject);
        else _last[scaled.Subject] = scaled.At;
    }
}

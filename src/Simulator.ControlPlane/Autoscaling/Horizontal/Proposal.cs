using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>How many replicas there should be.</summary>
/// <param name="Timestamp">The moment that the windows are compared with: of a sample, or now.</param>
/// <param name="Reason">In the words of the event; "" if nothing is to change.</param>
internal sealed record Proposal(int Replicas, Instant Timestamp, string Reason)
{
    /// <summary>True if it is a change, and the last one is long enough ago (shouldScale).</summary>
    public bool IsAllowed(int current, Instant? lastScale, HorizontalOptions options)
    {
        if (Replicas == current) return false;
        var window = Replicas < current ? options.DownscaleWindow : options.UpscaleWindow;
        return lastScale is null || lastScale.Value + window < Timestamp;
    }
}

using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>
/// An object in the controller's memory. The real one writes its new status into the object that its cache holds, whether or not the API
/// server takes the write.
/// </summary>
internal sealed class CachedAutoscaler(HorizontalPodAutoscaler value)
{
    public HorizontalPodAutoscaler Value { get; set; } = value;

    /// <summary>The last pass over it, if it left everything as it was.</summary>
    public QuietPass? Quiet { get; set; }
}

using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>
/// POST of pods/eviction: a deletion that asks the pod's disruption budget first. Refused with TooManyRequests where the budget has nothing
/// left; whoever asks tries again.
/// </summary>
/// <param name="GracePeriod">Null = the pod's own.</param>
public sealed record EvictRequest(ObjectKey Pod, TimeSpan? GracePeriod = null) : ApiRequest;

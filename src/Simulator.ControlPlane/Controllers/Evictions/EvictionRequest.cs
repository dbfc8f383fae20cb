using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Evictions;

/// <param name="HasResourceVersion">The caller wants just this version of the pod gone: nothing is tried twice.</param>
public sealed record EvictionRequest(ObjectKey Pod, bool HasResourceVersion = false, bool IsDryRun = false);

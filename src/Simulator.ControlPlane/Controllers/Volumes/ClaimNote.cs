using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>A claim goes without a volume, for a reason that no request shows.</summary>
public readonly record struct ClaimNote(ObjectKey Claim, string Why);

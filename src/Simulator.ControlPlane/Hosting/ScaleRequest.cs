using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>GET of the scale subresource of an object; the answer carries a <see cref="Scale"/>.</summary>
public sealed record GetScaleRequest(string Kind, ObjectKey Key) : ApiRequest
{
    /// <summary>
    /// So many calls follow as a rule, each once the one before is answered. A host may have all of them take their tokens and times in a
    /// row and take effect together at the end: one event instead of one a call.
    /// </summary>
    public int CallsAfter { get; init; }
}

/// <summary>PUT of the scale subresource; refused as a conflict if the object has changed since the scale was read.</summary>
public sealed record UpdateScaleRequest(Scale Scale) : ApiRequest;

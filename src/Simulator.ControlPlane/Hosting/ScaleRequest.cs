using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>GET of the scale subresource of an object; the answer carries a <see cref="Scale"/>.</summary>
public sealed record GetScaleRequest(string Kind, ObjectKey Key) : ApiRequest;

/// <summary>PUT of the scale subresource; refused as a conflict if the object has changed since the scale was read.</summary>
public sealed record UpdateScaleRequest(Scale Scale) : ApiRequest;

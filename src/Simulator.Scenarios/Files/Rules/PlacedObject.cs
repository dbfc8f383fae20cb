using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>An object that a scenario brings into a cluster, at any time, and where it stands.</summary>
internal readonly record struct PlacedObject(ApiObject Value, SourceNode Place);

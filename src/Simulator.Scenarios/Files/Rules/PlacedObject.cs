using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>An object that a scenario brings into a cluster, at any time, and where it stands.</summary>
internal readonly record struct PlacedObject(ApiObject Value, SourceNode Place);

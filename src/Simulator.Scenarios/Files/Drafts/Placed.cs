using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>A value and the mapping it was read from, so that later checks can point at the place.</summary>
internal sealed record Placed<T>(T Value, FieldReader Fields);

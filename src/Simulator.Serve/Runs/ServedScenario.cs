using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Serve.Runs;

/// <summary>What is served, and the file it came from.</summary>
/// <param name="Settings">What was changed in the file before it was read.</param>
public sealed record ServedScenario(Scenario Scenario, SourceNode Document, IReadOnlyList<Setting> Settings)
{
    /// <summary>Null: it goes on as long as it is served.</summary>
    public TimeSpan? End { get; init; }
}

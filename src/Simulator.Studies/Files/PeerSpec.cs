using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>Another scenario that sets the standard: what a study searches has to be as good as it.</summary>
/// <param name="Name">As the study file has it.</param>
/// <param name="Measures">In which; the catalogue says which way is better.</param>
public sealed record PeerSpec(string Name, Scenario Scenario, IReadOnlyList<string> Measures)
{
    /// <summary>Null: no way is better.</summary>
    public static Better? BetterOf(string measure) =>
        MeasureCatalog.Find(measure)?.Stake.Better is { } better and not Better.Neither ? better : null;
}

using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk;

/// <summary>A scenario, and what may go wrong in it.</summary>
/// <param name="Settings">What differs from the scenario file; empty: nothing.</param>
/// <param name="Scenario">Without troubles of its own (<see cref="QuietScenario"/>).</param>
/// <param name="Classes">In order of their keys.</param>
public sealed record RiskVariant(IReadOnlyList<Setting> Settings, Scenario Scenario, IReadOnlyList<TroubleClass> Classes)
{
    public string Title => string.Join(", ", Settings);

    /// <summary>Null: this variant has no such places.</summary>
    public TroubleClass? Find(string key) => Classes.FirstOrDefault(all => all.Key == key);
}

/// <summary>What a study of the risk of troubles is to do.</summary>
public sealed record RiskPlan
{
    /// <summary>The first is the scenario itself; the others are compared with it.</summary>
    public required IReadOnlyList<RiskVariant> Variants { get; init; }

    /// <summary>Short runs of each variant, without those that find out what happens if nothing does.</summary>
    public int Runs { get; init; } = 1000;

    /// <summary>Years that are composed of their outcomes.</summary>
    public int Years { get; init; } = 1000;

    /// <summary>So long after its trouble is over a run is given up at the latest.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Of the troubles and of the first run; those that follow take the seeds that follow.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Of the draw of a number, whatever its class.</summary>
    public ulong SeedOf(int number) => unchecked(Seed + (ulong)number);

    /// <summary>What counts as lost; null: requests where there are any, else replicas.</summary>
    public LossKind? By { get; init; }
}

using Simulator.Api.Documents;
using Simulator.Reports.Measures.Steady;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Studies.Axes;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>A study as its file has it: each value is of the right form, nothing is held against the scenario yet.</summary>
internal sealed record StudyDraft
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>As seen from the working folder; "" after an error.</summary>
    public string Scenario { get; init; } = "";

    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>0 = not said.</summary>
    public int Seeds { get; init; }

    /// <summary>0 = not said.</summary>
    public double Precision { get; init; }

    /// <summary>Null = not said.</summary>
    public WarmUpChoice? WarmUp { get; init; }

    public IReadOnlyList<SourceCursor> Measures { get; init; } = [];

    public IReadOnlyList<Placed<Axis>> Axes { get; init; } = [];

    public IReadOnlyList<Placed<ExpectationDraft>> Expectations { get; init; } = [];

    public Placed<PlanDraft>? Plan { get; init; }
}

using Simulator.Api.Documents;
using Simulator.Reports.Measures.Steady;
using Simulator.Scenarios.Files;
using Simulator.Studies.Axes;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>A question that takes many runs of one scenario: validated and immutable.</summary>
public sealed record Study
{
    public required string Name { get; init; }

    /// <summary>What it asks; "" if it does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>What its runs are variants of.</summary>
    public required ScenarioSource Source { get; init; }

    /// <summary>The scenario with <see cref="Settings"/>, before any axis.</summary>
    public required ScenarioFile Scenario { get; init; }

    /// <summary>Changed in every run.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Runs of each variant; null: it does not say.</summary>
    public int? Seeds { get; init; }

    /// <summary>Half width of the intervals that is enough, as a share of the value; null: it does not say.</summary>
    public double? Precision { get; init; }

    /// <summary>Left out of the steady state of each run; null: it does not say.</summary>
    public WarmUpChoice? WarmUp { get; init; }

    /// <summary>The measures that are asked for; empty: it does not say.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    public IReadOnlyList<Axis> Axes { get; init; } = [];

    /// <summary>Its own; those of the scenario are <see cref="Scenario"/>'s.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>What it searches; null: nothing.</summary>
    public PlanSpec? Plan { get; init; }
}

/// <summary>What came of reading a study file.</summary>
/// <param name="Study">Null if there were errors.</param>
public sealed record StudyFile(Study? Study, Diagnostics Diagnostics);

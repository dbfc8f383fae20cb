using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>What those who make measures tell those who read expectations.</summary>
public interface IMeasureBook
{
    /// <summary>What is wrong with the name of a measure, or why no run of the scenario can have it; null if nothing.</summary>
    string? Problem(string measure, Scenario scenario);

    /// <summary>The same for runs whose warm-up is left out: they have a steady state, too.</summary>
    IMeasureBook AfterWarmUp { get; }

    /// <summary>All there are; a part in angle brackets stands for any name of such a thing: <c>recovery.zone.&lt;zone&gt;</c>.</summary>
    IReadOnlyList<string> Patterns { get; }

    /// <summary><c>s</c>, <c>share</c>, <c>replica-seconds</c>, or what is counted; "" if there is no such measure.</summary>
    string UnitOf(string measure);
}

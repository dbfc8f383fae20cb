using Simulator.World.Explanation.Endings;
using Simulator.World.Specification;

namespace Simulator.Reports.Summaries;

/// <summary>
/// What a summary says of a run beside what happened in it. No times, no places: the same run gives the same summary on any machine.
/// </summary>
public sealed record RunFacts
{
    /// <summary>Of the stream of observations (ScenarioRun.Digest).</summary>
    public required string Digest { get; init; }

    /// <summary>Of this program.</summary>
    public required string Version { get; init; }

    /// <summary>Flags that differ from their defaults, as <c>controller-manager: pod-eviction-timeout 1m0s</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Values of the scenario file that were changed from outside.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>How its clusters stood at the end (RunEnding.Of); without it nothing is said of what pods wait for.</summary>
    public RunEnding Ending { get; init; } = RunEnding.None;

    /// <summary>What the input asks for and nothing acts upon, the worst first.</summary>
    public IReadOnlyList<OmissionRow> NotActedUpon { get; init; } = [];

    /// <summary>Where its results go, as <c>simulator explain</c> takes it; "" = results/NAME.</summary>
    public string Folder { get; init; } = "";

    /// <summary>What repeats the run; "" = <c>simulator run NAME.yaml --seed SEED</c>.</summary>
    public string Command { get; init; } = "";
}

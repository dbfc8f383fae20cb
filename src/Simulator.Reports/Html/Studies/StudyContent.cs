using Simulator.ControlPlane.Versions;
using Simulator.Reports.Plots;

namespace Simulator.Reports.Html.Studies;

/// <summary>
/// What a study comes to (a replication, a sweep, a plan, a risk, a comparison): the source of its page and of its Markdown. The answer
/// first, then pictures, then tables, then how it was obtained.
/// </summary>
public sealed record StudyContent
{
    /// <summary>Its name: the study's, or the scenario's.</summary>
    public required string Title { get; init; }

    /// <summary>What it is, in one word: <c>replication</c>, <c>sweep</c>, <c>plan</c>, <c>risk</c>, <c>comparison</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What was looked at, in one line in small over the answer; "" for nothing.</summary>
    public string About { get; init; } = "";

    /// <summary>Sentences that stand alone, the one that matters most first; at least one.</summary>
    public required IReadOnlyList<string> Answer { get; init; }

    /// <summary>What was expected or asked for, and whether it came.</summary>
    public IReadOnlyList<StudyVerdict> Verdicts { get; init; } = [];

    /// <summary>The first is shown, the others wait behind a fold.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    public IReadOnlyList<StudyTable> Tables { get; init; } = [];

    public required StudyOrigin How { get; init; }
}

/// <param name="Word"><c>met</c>, <c>MISSED</c>, <c>worse</c>, ...</param>
/// <param name="Text">Of what: <c>pods.pendingAtEnd: expected at most 0, got 0 in 20 of 20 runs.</c></param>
public sealed record StudyVerdict(string Word, string Text);

/// <summary>How a study was obtained, and how to obtain it again.</summary>
public sealed record StudyOrigin
{
    /// <summary>Repeats it, as it is typed.</summary>
    public required string Command { get; init; }

    /// <summary><c>1 to 20</c>.</summary>
    public required string Seeds { get; init; }

    /// <summary>Of this program.</summary>
    public required string Version { get; init; }

    public string Kubernetes { get; init; } = KubernetesVersions.Default.Name;

    /// <summary>Flags and settings that differ from their defaults and from the scenario file; "all at their defaults" without.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>How the numbers were made, a sentence each: which intervals, what was left out, what is assumed.</summary>
    public IReadOnlyList<string> Method { get; init; } = [];

    /// <summary>Further terms: <c>("runs", "41 in 38 s")</c>.</summary>
    public IReadOnlyList<(string Term, string Text)> Facts { get; init; } = [];

    /// <summary>What is beside the page.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Files { get; init; } = [];
}

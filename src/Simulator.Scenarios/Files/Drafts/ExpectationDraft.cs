namespace Simulator.Scenarios.Files.Drafts;

/// <summary>A bound on a measure as the file has it.</summary>
internal sealed record ExpectationDraft
{
    public string Measure { get; init; } = "";

    public Bound? AtLeast { get; init; }

    public Bound? AtMost { get; init; }
}

/// <param name="Value">A number, the seconds of a duration, or the share that a percentage is.</param>
/// <param name="Text">As it was written.</param>
internal sealed record Bound(double Value, BoundForm Form, string Text);

internal enum BoundForm
{
    Number,
    Duration,
    Percentage,
}

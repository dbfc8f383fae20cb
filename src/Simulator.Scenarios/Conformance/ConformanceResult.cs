namespace Simulator.Scenarios.Conformance;

/// <summary>How the recordings of one kind compare.</summary>
/// <param name="FirstDifferences">"id: what differs", at most <see cref="ConformanceRunner.DifferencesKept"/>.</param>
/// <param name="IsSupported">False for what is not replayed; its recordings are counted all the same.</param>
public sealed record ConformanceResult(
    string Kind, int Identical, int Total, IReadOnlyList<string> FirstDifferences, bool IsSupported = true)
{
    /// <summary>What those that show no difference do.</summary>
    public string Agreement { get; init; } = "identical";

    /// <summary>Why nothing is replayed, if nothing is.</summary>
    public string WhyNot { get; init; } = "no kind of that name is known";

    public bool IsPerfect => IsSupported && Identical == Total;

    public override string ToString() =>
        IsSupported ? $"{Kind}: {Identical} of {Total} {Agreement}" : $"{Kind}: not replayed, {WhyNot}";
}

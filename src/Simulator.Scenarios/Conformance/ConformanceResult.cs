namespace Simulator.Scenarios.Conformance;

/// <summary>How the recordings of one kind compare.</summary>
/// <param name="FirstDifferences">"id: what differs", at most <see cref="ConformanceRunner.DifferencesKept"/>.</param>
/// <param name="IsSupported">False for a kind that cannot be replayed yet; its recordings are counted all the same.</param>
public sealed record ConformanceResult(
    string Kind, int Identical, int Total, IReadOnlyList<string> FirstDifferences, bool IsSupported = true)
{
    public bool IsPerfect => IsSupported && Identical == Total;

    public override string ToString() =>
        IsSupported ? $"{Kind}: {Identical} of {Total} identical" : $"{Kind}: not supported yet ({Total} recordings)";
}

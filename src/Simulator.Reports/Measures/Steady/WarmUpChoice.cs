using Simulator.Api.Documents;

namespace Simulator.Reports.Measures.Steady;

/// <summary>How much of the start of each run is left out of its steady state.</summary>
/// <param name="Length">Since the start of the run; null: as much as tells of the start only, found in each run (MSER-5).</param>
public sealed record WarmUpChoice(TimeSpan? Length)
{
    public const string Allowed = "a duration such as 10m that is shorter than the run, or auto";

    private const string Auto = "auto";

    /// <summary>Null if it is neither.</summary>
    public static WarmUpChoice? Parse(string text) =>
        text == Auto ? new WarmUpChoice((TimeSpan?)null)
        : GoDuration.TryParse(text, out var length) && length >= TimeSpan.Zero ? new WarmUpChoice(length)
        : null;

    /// <summary>As it is typed.</summary>
    public override string ToString() => Length is { } length ? GoDuration.Format(length) : Auto;
}

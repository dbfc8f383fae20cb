using Simulator.Api.Words;

namespace Simulator.Scenarios.Traces.Rows;

/// <summary>A table has not the column that is asked for.</summary>
internal static class MissingColumn
{
    private const int LongestList = 200;

    public static InvalidDataException Of(string name, IReadOnlyList<string> names) => new(
        $"the table has no column '{name}'{Wording.DidYouMean(name, names)}; "
            + $"it has {Wording.Shortened(Wording.Listed(names), LongestList)}");
}

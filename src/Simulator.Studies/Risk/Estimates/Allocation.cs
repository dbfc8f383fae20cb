namespace Simulator.Studies.Risk.Estimates;

/// <summary>How many runs each kind of trouble is worth.</summary>
public static class Allocation
{
    /// <summary>Where a pilot saw nothing there may still be something: each kind gets at least this share of an even division.</summary>
    private const double FloorShare = 0.2;

    /// <summary>
    /// Neyman's: in proportion to rate times standard deviation, so that the variance of the sum is the least. What is there already is
    /// kept, and counts.
    /// </summary>
    /// <param name="weights">Rate times standard deviation, kind by kind.</param>
    /// <param name="done">Runs that have been made.</param>
    /// <param name="total">Runs in all.</param>
    /// <returns>Further runs, kind by kind.</returns>
    public static IReadOnlyList<int> Further(IReadOnlyList<double> weights, IReadOnlyList<int> done, int total)
    {
        var floor = (int)(FloorShare * total / Math.Max(1, weights.Count));
        var (sum, free) = (weights.Sum(), total - (floor * weights.Count));
        return [.. weights.Select((weight, i) =>
        {
            var wanted = floor + (sum > 0 ? (int)Math.Round(free * weight / sum) : free / weights.Count);
            return Math.Max(0, wanted - done[i]);
        })];
    }
}

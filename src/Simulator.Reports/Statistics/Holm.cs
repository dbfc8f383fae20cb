namespace Simulator.Reports.Statistics;

/// <summary>
/// Many tests at once (Holm 1979): if nothing is different, the chance that any adjusted chance is below 5 % is 5 %, however many
/// tests there are and however they depend on each other.
/// </summary>
public static class Holm
{
    /// <param name="chances">One a test, from 0 to 1.</param>
    /// <returns>In the same order: what each counts for among so many, at most 1.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> chances)
    {
        var adjusted = new double[chances.Count];
        var largest = 0.0;
        var order = Enumerable.Range(0, chances.Count).OrderBy(i => chances[i]).ThenBy(i => i).ToList();
        for (var rank = 0; rank < order.Count; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Count - rank) * chances[order[rank]]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }
}

namespace Simulator.Reports.Statistics;

/// <summary>
/// How much of the start of a long run tells of its start and not of its steady state: MSER-5 (White 1997; White, Cobb, Spratt 2000).
/// </summary>
public static class WarmUp
{
    private const int Batch = 5;

    /// <summary>How many of the first values to leave out, so that the mean of the rest has the least estimated error.</summary>
    /// <param name="values">In the order of time.</param>
    /// <returns>A multiple of 5; null if more than half would go: it has not settled, and needs a longer run.</returns>
    public static int? Cut(IReadOnlyList<double> values)
    {
        var means = BatchesOf(values);
        var (best, bestError) = (0, double.PositiveInfinity);
        var (sum, squares) = (0.0, 0.0);
        for (var from = means.Length - 1; from >= 0; from--)
        {
            (sum, squares) = (sum + means[from], squares + (means[from] * means[from]));
            var count = means.Length - from;
            // The last few vary little by accident (the rule's authors leave them out, too).
            if (count < Batch) continue;
            var error = Math.Max(0, squares - (sum * sum / count)) / ((double)count * count);
            if (error <= bestError) (best, bestError) = (from, error);
        }

        return best > means.Length / 2 ? null : best * Batch;
    }

    private static double[] BatchesOf(IReadOnlyList<double> values) =>
        [.. values.Chunk(Batch).Where(batch => batch.Length == Batch).Select(batch => batch.Average())];
}

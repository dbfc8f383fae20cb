namespace Simulator.Reports.Statistics;

/// <summary>
/// The steady state of one long run: values that follow each other are alike, means of long stretches are nearly independent.
/// </summary>
public static class BatchMeans
{
    /// <summary>More say little more and are less independent (Schmeiser 1982: 10 to 30).</summary>
    private const int Batches = 20;

    /// <param name="values">In the order of time, without the warm-up; at least 40. What does not fill the batches is left out at the
    /// front.</param>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static Estimate Of(IReadOnlyList<double> values, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2 * Batches, nameof(values));
        return OfMeans(MeansOf(values)!, confidence) with { Count = values.Count };
    }

    /// <summary>The means of twenty stretches; null of fewer than 40 values.</summary>
    public static IReadOnlyList<double>? MeansOf(IReadOnlyList<double> values)
    {
        var length = values.Count / Batches;
        return length < 2 ? null : [.. values.Skip(values.Count - (length * Batches)).Chunk(length).Select(batch => batch.Average())];
    }

    /// <param name="means">Of stretches; at least two.</param>
    /// <returns>Of one run.</returns>
    public static Estimate OfMeans(IReadOnlyList<double> means, double confidence)
    {
        var (mean, error) = Means.WithError([.. means]);
        return new Estimate(mean, new StudentPivot(mean, error, means.Count - 1).Interval(confidence), 1, "batch means");
    }
}

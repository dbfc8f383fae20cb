namespace Simulator.Studies.Risk.Estimates;

/// <summary>Means of samples.</summary>
public static class StratumMean
{
    /// <summary>Of independent draws; one draw has no variance to tell.</summary>
    public static Mean Independent(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return Mean.Exactly(values.Count == 0 ? 0 : values[0]);
        var mean = values.Average();
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return new Mean(mean, squares / (values.Count - 1) / values.Count, values.Count - 1);
    }

    /// <summary>
    /// Of draws that were spread evenly over an order (places): neighbours in it are alike, so that what differs between far ones is no
    /// chance. The variance is that of successive differences (von Neumann 1941; Wolter, Introduction to Variance Estimation, chapter 8),
    /// which has two thirds of the degrees of freedom.
    /// </summary>
    /// <param name="values">In that order.</param>
    public static Mean Systematic(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return Independent(values);
        var squares = 0.0;
        for (var i = 1; i < values.Count; i++) squares += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        var freedom = Math.Max(1, (values.Count - 1) * 2 / 3.0);
        return new Mean(values.Average(), squares / 2 / (values.Count - 1) / values.Count, freedom);
    }
}

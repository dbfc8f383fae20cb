namespace Simulator.Engine;

/// <param name="Probability">Share of the samples that are at most <paramref name="Value"/>.</param>
public readonly record struct Quantile(double Probability, TimeSpan Value);

/// <summary>A measured distribution, as a table of quantiles with straight lines between them.</summary>
public sealed record Empirical : IDistribution
{
    private readonly Quantile[] _table;

    /// <exception cref="ArgumentException">The table does not run from probability 0 to 1, rising, with values that do not
    /// fall.</exception>
    public Empirical(params ReadOnlySpan<Quantile> table)
    {
        _table = table.ToArray();
        if (!IsValid(table)) throw new ArgumentException("Quantiles run from 0 to 1, rising, with values that do not fall.", nameof(table));
    }

    public IReadOnlyList<Quantile> Table => _table;

    public TimeSpan Mean
    {
        get
        {
            var sum = TimeSpan.Zero;
            for (var i = 1; i < _table.Length; i++)
            {
                var (low, high) = (_table[i - 1], _table[i]);
                sum += (low.Value + high.Value) / 2 * (high.Probability - low.Probability);
            }

            return sum;
        }
    }

    public TimeSpan Sample(RandomStream stream)
    {
        var probability = stream.NextDouble();
        var upper = 1;
        while (_table[upper].Probability <= probability) upper++;
        var (low, high) = (_table[upper - 1], _table[upper]);
        var share = (probability - low.Probability) / (high.Probability - low.Probability);
        return Microseconds.Round(low.Value.TotalSeconds + (share * (high.Value - low.Value).TotalSeconds));
    }

    public bool Equals(Empirical? other) => other is not null && _table.AsSpan().SequenceEqual(other._table);

    public override int GetHashCode() => HashCode.Combine(_table.Length, _table[^1]);

    private static bool IsValid(ReadOnlySpan<Quantile> table)
    {
        if (table.Length < 2 || table[0].Probability != 0 || table[^1].Probability != 1 || table[0].Value < TimeSpan.Zero) return false;
        for (var i = 1; i < table.Length; i++)
        {
            if (!(table[i].Probability > table[i - 1].Probability) || table[i].Value < table[i - 1].Value) return false;
        }

        return true;
    }
}

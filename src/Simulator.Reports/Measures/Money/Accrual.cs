namespace Simulator.Reports.Measures.Money;

/// <summary>What adds up at a rate that changes in steps: dollars, machine-hours.</summary>
internal struct Accrual
{
    private double _sum;
    private TimeSpan _since;

    /// <summary>An hour, from the last change on.</summary>
    public double Rate { readonly get; private set; }

    /// <summary>The rate is another from this moment on; moments never go back.</summary>
    /// <param name="at">Since the start of the run; the rate was 0 before its first change.</param>
    public void Change(TimeSpan at, double difference)
    {
        _sum = At(at);
        (_since, Rate) = (at, Rate + difference);
    }

    /// <summary>From the start of the run to a moment at or after the last change.</summary>
    public readonly double At(TimeSpan at) => _sum + (Rate * (at - _since).TotalHours);
}
